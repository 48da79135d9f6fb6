"""The part of a meeting's page on its agenda."""

from datetime import datetime
from typing import Any

from events.models import ActionItem, Meeting


def points_of(meeting: Meeting) -> list[dict[str, Any]]:
    """The points with their numbers and papers."""
    items = meeting.points.standing().prefetch_related("documents__document")
    return [
        {"number": number, "item": item, "documents": list(item.documents.all())}
        for number, item in enumerate(items, start=1)
    ]


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """The points as everybody sees them. The programmaraad has its own page."""
    del at
    if meeting.series.duty == "raad":
        return {}
    points = points_of(meeting)
    keeps = person.standing.is_kernteam and meeting.status != Meeting.Status.HELD
    if not points and not keeps:
        return {}
    is_coming = meeting.status != Meeting.Status.HELD
    returning = ActionItem.objects.returning_to(meeting).count() if is_coming else 0
    return {"points": points, "may_keep": keeps, "returning": returning}
