"""The parts in which a pledge arrives: for which year, when due, how much. Pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from funding.cover import NOTHING

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Part:
    """An amount in euro for one year of the budget; without a day, any time in that year."""

    year: int
    amount: Decimal
    due_on: date | None = None


@dataclass(frozen=True)
class Due:
    """A part of which `open` has not arrived; `arrived` of it did."""

    part: Part
    arrived: Decimal

    @property
    def open(self) -> Decimal:
        """What is still to come."""
        return self.part.amount - self.arrived


def total_of(parts: Iterable[Part]) -> Decimal:
    """All parts together."""
    return sum((each.amount for each in parts), NOTHING)


def by_year(parts: Iterable[Part]) -> dict[int, Decimal]:
    """The amount of each year, the first one first."""
    found: dict[int, Decimal] = {}
    for each in sorted(parts, key=lambda part: part.year):
        found[each.year] = found.get(each.year, NOTHING) + each.amount
    return found


def evenly(total: Decimal, years: Sequence[int]) -> list[Part]:
    """The same for every year; cents that do not divide go to the last one."""
    each = (total / len(years)).quantize(CENT, rounding=ROUND_DOWN)
    rest = total - each * len(years)
    last = len(years) - 1
    return [
        Part(year, each + (rest if place == last else NOTHING)) for place, year in enumerate(years)
    ]


def still_due(parts: Sequence[Part], arrived: Mapping[int, Decimal]) -> list[Due]:
    """What arrived for a year pays the parts of that year one after the other, the first due first.

    A part without a day comes last in its year.
    """
    left = dict(arrived)
    found = []
    for part in sorted(parts, key=lambda one: (one.year, one.due_on or date.max)):
        paid = min(part.amount, left.get(part.year, NOTHING))
        left[part.year] = left.get(part.year, NOTHING) - paid
        found.append(Due(part, paid))
    return found


def year_with_room(
    parts: Sequence[Part], arrived: Mapping[int, Decimal], amount: Decimal
) -> int | None:
    """The first year to which so much can still belong; None when it fits in no single year."""
    for year, agreed in by_year(parts).items():
        if agreed - arrived.get(year, NOTHING) >= amount:
            return year
    return None
