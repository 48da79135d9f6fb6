"""How a duty to meet stands: held, dated, open, and until when it can be met. Pure functions.

Which rule, in two steps. A meeting is *in time* when it falls on a free day of its agreed window;
its date must then be fixed `lead_days` working days before the last free day of that window. The
duty itself counts per calendar year: a meeting outside its window counts as well. So when the
window cannot be reached any more, the duty can *still be met*: with k meetings to go, each needs a
free day of its own before the end of the year, and the last day to fix the first of those dates is
`lead_days` working days before the k-th last free day of the year.

Counting back goes over working days; blocked periods are no days to meet, but days on which people
can prepare.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.workdays import Span, add_working_days, free_days, last_free_days


@dataclass(frozen=True)
class Terms:
    """What is asked: `need` meetings in a year, each fixed `lead_days` working days ahead.

    A date poll takes `poll_days` working days before that. Nobody meets in a blocked period.
    """

    year: int
    need: int
    lead_days: int
    poll_days: int = 0
    blocked: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Standing:
    """One meeting as it stands: its window, the day it was held, the day that holds now."""

    opens_on: date
    closes_on: date
    held_on: date | None = None
    dated_on: date | None = None


@dataclass(frozen=True)
class Forecast:
    """How a duty stands on a day.

    `kinds` has a word for each meeting: held, dated, possible (in its window, when a date is fixed
    in time), open (not in its window any more). `passed` had a date, and nobody recorded who was
    there. `missing` more meetings are needed, for which no date stands.
    """

    terms: Terms
    today: date
    kinds: tuple[str, ...]
    passed: int
    undated: int
    in_time_until: date | None
    last_on: date | None
    held_by: date | None

    @property
    def held(self) -> int:
        """Meetings that were held in the year."""
        return self.kinds.count("held")

    @property
    def dated(self) -> int:
        """Meetings with a date that still comes."""
        return self.kinds.count("dated")

    @property
    def expected(self) -> int:
        """Meetings that there will be when each open one gets its date in time."""
        return self.held + self.dated + self.kinds.count("possible")

    @property
    def missing(self) -> int:
        """How many meetings the duty still needs beyond those that have, or had, a date."""
        return max(0, self.terms.need - self.held - self.dated - self.passed)

    @property
    def is_possible(self) -> bool:
        """There are free days left for all that is missing."""
        return not self.missing or (self.held_by is not None and self.held_by >= self.today)

    @property
    def act_by(self) -> date | None:
        """The day that presses now: for the window, then for the year, then the last to meet."""
        days = (self.in_time_until, self.last_on, self.held_by)
        return next((day for day in days if day is not None and day >= self.today), None)

    @property
    def poll_by(self) -> date | None:
        """The last day to begin a date poll, when there is time for one."""
        if self.act_by is None or self.act_by == self.held_by:
            return None
        day = add_working_days(self.act_by, -self.terms.poll_days)
        return day if day >= self.today else None

    @property
    def state(self) -> str:
        """One of met, on_track, attention, missed, not_yet."""
        if self.today.year < self.terms.year:
            return "not_yet"
        if self.held >= self.terms.need:
            return "met"
        if self.today.year > self.terms.year or not self.is_possible:
            return "missed"
        return "on_track" if self.expected >= self.terms.need else "attention"


def last_day_in_time(
    opens_on: date, closes_on: date, lead_days: int, blocked: Sequence[Span] = ()
) -> date | None:
    """The last day to fix a date so that the meeting falls on a free day of its window.

    None when the window has no free day.
    """
    last = last_free_days(opens_on, closes_on, 1, blocked)
    return add_working_days(last[0], -lead_days) if last else None


def first_day_to_poll(opens_on: date, closes_on: date, terms: Terms) -> date | None:
    """The day from which a date poll is due: then the first free day of the window is in reach."""
    first = next(free_days(opens_on, closes_on, terms.blocked), None)
    return first and add_working_days(first, -terms.lead_days - terms.poll_days)


def forecast(meetings: Sequence[Standing], terms: Terms, today: date) -> Forecast:
    """How a duty stands on `today`."""
    in_time = [
        last_day_in_time(each.opens_on, each.closes_on, terms.lead_days, terms.blocked)
        for each in meetings
    ]
    kinds = tuple(
        _kind(each, last, terms, today) for each, last in zip(meetings, in_time, strict=True)
    )
    without = [
        (each, last)
        for each, kind, last in zip(meetings, kinds, in_time, strict=True)
        if kind in {"possible", "open"}
    ]
    undated = [last for each, last in without if each.dated_on is None]
    passed = len(without) - len(undated)
    there = kinds.count("held") + kinds.count("dated") + passed
    missing = max(0, terms.need - there)
    reachable = sorted((last for last in undated if last is not None), reverse=True)
    held_by = _held_by(terms, missing)
    return Forecast(
        terms=terms,
        today=today,
        kinds=kinds,
        passed=passed,
        undated=len(undated),
        in_time_until=reachable[missing - 1] if 0 < missing <= len(reachable) else None,
        last_on=held_by and add_working_days(held_by, -terms.lead_days),
        held_by=held_by,
    )


def _kind(meeting: Standing, last: date | None, terms: Terms, today: date) -> str:
    if meeting.held_on is not None:
        return "held" if meeting.held_on.year == terms.year else "elsewhere"
    if meeting.dated_on is not None and meeting.dated_on >= today:
        return "dated" if meeting.dated_on.year == terms.year else "elsewhere"
    return "possible" if last is not None and last >= today else "open"


def _held_by(terms: Terms, missing: int) -> date | None:
    """The k-th last free day of the year, None when nothing is missing or there are not so many."""
    if not missing:
        return None
    year = date(terms.year, 1, 1), date(terms.year, 12, 31)
    days = last_free_days(*year, missing, terms.blocked)
    return days[-1] if len(days) == missing else None
