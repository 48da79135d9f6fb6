"""The part of a meeting's page that shows the meeting in a calendar of one's own."""

from datetime import datetime
from typing import Any

from events.models import Invitee, Meeting


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """Whether the reader has the entry by mail already; empty when the date is past or unknown."""
    if meeting.status != Meeting.Status.SCHEDULED or meeting.starts_at is None:
        return {}
    if meeting.starts_at <= at:
        return {}
    mailed = Invitee.objects.holding().filter(sequence_sent__isnull=False, person=person)
    return {"is_mailed": mailed.filter(meeting=meeting).exists()}
