"""The year's slots of a series of meetings. Pure functions on dates; the calendar is the city's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from events.workdays import Span, add_working_days, free_days

YEARS_AHEAD = 10  # holidays and leap days move: a window must have room in each of these years


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
        return sum(1 for _day in free_days(self.opens_on, self.closes_on))


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


def slot_without_working_day(
    years: Sequence[int], count: int, windows: Sequence[Window] = ()
) -> Slot | None:
    """The first slot of these years on no day of which people can meet; None when there is none."""
    slots = (slot for year in years for slot in plan_year(year, count, windows))
    return next((slot for slot in slots if not slot.working_days), None)


def slots_to_make(slots: Sequence[Slot], taken: Mapping[int, date]) -> tuple[Slot, ...]:
    """The slots of a year for which no meeting stands yet.

    `taken` gives the numbers that are in use in that year, each with a day of that meeting. A
    number beyond those of the year (the series meets less often than it did) still is a meeting:
    it stands for the slot without one that lies nearest to its day.
    """
    numbers = {slot.ordinal for slot in slots}
    missing = [slot for slot in slots if slot.ordinal not in taken]
    for _number, day in sorted(pair for pair in taken.items() if pair[0] not in numbers):
        if missing:
            missing.remove(min(missing, key=lambda slot: _distance(slot, day)))
    return tuple(missing)


def _distance(slot: Slot, day: date) -> int:
    """Days between a day and a window; none when it lies within."""
    return max((slot.opens_on - day).days, (day - slot.closes_on).days, 0)


def first_suitable_day(
    today: date, opens_on: date, closes_on: date, lead_days: int, blocked: Sequence[Span] = ()
) -> date | None:
    """The first free day of a window that leaves `lead_days` working days to prepare.

    None when the window closes before that day.
    """
    earliest = max(opens_on, add_working_days(today, lead_days))
    return next(free_days(earliest, closes_on, blocked), None)
