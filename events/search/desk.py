"""What the staff desk finds of meetings."""

from typing import Any, Final

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.search import looked_up, together
from partners.search.hits import first_hits
from schuldenlab.web.ports import DeskHits

PARTS: Final = ("subject", "series__title", "place")


def meetings(rows: Any, typed: str) -> Any:
    """By what they are about, their series and their place."""
    return looked_up(rows, together(*PARTS), typed)


def found_on_desk(typed: str, person: Any) -> list[DeskHits]:
    """By what they are about, their series and their place."""
    return [
        first_hits(
            Meeting.objects.visible_to(person).select_related("series"),
            typed,
            title=_("Meetings"),
            text=together(*PARTS),
            name="subject",
            icon="calendar",
            said=lambda row: (row.title, _when(row)),
        )
    ]


def _when(meeting: Meeting) -> str:
    """On which day, and how it stands."""
    day = date_format(localtime(meeting.starts_at).date()) if meeting.starts_at else ""
    return capfirst(", ".join(filter(None, (day, str(meeting.get_status_display())))))
