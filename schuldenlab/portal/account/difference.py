"""What became known since an edition was frozen: its figures beside the same ones of now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from .edition import Edition
from .figure import Figure, Question, Row
from .registry import figures_of

# Sums in which amounts of partners may hide. Whoever compares them day by day could work out what
# one partner gave, so only the next edition tells how they changed.
OF_PARTNERS: Final = frozenset(
    {"money_firm", "money_delivered", "in_kind", "in_kind_hours", "leverage"}
)


@dataclass(frozen=True)
class Moved:
    """A row that came, went or changed. `was` and `now` are None where it was not or is not."""

    was: Row | None
    now: Row | None
    is_late: bool = False  # it had happened when the edition was frozen, and was not known

    @property
    def row(self) -> Row:
        """The row as it is now, else as it was."""
        found = self.now or self.was
        assert found is not None, "one of them is there"
        return found

    @property
    def kind(self) -> str:
        """Whether it came, went or changed."""
        if self.was is None:
            return "came"
        return "went" if self.now is None else "changed"


@dataclass(frozen=True)
class Change:
    """A figure that is another one now, with the rows that make the difference."""

    was: Figure
    now: Figure
    rows: tuple[Moved, ...]

    @property
    def code(self) -> str:
        """Which figure it is."""
        return self.was.code


def changes_since(edition: Edition, at: datetime, *, knows_all: bool = False) -> list[Change]:
    """What became known since an edition was published, as far as this reader may compare.

    The moment of the edition is counted again by the names of now: who stands on the public pages
    since is no new fact.
    """
    year = edition.account.year
    now = figures_of(Question(year, at, knows_all))
    hidden = frozenset() if knows_all else OF_PARTNERS
    then = figures_of(Question(year, edition.moment))
    return changes(edition.figures, now, edition.day, hidden, then=then)


def changes(
    was: Mapping[str, Figure],
    now: Mapping[str, Figure],
    day: date,
    leave_out: Iterable[str] = (),
    *,
    then: Mapping[str, Figure],
) -> list[Change]:
    """Every figure of an edition that is not the same now, in its order; `day` is its last day.

    `then` are the figures of its moment with the names that may be given now: their rows are
    compared. Of a sum with amounts of partners only the sum itself, for who may know it.
    """
    found = []
    for code, old in was.items():
        new = now.get(code)
        if new is None or code in leave_out or new == old or not old.is_shown:
            continue
        rows = () if code in OF_PARTNERS else tuple(_moved(_alike(old, then[code]), new, day))
        if rows or (old.value, old.whole) != (new.value, new.whole):
            found.append(Change(old, new, rows))
    return found


def _alike(frozen: Figure, again: Figure) -> Figure:
    """Its rows as they are named now; those that were frozen when it cannot be counted again."""
    same = (frozen.value, frozen.whole) == (again.value, again.whole)
    return again if same else frozen


def _moved(was: Figure, now: Figure, day: date) -> Iterator[Moved]:
    """The rows that make the difference; without a name there is no telling what is late."""
    old = {row.key: row for row in was.rows}
    new = {row.key: row for row in now.rows}
    for key, row in new.items():
        before = old.get(key)
        if before is None:
            yield Moved(None, row, is_late=row.on is not None and row.on <= day)
        elif before != row:
            yield Moved(before, row)
    for key, row in old.items():
        if key not in new:
            yield Moved(row, None)
