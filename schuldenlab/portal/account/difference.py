"""What became known since an edition was frozen: its figures beside the same ones of now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from .figure import Figure, Row

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


def changes(
    was: Mapping[str, Figure],
    now: Mapping[str, Figure],
    day: date,
    leave_out: Iterable[str] = (),
) -> list[Change]:
    """Every figure of an edition that is not the same now, in its order; `day` is its last day.

    Of a sum with amounts of partners only the sum itself, for who may know it.
    """
    found = []
    for code, old in was.items():
        new = now.get(code)
        if new is None or code in leave_out or new == old or not old.is_shown:
            continue
        is_same = (old.value, old.whole) == (new.value, new.whole)
        if is_same and _unnamed(old) != _unnamed(new):
            continue  # only who may be named is another now, and that is no fact of the year
        rows = () if code in OF_PARTNERS else tuple(_moved(old, new, day))
        if rows or not is_same:
            found.append(Change(old, new, rows))
    return found


def _unnamed(figure: Figure) -> int:
    """For how many things its rows give no name."""
    return sum(row.count for row in figure.rows if row.is_group)


def _moved(was: Figure, now: Figure, day: date) -> Iterator[Moved]:
    """A row that got its name since may have been there all along: then nothing is called late."""
    old = {row.key: row for row in was.rows}
    new = {row.key: row for row in now.rows}
    is_named_now = _unnamed(now) < _unnamed(was)
    for key, row in new.items():
        before = old.get(key)
        if before is None:
            is_late = row.on is not None and row.on <= day and not is_named_now
            yield Moved(None, row, is_late=is_late)
        elif before != row:
            yield Moved(before, row)
    for key, row in old.items():
        if key not in new:
            yield Moved(row, None)
