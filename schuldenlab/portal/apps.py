from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "schuldenlab.portal"
    label = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        """Answer the questions of the page frame, the staff desk and the framework."""
        from partners import ports as partners  # noqa: PLC0415 - apps must be loaded first
        from schuldenlab.web import ports  # noqa: PLC0415

        from .desk import workplace_of  # noqa: PLC0415
        from .frame import page_frame  # noqa: PLC0415
        from .measures import measure_titles  # noqa: PLC0415
        from .search import public_finds  # noqa: PLC0415
        from .words import act_words  # noqa: PLC0415

        partners.measure_titles.register(measure_titles)
        ports.page_frame.register(page_frame)
        ports.workplace.register(workplace_of)
        ports.act_words.register(act_words)
        ports.found_for.add("portal", public_finds)
