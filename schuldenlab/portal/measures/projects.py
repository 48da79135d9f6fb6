"""Clause 7: a stuurgroep per project, and project leaders who meet."""

from events.models import MeetingSeries

from .meetings import meetings_of
from .reading import Asked, Reading
from .registry import measure


@measure("leaders_meetings")
def leaders_meetings(asked: Asked) -> Reading:
    """The leaders of all projects together."""
    return meetings_of(MeetingSeries.Duty.LEADERS, asked)
