"""What a measure is asked and what it answers, and how a state follows from the figures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from partners.models import Framework
from partners.querysets import local_day

T = TypeVar("T")
PATIENCE = timedelta(days=60)


class State(StrEnum):
    """Worst first; `not_yet` and nothing at all are left out when the worst is taken."""

    MISSED = "missed"
    ATTENTION = "attention"
    ON_TRACK = "on_track"
    MET = "met"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Asked:
    """A question: a framework, a year, and the moment at which we want to know.

    `live_on` is the first day of the lab here; without one it was kept here all along.
    """

    framework: Framework
    year: int
    moment: datetime
    by_on: date
    live_on: date | None = None
    known: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, question: Callable[["Asked"], T]) -> T:
        """The answer to a question that several measures of one Kompas share, asked once.

        It may not depend on the by-date: that is of one measure.
        """
        if question not in self.known:
            self.known[question] = question(self)
        answer: T = self.known[question]
        return answer

    @property
    def day(self) -> date:
        """The day that is judged: that of the moment, but within the year."""
        return min(self.today, date(self.year, 12, 31))

    @property
    def today(self) -> date:
        """The day of the moment."""
        return local_day(self.moment)

    @property
    def late_since(self) -> date | None:
        """The by-date, once it has passed."""
        return self.by_on if self.today > self.by_on else None

    @property
    def is_year_over(self) -> bool:
        """The year has passed: what is not there now does not come any more."""
        return self.today > date(self.year, 12, 31)

    @property
    def is_before_us(self) -> bool:
        """More than half of the time for it had gone by when the lab began to be kept here.

        Then what is not on record may be there all the same: nobody can say that it is not met.
        """
        begin = date(self.year, 1, 1)
        half = begin + (self.by_on - begin) / 2
        return self.live_on is not None and min(half, self.today) < self.live_on


@dataclass(frozen=True)
class Evidence:
    """Where the rows behind a figure stand."""

    label: str
    url: str


@dataclass(frozen=True)
class Reading:
    """The answer of a measure. `forecast` is what we shall have when nothing more is done."""

    state: State
    have: int
    need: int
    unit: str
    forecast: int | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    pips: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class LateFact:
    """Something that had happened by the day that is judged, and was recorded after the moment."""

    happened_on: date
    recorded_at: datetime
    text: str
    url: str


class Late(list[LateFact]):
    """The newest facts that were known later; `total` says how many there are in all."""

    def __init__(self, facts: Iterable[LateFact] = (), total: int | None = None) -> None:
        super().__init__(facts)
        self.total = len(self) if total is None else total

    @property
    def more(self) -> int:
        """How many are not named here."""
        return max(0, self.total - len(self))


def judge(asked: Asked, have: int, need: int, forecast: int) -> State:
    """The state of what is due by a day of the year.

    Met when it is there, also when it came late. Until its day on track as long as the forecast is
    enough. After its day, or with a forecast that falls short, attention: it can still be mended
    within the year. Missed when the year is over. Of a time before the lab was kept here nothing
    that lacks is held against it.
    """
    if asked.year > asked.today.year:
        return State.NOT_YET
    if have >= need:
        return State.MET
    if not asked.is_year_over and asked.today <= asked.by_on and forecast >= need:
        return State.ON_TRACK
    if asked.is_before_us:
        return State.NOT_YET
    return State.MISSED if asked.is_year_over else State.ATTENTION


def judge_standing(asked: Asked, short_since: date | None) -> State:
    """What must hold every day: attention for sixty days, then missed, until it is mended.

    The sixty days begin at the earliest on the first day of the lab here.
    """
    if asked.year > asked.today.year:
        return State.NOT_YET
    if short_since is None:
        return State.MET
    if asked.live_on is not None:
        if asked.day < asked.live_on:
            return State.NOT_YET
        short_since = max(short_since, asked.live_on)
    return State.ATTENTION if asked.day - short_since <= PATIENCE else State.MISSED


def worst(states: Iterable[State | None]) -> State | None:
    """The state of a clause; None when nothing of it is built, not yet when nothing is due."""
    known = [state for state in states if state is not None]
    due = [state for state in known if state is not State.NOT_YET]
    order = list(State)
    if due:
        return min(due, key=order.index)
    return State.NOT_YET if known else None
