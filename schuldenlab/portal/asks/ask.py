"""One thing that is asked, and how near its last day is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from partners.querysets import local_day

URGENT_DAYS = 7


@dataclass(frozen=True)
class Ask:
    """One thing that is asked, as the card on the home page shows it."""

    title: str
    text: str
    icon: str
    due: datetime | None
    days_left: int | None
    url: str
    action: str
    due_is_day: bool = False

    @property
    def urgency(self) -> str:
        """Within a week it is pressing."""
        near = self.days_left is not None and self.days_left <= URGENT_DAYS
        return "warning" if near else "neutral"


def days_left(person: Any, due: datetime | None) -> int | None:
    """Calendar days from the person's moment; the last day itself is 0."""
    return None if due is None else (local_day(due) - local_day(person.moment)).days
