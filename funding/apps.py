from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FundingConfig(AppConfig):
    name = "funding"
    verbose_name = _("Funding")

    def ready(self) -> None:
        """Answer whether the money is there and show it, name interests, and keep own data."""
        from programme.ports import interests_in  # noqa: PLC0415 - apps must be loaded first
        from projects.ports import dossier_sections, start_conditions  # noqa: PLC0415
        from schuldenlab.web.ports import personal_data  # noqa: PLC0415

        from .answers import interests_by_pledge, money_condition  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415
        from .views.sections import money_sections  # noqa: PLC0415

        dossier_sections.add("funding", money_sections)
        start_conditions.add("funding", money_condition)
        interests_in.add("funding", interests_by_pledge)
        personal_data.add("funding", own_part)
