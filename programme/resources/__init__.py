"""What this app keeps about a person, for that person."""

from typing import Any

from schuldenlab.web.ports import DataGroup

from .answers import answers
from .seats import as_delegate

__all__ = ["personal_data"]


def personal_data(person: Any) -> list[DataGroup]:
    """Seats, votes with their choice (they are one's own), commitments and responses."""
    return [*as_delegate(person), *answers(person)]
