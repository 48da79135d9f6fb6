"""The year's slots of a series of meetings. Pure functions on dates; the calendar is the city's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from events.workdays import add_working_days, is_working_day, next_working_day


@dataclass(frozen=True)
class Window:
    """A part of every year, from one day of the year until and including another.

    29 February as a last day means the last day of that month.
    """

    first: tuple[int, int]
    last: tuple[int, int]

    def in_year(self, year: int) -> tuple[date, date]:
        """The window in one year."""
        first, last = (_day(year, *each) for each in (self.first, self.last))
        return min(first, last), max(first, last)


@dataclass(frozen=True)
class Slot:
    """One meeting that is owed: number `ordinal` of the year, to be held in this window."""

    ordinal: int
    opens_on: date
    closes_on: date

    @property
    def working_days(self) -> int:
        """How many days of the window people can meet."""
        days = (self.closes_on - self.opens_on).days + 1
        return sum(is_working_day(self.opens_on + timedelta(days=n)) for n in range(days))


def _day(year: int, month: int, day: int) -> date:
    february, leap_day = 2, 29
    if (month, day) == (february, leap_day):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, day)


def plan_year(year: int, count: int, windows: Sequence[Window] = ()) -> tuple[Slot, ...]:
    """The slots of one year, in order.

    With as many windows as meetings each meeting has its own window; with one window, or none (the
    whole year), it is divided into `count` equal parts. Anything else is a mistake in the series.
    """
    if count < 0:
        msg = f"{count} meetings a year"
        raise ValueError(msg)
    if count == 0:
        return ()
    if len(windows) == count:
        spans = sorted(window.in_year(year) for window in windows)
    elif len(windows) <= 1:
        spans = _divided(windows[0].in_year(year) if windows else _whole(year), count)
    else:
        msg = f"{len(windows)} windows for {count} meetings a year"
        raise ValueError(msg)
    return tuple(Slot(number, *span) for number, span in enumerate(spans, start=1))


def _whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _divided(span: tuple[date, date], count: int) -> list[tuple[date, date]]:
    """Parts that differ by at most one day in length and leave no day out."""
    first, last = span
    days = (last - first).days + 1
    if days < count:
        msg = f"{days} days for {count} meetings"
        raise ValueError(msg)
    edges = [days * number // count for number in range(count + 1)]
    return [
        (first + timedelta(days=begin), first + timedelta(days=end - 1))
        for begin, end in pairwise(edges)
    ]


def first_suitable_day(today: date, opens_on: date, closes_on: date, lead_days: int) -> date | None:
    """The first working day of a window that leaves `lead_days` working days to prepare.

    None when the window closes before that day.
    """
    earliest = max(opens_on, add_working_days(today, lead_days))
    day = next_working_day(earliest)
    return day if day <= closes_on else None
