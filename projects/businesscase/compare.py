"""Two versions of a case beside each other: what is assumed, which lines, and what it comes to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final

from .case import Case, Line, evaluate_case
from .present import PartyResult, Result

ASSUMED: Final = ("percent", "base_year", "price_year", "horizon")
OF_EFFECT: Final = ("quantities", "effect", "price", "deadweight", "spread")


class Turn(StrEnum):
    """What became of a line."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class LineChange:
    """A line of one or of both, and what of it is otherwise."""

    turn: Turn
    before: Line | None
    after: Line | None
    changes: tuple[Change, ...] = ()

    @property
    def line(self) -> Line:
        """As it is now, or as it was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class PartyPair:
    """A party in both; None where it is not there."""

    name: str
    before: PartyResult | None
    after: PartyResult | None


@dataclass(frozen=True)
class Comparison:
    """Everything that differs, and both results."""

    assumptions: tuple[Change, ...]
    parties_added: tuple[str, ...]
    parties_removed: tuple[str, ...]
    lines: tuple[LineChange, ...]
    before: Result
    after: Result

    @property
    def parties(self) -> Iterator[PartyPair]:
        """Those of the later one first, then who is not there any more."""
        gone = [name for name in self.before.parties if name not in self.after.parties]
        for name in (*self.after.parties, *gone):
            yield PartyPair(name, self.before.parties.get(name), self.after.parties.get(name))

    @property
    def is_same(self) -> bool:
        """Whether both say the same, also in the order of their parties."""
        turns = {each.turn for each in self.lines}
        differs = self.assumptions or self.parties_added or self.parties_removed
        return not differs and turns <= {Turn.SAME}


def compare(before: Case, after: Case) -> Comparison:
    """What changed from one to the other. Lines are the same one by party, kind and text."""
    return Comparison(
        assumptions=tuple(_changes(before, after, ASSUMED)),
        parties_added=tuple(each for each in after.parties if each not in before.parties),
        parties_removed=tuple(each for each in before.parties if each not in after.parties),
        lines=tuple(_lines(before.lines, after.lines)),
        before=evaluate_case(before),
        after=evaluate_case(after),
    )


def _changes(before: Any, after: Any, names: Iterable[str]) -> Iterator[Change]:
    for name in names:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(name, old, new)


def _lines(before: Iterable[Line], after: Iterable[Line]) -> Iterator[LineChange]:
    """In the order of the later one; what is gone comes last."""
    waiting: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    for line in before:
        waiting[_key(line)].append(line)
    pairs: list[tuple[Line | None, Line]] = []
    for line in after:  # of lines with the same words those without any change go together
        same = waiting[_key(line)]
        pairs.append((line if line in same else None, line))
        if line in same:
            same.remove(line)
    for old, new in pairs:
        others = waiting[_key(new)]
        if old is not None:
            yield LineChange(Turn.SAME, old, new)
        elif others:
            was = others.pop(0)
            yield LineChange(Turn.CHANGED, was, new, tuple(_of_line(was, new)))
        else:
            yield LineChange(Turn.ADDED, None, new)
    for gone in waiting.values():
        yield from (LineChange(Turn.REMOVED, line, None) for line in gone)


def _key(line: Line) -> tuple[str, str, str]:
    return line.party, line.kind, line.text


def _of_line(before: Line, after: Line) -> Iterator[Change]:
    plain = [each.name for each in fields(Line) if each.name != "effect"]
    yield from _changes(before, after, plain)
    yield from _changes(before.effect, after.effect, OF_EFFECT)
