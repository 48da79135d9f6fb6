"""The part of a meeting's page on who is there, while it goes on."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Sum

from events.models import Meeting
from partners.querysets import local_day


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """For the kernteam, from the beginning of the meeting, and the day on which it is recorded."""
    if not person.standing.is_kernteam or not may_count(meeting, at):
        return {}
    totals = meeting.attendances.aggregate(organisations=Count("pk"), people=Sum("people"))
    return {**totals, "is_held": meeting.status == Meeting.Status.HELD}


def may_count(meeting: Meeting, at: datetime) -> bool:
    """Whether who is there can be noted at this moment."""
    if meeting.status == Meeting.Status.SCHEDULED:
        return meeting.starts_at is not None and meeting.starts_at <= at
    recorded = meeting.held_recorded_at
    if meeting.status != Meeting.Status.HELD or recorded is None:
        return False
    return local_day(recorded) == local_day(at)
