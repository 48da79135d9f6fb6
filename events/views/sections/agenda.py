"""The part of a meeting's page that shows the agenda of a meeting."""

from datetime import datetime
from typing import Any

from events.models import Meeting


def section(meeting: Meeting, person: Any, at: datetime) -> dict[str, Any]:
    """What the page shows of it; empty when there is nothing."""
    del meeting, person, at
    return {}
