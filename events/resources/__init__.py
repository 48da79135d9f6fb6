"""What this app keeps about a person, for that person; and registers as tables."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .action_items import about_actions, action_table
from .circulars import circulars_got
from .feeds import own_feeds
from .polls import about_polls
from .replies import about_invitations

__all__ = [
    "action_table",
    "personal_data",
]


def personal_data(person: Any) -> list[DataGroup]:
    """Subscribed calendars, invitations, date polls, answers, actions and letters."""
    own = (own_feeds, about_invitations, about_polls, about_actions, circulars_got)
    return [group for about in own for group in about(person)]
