"""One thing that is due for the kernteam, as the worklist shows it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Due:
    """Something that has to be done. It is derived: it goes away when it is done, or done with.

    `key` says what it is about and stays the same from day to day, such as "meeting-date:12".
    `due_on` is the last day on which it can be done in time, None when there is no such day.
    `measure` is the code of the measure that it serves; a framework tells of which clause that is.
    """

    key: str
    title: str
    text: str
    url: str
    button: str
    due_on: date | None
    measure: str = ""
    icon: str = "flag"

    def days_left(self, day: date) -> int | None:
        """Calendar days from that day; the last day itself is 0, and less is too late."""
        return None if self.due_on is None else (self.due_on - day).days


def in_order(dues: list[Due]) -> list[Due]:
    """By last possible day; what has none comes after all that has one."""
    return sorted(dues, key=lambda due: (due.due_on is None, due.due_on or date.max, due.title))
