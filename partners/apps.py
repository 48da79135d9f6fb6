from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self) -> None:
        """Listen to what happens to accounts, and say what is kept here about a person."""
        from schuldenlab.web.ports import moves_of, personal_data  # noqa: PLC0415 - apps loaded first

        from . import receivers  # noqa: F401, PLC0415 - it only listens
        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .resources.personal import person_data  # noqa: PLC0415

        moves_of.add("partners", own_moves)
        personal_data.add("partners", person_data)
