"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .circulars import circulars_got

__all__ = ["personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Letters of the kernteam that came to this person."""
    return [*circulars_got(person)]
