"""What this app keeps about a person, for that person; and registers as tables."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .action_items import about_actions, action_table
from .feeds import own_feeds
from .polls import about_polls
from .replies import about_invitations

__all__ = [
    "action_table",
    "personal_data",
]


def personal_data(person: Any) -> list[DataGroup]:
    """Calendars that the person subscribes to, invitations, date polls, answers and actions."""
    own = (own_feeds, about_invitations, about_polls, about_actions)
    return [group for about in own for group in about(person)]
