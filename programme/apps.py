from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Names of people and of organisations: those are in no language.
NAMES = ("InnovationTheme.proposed_external",)


class ProgrammeConfig(AppConfig):
    name = "programme"
    verbose_name = _("The year's programme")

    def ready(self) -> None:
        """Say who has a seat or is invited, and what is kept about a person; hear who left."""
        from events import ports as calendar  # noqa: PLC0415 - apps must be loaded first
        from partners import ports  # noqa: PLC0415
        from partners.ports import named_in  # noqa: PLC0415
        from partners.search import each_kind  # noqa: PLC0415
        from schuldenlab.web.ports import (  # noqa: PLC0415
            found_for,
            found_on_desk,
            moves_of,
            personal_data,
        )
        from schuldenlab.web.written import mark_written  # noqa: PLC0415

        from . import receivers  # noqa: F401, PLC0415 - receiving is the import
        from .audience import people_of_programme  # noqa: PLC0415
        from .calendars import deadlines_of  # noqa: PLC0415
        from .departures import follows_from_leaving  # noqa: PLC0415
        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .papers import own_outcomes, own_papers  # noqa: PLC0415
        from .ports import papers_of  # noqa: PLC0415
        from .querysets import seat_in_raad  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415
        from .resources.archive import named_here  # noqa: PLC0415
        from .search import KINDS  # noqa: PLC0415
        from .search import found_on_desk as own_finds  # noqa: PLC0415

        ports.follows_from_leaving.register(follows_from_leaving)
        ports.raad_seat.register(seat_in_raad)
        found_for.add("programme", each_kind(KINDS))
        found_on_desk.add("programme", own_finds)
        moves_of.add("programme", own_moves)
        personal_data.add("programme", own_part)
        named_in.add("programme", named_here)
        calendar.feed_entries.add("programme", deadlines_of)
        papers_of.add("programme", own_papers)
        calendar.people_in.add("programme", people_of_programme)
        calendar.outcomes_of.add("programme", own_outcomes)
        mark_written(self.get_models(), names=NAMES)
