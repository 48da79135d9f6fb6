from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "schuldenlab.web"
    label = "web"
    verbose_name = _("Web")

    def ready(self) -> None:
        """Django's admin looks for `admin.py`; ours registers the foundation's tables."""
        # Registering is the import.
        from . import checks, registers, tasks  # noqa: F401, PLC0415
        from .ports import personal_data  # noqa: PLC0415 - apps must be loaded first
        from .resources import personal_data as own_part  # noqa: PLC0415

        personal_data.add("web", own_part)
