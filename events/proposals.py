"""Days to propose for a meeting, and which moment suits best. Pure functions on values."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TypeVar

from events.workdays import is_working_day

Key = TypeVar("Key", bound=Hashable)


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
    least so far, the nearest to the middle first.
    """
    ordered = sorted(set(days))
    if len(ordered) <= count:
        return ordered
    chosen: list[date] = []
    used: Counter[int] = Counter()
    for number in range(count):
        first, last = (len(ordered) * edge // count for edge in (number, number + 1))
        part, middle = ordered[first:last], (last - first - 1) / 2
        place = min(
            range(len(part)),
            key=lambda n: (used[part[n].weekday()], abs(n - middle), n),
        )
        chosen.append(part[place])
        used[part[place].weekday()] += 1
    return chosen


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
