"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .feeds import own_feeds

__all__ = ["personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Calendars that the person subscribes to."""
    return [*own_feeds(person)]
