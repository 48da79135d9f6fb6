"""Clause 4: the whole network meets to share knowledge."""

from events.models import MeetingSeries

from .meetings import meetings_of
from .reading import Asked, Reading
from .registry import measure


@measure("network_meetings")
def network_meetings(asked: Asked) -> Reading:
    """Knowledge and network meetings."""
    return meetings_of(MeetingSeries.Duty.NETWORK, asked)
