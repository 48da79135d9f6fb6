"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .polls import about_polls

__all__ = ["personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """What was asked about dates, and the answers."""
    return [*about_polls(person)]
