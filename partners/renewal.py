"""Arithmetic of renewing a framework: from when, how long still, and which years have no money."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

Years = tuple[int | None, int | None]  # first and last year of a contribution, or nothing agreed


@dataclass(frozen=True)
class YearOfContribution:
    """One year: whether a contribution of the municipality was agreed, and how much was pledged."""

    year: int
    is_agreed: bool
    pledged: Decimal = Decimal(0)

    @property
    def is_gap(self) -> bool:
        """Nothing was pledged for it, whatever a framework says."""
        return not self.pledged


def _shifted(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def renewal_starts(last_day: date) -> date:
    """The day a year before the end: from then on the renewal is on the desk."""
    return _shifted(last_day, -1)


def days_left(last_day: date, day: date) -> int:
    """How many days it still holds after `day`; negative when it is over."""
    return (last_day - day).days


def next_period(first_day: date, last_day: date) -> tuple[date, date]:
    """The first and last day of a successor that holds as many years, from the day after."""
    years = last_day.year - first_day.year + 1
    first = last_day + timedelta(days=1)
    return first, _shifted(first, years) - timedelta(days=1)


def contribution_years(
    agreed: Iterable[Years],
    first_year: int,
    last_year: int,
    pledged: Mapping[int, Decimal] | None = None,
) -> tuple[YearOfContribution, ...]:
    """Year by year whether anything was agreed in any of the frameworks, and what was pledged."""
    amounts = pledged or {}
    periods = [(first, last) for first, last in agreed if first is not None and last is not None]
    return tuple(
        YearOfContribution(
            year,
            any(first <= year <= last for first, last in periods),
            amounts.get(year, Decimal(0)),
        )
        for year in range(first_year, last_year + 1)
    )
