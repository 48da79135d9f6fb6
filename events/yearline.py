"""Arithmetic of a drawing: the days of a year on a line from 0 to 100 percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WHOLE = 100.0
CLOSE = 6.0  # percent: marks that are nearer than this stand under one another


@dataclass(frozen=True)
class Span:
    """A part of the line, in percent."""

    start: float
    width: float


def kind_of(day: date | None, today: date, *, is_held: bool, is_cancelled: bool = False) -> str:
    """What a slot is on `today`: held, cancelled, open (no date), dated, or passed.

    Passed: its date has been, and nobody recorded who was there.
    """
    if is_held:
        return "held"
    if is_cancelled:
        return "cancelled"
    if day is None:
        return "open"
    return "dated" if day >= today else "passed"


def place_of(day: date, year: int) -> float:
    """The middle of a day on the line of a year; what lies outside it stands at its end."""
    first, days = _year(year)
    inside = min(max(day, first), date(year, 12, 31))
    return ((inside - first).days + 0.5) / days * WHOLE


def span_of(first_on: date, last_on: date, year: int) -> Span | None:
    """The days from first to last, both included, as far as they lie in the year."""
    first, days = _year(year)
    begins, ends = max(first_on, first), min(last_on, date(year, 12, 31))
    if begins > ends:
        return None
    start = (begins - first).days / days * WHOLE
    return Span(start, ((ends - begins).days + 1) / days * WHOLE)


def months_of(year: int) -> list[Span]:
    """The twelve months of the year, in order."""
    firsts = [date(year, month, 1) for month in range(1, 13)]
    starts = [(day - firsts[0]).days / _year(year)[1] * WHOLE for day in firsts]
    ends = [*starts[1:], WHOLE]
    return [Span(start, end - start) for start, end in zip(starts, ends, strict=True)]


def levels_of(places: Sequence[float]) -> list[int]:
    """On which row each mark stands (0 on top), so that no two on one row touch.

    `places` rise. Each takes the highest row whose last mark is far enough away.
    """
    last: list[float] = []
    levels = []
    for place in places:
        free = [row for row, before in enumerate(last) if place - before >= CLOSE]
        row = free[0] if free else len(last)
        last[row:] = [place, *last[row + 1 :]]
        levels.append(row)
    return levels


def _year(year: int) -> tuple[date, int]:
    first = date(year, 1, 1)
    return first, (date(year, 12, 31) - first).days + 1
