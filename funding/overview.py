"""Questions: the budget as one reader sees it.

Who may not know every amount in a sum sees no sum: only what is needed, and whether it is arranged.
Sums of several years, schedules and pages could be subtracted from each other, so there is no sum
of hidden amounts here at all, also not of many of them. What was carried over would tell how much
more than the need there was, so it hides a sum as well.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from funding.budget import Gift, Line, Need, together
from funding.cover import NOTHING
from funding.models import Pledge
from funding.querysets.pledges import sees_all
from funding.yearly import CATEGORIES, Cell, Years, gifts_at, lines_at


@dataclass(frozen=True)
class Seen:
    """A category in a year for one reader; `line` is None when its sums are not shown."""

    year: int
    category: str
    need: Need | None
    is_arranged: bool
    line: Line | None

    @property
    def is_asked(self) -> bool:
        """Whether something is needed."""
        return self.need is not None and self.need.amount > 0


@dataclass(frozen=True)
class Budget:
    """All that one reader sees: each category of each year, and the gifts whose amount it sees."""

    cells: dict[Cell, Seen]
    gifts: list[Gift]

    @property
    def years(self) -> list[int]:
        """The years of which something is known, the first one first."""
        return sorted({year for year, _category in self.cells})

    def of_year(self, year: int) -> list[Seen]:
        """The four categories of a year."""
        return [self.cells[year, each] for each in CATEGORIES if (year, each) in self.cells]

    def whole_year(self, year: int) -> Seen:
        """All categories together; arranged is each of them."""
        rows = self.of_year(year)
        lines = [each.line for each in rows if each.line is not None]
        needs = [each.need for each in rows if each.need is not None]
        need = None
        if needs:
            amount = sum((each.amount for each in needs), NOTHING)
            need = Need(amount, any(each.is_concept for each in needs))
        return Seen(
            year,
            "",
            need,
            is_arranged=all(each.is_arranged for each in rows),
            line=together(lines) if len(lines) == len(rows) else None,
        )


def budget_of(person: Any, years: Years = None) -> Budget:
    """The budget of these years at the moment of a person; without any, of all years."""
    at, is_kernteam = person.moment, person.standing.is_kernteam
    every = gifts_at(years, at)
    lines = lines_at(years, at, with_concept=is_kernteam, gifts=every)
    if sees_all(person):
        return Budget({cell: _shown(line) for cell, line in lines.items()}, every)
    seen = gifts_at(years, at, Pledge.objects.visible_to(person))
    return Budget(cells_seen(lines, every, seen), seen)


def categories_at(person: Any, year: int, at: datetime) -> list[Seen]:
    """The four categories of a year as they stood at any moment, without who gave.

    It fetches as many rows for ten partners as for ten thousand. What the person may see is that of
    its own moment.
    """
    every = gifts_at([year], at, together=True)
    lines = lines_at([year], at, with_concept=person.standing.is_kernteam, gifts=every)
    if sees_all(person):
        return [_shown(each) for each in lines.values()]
    visible = Pledge.objects.visible_to(person)
    seen = gifts_at([year], at, visible, together=True)
    return list(cells_seen(lines, every, seen).values())


def cells_seen(
    lines: dict[Cell, Line], every: Iterable[Gift], seen: Iterable[Gift]
) -> dict[Cell, Seen]:
    """Each category for who sees only some of the gifts: with sums where it sees all of them."""
    whole, part = _totals(every), _totals(seen)
    return {
        cell: _shown(line)
        if whole[cell] == part[cell] and not line.carried_in and not line.carried_out
        else _hidden(line)
        for cell, line in lines.items()
    }


def _shown(line: Line) -> Seen:
    return Seen(line.year, line.category, line.need, line.is_arranged, line)


def _hidden(line: Line) -> Seen:
    return Seen(line.year, line.category, line.need, line.is_arranged, None)


def _totals(gifts: Iterable[Gift]) -> dict[Cell, Decimal]:
    found: dict[Cell, Decimal] = defaultdict(Decimal)
    for each in gifts:
        found[each.year, each.category] += each.amount
    return found
