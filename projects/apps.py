from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Names of people and of organisations: those are in no language.
NAMES = ("Risk.owner", "Project.handed_over_to")


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = _("Projects")

    def ready(self) -> None:
        """Say who leads and steers and until when, what a ballot is about, and what is kept."""
        from events import ports as calendar  # noqa: PLC0415 - apps must be loaded first
        from partners.ports import named_in  # noqa: PLC0415
        from partners.search import each_kind  # noqa: PLC0415
        from programme import ports as year  # noqa: PLC0415
        from schuldenlab.web.ports import (  # noqa: PLC0415
            about,
            found_for,
            found_on_desk,
            moves_of,
            personal_data,
        )
        from schuldenlab.web.written import mark_written  # noqa: PLC0415

        from . import receivers  # noqa: F401, PLC0415 - receiving is the import
        from .answers import interests_of  # noqa: PLC0415
        from .audience import people_of_projects  # noqa: PLC0415
        from .backlinks import dossiers_of  # noqa: PLC0415
        from .calendars import ends_of_pilots  # noqa: PLC0415
        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .papers import reports_of_meeting  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415
        from .resources.archive import named_here  # noqa: PLC0415
        from .search import KINDS  # noqa: PLC0415
        from .search import found_on_desk as own_finds  # noqa: PLC0415

        about.add("projects", dossiers_of)
        found_for.add("projects", each_kind(KINDS))
        found_on_desk.add("projects", own_finds)
        moves_of.add("projects", own_moves)
        personal_data.add("projects", own_part)
        named_in.add("projects", named_here)
        year.interests_in.add("projects", interests_of)
        calendar.feed_entries.add("projects", ends_of_pilots)
        calendar.people_in.add("projects", people_of_projects)
        calendar.meeting_parts.add("projects", reports_of_meeting)
        mark_written(self.get_models(), names=NAMES)
