from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Names of people and of organisations: those are in no language.
NAMES = ("ProgrammePart.by", "Reply.replacement_name")


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        """Say where a partner was present, and what is kept about a person."""
        from partners import ports  # noqa: PLC0415 - apps must be loaded first
        from partners.ports import named_in  # noqa: PLC0415
        from partners.search import each_kind  # noqa: PLC0415
        from schuldenlab.web.ports import (  # noqa: PLC0415
            found_for,
            found_on_desk,
            moves_of,
            personal_data,
        )
        from schuldenlab.web.written import mark_written  # noqa: PLC0415

        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .ports import points_for  # noqa: PLC0415
        from .querysets import meetings_with, standing_points  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415
        from .resources.archive import named_here  # noqa: PLC0415
        from .search import KINDS  # noqa: PLC0415
        from .search import found_on_desk as own_finds  # noqa: PLC0415

        ports.meetings_attended.register(meetings_with)
        found_for.add("events", each_kind(KINDS))
        found_on_desk.add("events", own_finds)
        moves_of.add("events", own_moves)
        personal_data.add("events", own_part)
        named_in.add("events", named_here)
        points_for.add("events", standing_points)
        mark_written(self.get_models(), names=NAMES)
