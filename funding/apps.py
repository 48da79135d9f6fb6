from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Names of people and of organisations: those are in no language.
NAMES = ("Pledge.rate_agreed_by",)


class FundingConfig(AppConfig):
    name = "funding"
    verbose_name = _("Funding")

    def ready(self) -> None:
        """Say whether the money is there, and who has an interest in it; hear who left."""
        from partners.ports import (  # noqa: PLC0415 - apps must be loaded first
            contribution_door,
            contribution_pledged,
            named_in,
        )
        from programme.ports import (  # noqa: PLC0415
            interests_in,
            pledges_left,
        )
        from projects.ports import contributors, dossier_sections, start_conditions  # noqa: PLC0415
        from schuldenlab.web.ports import moves_of, personal_data  # noqa: PLC0415
        from schuldenlab.web.written import mark_written  # noqa: PLC0415

        from . import receivers  # noqa: F401, PLC0415 - receiving is the import
        from .answers import (  # noqa: PLC0415
            contribution_by_year,
            door_of_contribution,
            givers_of,
            interests_by_pledge,
            money_condition,
            pledges_of_leaver,
        )
        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415
        from .resources.archive import named_here  # noqa: PLC0415
        from .views.sections import money_sections  # noqa: PLC0415

        contribution_pledged.register(contribution_by_year)
        contribution_door.register(door_of_contribution)
        dossier_sections.add("funding", money_sections)
        contributors.add("funding", givers_of)
        start_conditions.add("funding", money_condition)
        interests_in.add("funding", interests_by_pledge)
        pledges_left.add("funding", pledges_of_leaver)
        moves_of.add("funding", own_moves)
        personal_data.add("funding", own_part)
        named_in.add("funding", named_here)
        mark_written(self.get_models(), names=NAMES)
