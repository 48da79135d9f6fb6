"""Which meetings the outside sees: those of the public calendar, without place and papers."""

from datetime import datetime

from events.models import Meeting
from events.querysets.feeds import public_meetings as meetings_shown

from .records import PublicMeeting


def public_meetings(at: datetime) -> tuple[PublicMeeting, ...]:
    """What it is and when, from the year before until the next; one query."""
    return tuple(_meeting(each) for each in meetings_shown(at).select_related("series"))


def _meeting(meeting: Meeting) -> PublicMeeting:
    series, starts_at, ends_at = meeting.series, meeting.starts_at, meeting.ends_at
    assert starts_at is not None, "only what has a date stands in a calendar"
    assert ends_at is not None, "and what begins, ends"
    return PublicMeeting(
        number=meeting.pk,
        name=meeting.subject or f"{series.title} {meeting.ordinal}",
        name_en=meeting.subject or f"{series.title_en or series.title} {meeting.ordinal}",
        kind=series.duty,
        starts_at=starts_at,
        ends_at=ends_at,
        status=meeting.status,
    )
