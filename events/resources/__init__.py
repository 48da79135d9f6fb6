"""What this app keeps about a person, for that person; and registers as tables."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .action_items import about_actions, action_table

__all__ = ["action_table", "personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Actions that somebody took."""
    return [*about_actions(person)]
