"""What stands behind a figure: which rows count, and which miss."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format

from schuldenlab.portal.measures import Asked

DAY = "j\u00a0F\u00a0Y"


@dataclass(frozen=True)
class Row:
    """One row in words; `action` is what the kernteam can do about one that misses."""

    title: str
    url: str = ""
    text: str = ""
    on: date | None = None
    action: str = ""
    action_url: str = ""


class Rows:
    """Rows in order, of which only those that are shown are read from the database.

    `found` is a query or a list of whatever `say` puts into words.
    """

    def __init__(self, found: Any = (), say: Callable[[Any], Row] | None = None) -> None:
        self.found = found
        self.say = say

    def count(self) -> int:
        """How many there are."""
        return len(self.found) if isinstance(self.found, Sequence) else int(self.found.count())

    def __len__(self) -> int:
        return self.count()

    def __iter__(self) -> Iterator[Row]:
        return iter(self[0 : self.count()])

    def __getitem__(self, part: slice) -> list[Row]:
        rows = self.found[part]
        return list(rows) if self.say is None else [self.say(each) for each in rows]


@dataclass(frozen=True)
class Trace:
    """The rows behind a figure.

    `todo` is what the kernteam can do about all that misses: words and an address. `shown` is what
    this reader may see of what misses; None is all of it. `left_out` was taken over and counts
    neither way.
    """

    counted: Rows = field(default_factory=Rows)
    missing: Rows = field(default_factory=Rows)
    todo: tuple[str, str] | None = None
    shown: Rows | None = None
    left_out: Rows = field(default_factory=Rows)


@dataclass(frozen=True)
class Looking:
    """Who looks at which question: what a trace is asked."""

    asked: Asked
    reader: Any

    @property
    def acts(self) -> bool:
        """Whether this reader can do something about it: the kernteam, on the day itself."""
        is_now = self.asked.moment == self.reader.moment
        return bool(is_now and self.reader.standing.is_kernteam)

    def own(self, missing: Any, say: Callable[[Any], Row]) -> Rows | None:
        """Which partners miss is for the kernteam; another one sees its own. None is all."""
        if self.reader.standing.is_kernteam:
            return None
        return Rows(missing.filter(pk__in=self.reader.standing.organisation_ids), say)

    def act(self, words: str, url: str) -> dict[str, Any]:
        """The action of a row, for who can do it."""
        return {"action": words, "action_url": url} if self.acts else {}

    def todo(self, words: str, url: str) -> tuple[str, str] | None:
        """The action for all that misses, for who can do it."""
        return (words, url) if self.acts else None


def words_of(day: date) -> str:
    """A day in a sentence."""
    return date_format(day, DAY)
