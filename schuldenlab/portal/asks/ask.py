"""One thing that is asked, how near its last day is, and what can be answered on its card."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from partners.querysets import local_day

URGENT_DAYS = 7
LONGEST = 90
QUOTE_ENDS = ("”", "’", "'", "")


@dataclass(frozen=True)
class Button:
    """An answer on the card itself: one press posts `name` with `value`, and says that it did."""

    label: str
    name: str = "answer"
    value: str = "yes"
    primary: bool = False


@dataclass(frozen=True)
class Ask:
    """One thing that is asked, as the card on the home page shows it.

    `url` and `action` lead to the whole form; `buttons` answer at once, at the address `post_url`.
    `more` is a link to read first. `waits` says that somebody cannot go on without it, `optional`
    that nobody needs an answer; what that does to the order stands in `order`. `badge` (kind, words
    and icon) stands instead of how many days are left.
    """

    title: str
    text: str
    icon: str
    due: datetime | None
    days_left: int | None
    url: str
    action: str
    due_is_day: bool = False
    waits: bool = False
    optional: bool = False
    buttons: tuple[Button, ...] = ()
    post_url: str = ""
    more: str = ""
    more_url: str = ""
    badge: tuple[str, str, str] | None = None

    @property
    def heading(self) -> str:
        """The title, not too long; a quoted name that asks something brings no second mark."""
        title = self.title
        for end in QUOTE_ENDS:
            title = title.replace(f"?{end}?", f"?{end}")
        if len(title) <= LONGEST:
            return title
        return f"{title[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,.:;–-')} …"

    @property
    def has_main_button(self) -> bool:
        """Whether one of the buttons is the answer that most give; else the link is."""
        return any(each.primary for each in self.buttons)

    @property
    def urgency(self) -> str:
        """Within a week it is pressing."""
        near = self.days_left is not None and self.days_left <= URGENT_DAYS
        return "warning" if near else "neutral"


def days_left(person: Any, due: datetime | None) -> int | None:
    """Calendar days from the person's moment; the last day itself is 0."""
    return None if due is None else (local_day(due) - local_day(person.moment)).days
