"""What comes on an agenda by itself, as soon as a meeting has a date."""

from datetime import datetime

from django.conf import settings
from django.utils import translation

from events.models import Meeting, MeetingSeries
from events.ports import points_for
from partners.models import Person

from .agendas import add_agenda_item

FILLED = {MeetingSeries.Duty.LEADERS}


def fill_agenda(meeting: Meeting, *, actor: Person | None, at: datetime) -> int:
    """Put the standing points on an agenda that never had any. Returns how many."""
    if meeting.series.duty not in FILLED or meeting.points.exists():
        return 0
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        points = points_for(meeting, at)
        for point in points:
            add_agenda_item(
                meeting.series,
                year=meeting.year,
                meeting=meeting,
                kind=point.kind,
                title=point.title,
                text=point.text,
                is_progress=point.is_progress,
                actor=actor,
                at=at,
            )
    return len(points)
