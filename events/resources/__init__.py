"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .feeds import own_feeds
from .polls import about_polls
from .replies import about_invitations

__all__ = ["personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Calendars that the person subscribes to, invitations, date polls, and all answers."""
    return [*own_feeds(person), *about_invitations(person), *about_polls(person)]
