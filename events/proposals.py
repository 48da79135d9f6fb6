"""Days to propose for a meeting, and which moment suits best. Pure functions on values."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import TypeVar

from events.workdays import is_working_day

Key = TypeVar("Key", bound=Hashable)
WORKING_WEEK = 5


@dataclass(frozen=True)
class Taken:
    """Days on which nothing is proposed, both ends included, and why."""

    first_on: date
    last_on: date
    why: str

    def covers(self, day: date) -> bool:
        """Whether this day is one of them."""
        return self.first_on <= day <= self.last_on


def reason_against(day: date, taken: Sequence[Taken]) -> str:
    """Why nothing is proposed on this day; empty when no period says so."""
    return next((span.why for span in taken if span.covers(day)), "")


def free_days(opens_on: date, closes_on: date, taken: Sequence[Taken]) -> list[date]:
    """The working days from `opens_on` until and including `closes_on` that are not taken."""
    count = (closes_on - opens_on).days + 1
    days = (opens_on + timedelta(days=number) for number in range(count))
    return [day for day in days if is_working_day(day) and not reason_against(day, taken)]


def spread(days: Sequence[date], count: int) -> list[date]:
    """`count` of these days, in order: spread over the period, and over the days of the week.

    The days are divided into as many parts; of each part comes the day whose weekday was chosen
    least so far, the nearest to the middle first. Where that takes a weekday more often than it
    must, the weekdays of the parts are exchanged.
    """
    ordered = sorted(set(days))
    if len(ordered) <= count:
        return ordered
    edges = [len(ordered) * edge // count for edge in range(count + 1)]
    parts = [ordered[first:last] for first, last in pairwise(edges)]
    chosen: list[date] = []
    used: Counter[int] = Counter()
    for part in parts:
        day = min(_from_middle(part), key=lambda each: used[each.weekday()])
        chosen.append(day)
        used[day.weekday()] += 1
    most = -(-count // WORKING_WEEK)
    return chosen if max(used.values()) <= most else _exchanged(parts, most) or chosen


def _from_middle(part: Sequence[date]) -> list[date]:
    """The days of a part, the nearest to its middle first."""
    middle = (len(part) - 1) / 2
    return [part[n] for n in sorted(range(len(part)), key=lambda n: (abs(n - middle), n))]


def _exchanged(parts: Sequence[Sequence[date]], most: int) -> list[date]:
    """Of each part a day, no weekday more than `most` times; nothing when that cannot be.

    A part that finds its weekday taken asks who took it for another one (augmenting paths).
    """
    held: dict[int, dict[int, date]] = defaultdict(dict)

    def place(number: int, asked: set[int]) -> bool:
        for day in _from_middle(parts[number]):
            weekday = day.weekday()
            if weekday in asked:
                continue
            asked.add(weekday)
            takers = held[weekday]
            if len(takers) >= most:
                moved = next((other for other in list(takers) if place(other, asked)), None)
                if moved is None:
                    continue
                del takers[moved]
            takers[number] = day
            return True
        return False

    if not all(place(number, set()) for number in range(len(parts))):
        return []
    return sorted(day for takers in held.values() for day in takers.values())


def free_moments(
    window: tuple[date, date],
    *,
    earliest: date,
    clock: time,
    zone: tzinfo,
    taken: Sequence[Taken],
    count: int,
) -> list[datetime]:
    """Moments to propose: free working days of the window, not before `earliest`, at `clock`.

    `clock` is what the clocks of the city show, in winter and in summer.
    """
    opens_on, closes_on = window
    days = spread(free_days(max(opens_on, earliest), closes_on, taken), count)
    return [datetime.combine(day, clock, tzinfo=zone) for day in days]


@dataclass(frozen=True, order=True)
class Tally:
    """How many can come at a moment (if need be counts), how many gladly, and how many not."""

    can: int = 0
    gladly: int = 0
    cannot: int = 0

    @property
    def if_need_be(self) -> int:
        """Who can, but had rather not."""
        return self.can - self.gladly


def best_of(tallies: Mapping[Key, Tally]) -> set[Key]:
    """The moments at which most people can; among equals those that suit most people well.

    Nothing is best as long as nobody can.
    """
    score = {key: (tally.can, tally.gladly) for key, tally in tallies.items() if tally.can}
    best = max(score.values(), default=None)
    return {key for key, each in score.items() if each == best}
