"""Working days in the Netherlands: no weekends, no public holidays. Pure functions on dates.

A blocked period (first and last day, both included) holds working days on which nobody meets, such
as those of the school holidays. People do work then, so lead times count them.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

import holidays

Span = tuple[date, date]
DAY = timedelta(days=1)
TIME_TO_ANSWER = 2  # working days, at least


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    """Public holidays of one year, with Good Friday and Liberation Day, as offices keep them."""
    kept = holidays.country_holidays("NL", years=year, categories=("public", "optional"))
    return frozenset(kept)


@lru_cache(maxsize=64)
def _names(year: int, language: str) -> dict[date, str]:
    spoken = "nl" if language == "nl" else "en_US"
    kept = holidays.country_holidays(
        "NL", years=year, categories=("public", "optional"), language=spoken
    )
    return dict(kept)


def holiday_name(day: date, language: str) -> str:
    """What a public holiday is called; empty on any other day."""
    return _names(day.year, language).get(day, "")


def is_office_hour(local: datetime) -> bool:
    """Whether reminders leave at this moment of the city: from nine to five on working days."""
    opens, closes = 9, 17
    return is_working_day(local.date()) and opens <= local.hour < closes


def is_working_day(day: date) -> bool:
    """Whether people in the lab can be asked something on this day."""
    return day.weekday() < 5 and day not in _holidays(day.year)  # noqa: PLR2004


def next_working_day(day: date) -> date:
    """`day` itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The working day that lies `count` working days after `day` (before it when negative)."""
    step = timedelta(days=1 if count >= 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def last_day_to_answer(sent: date, meets: date, usual: int) -> date:
    """Until when to answer an invitation: `usual` working days before the day of the meeting.

    When that is too soon after `sent`, two working days after it; yet before the day of the
    meeting, as far as there is a working day left before it, and never before it is sent.
    """
    asked = add_working_days(meets, -usual)
    first = add_working_days(sent, TIME_TO_ANSWER)
    if asked >= first:
        return asked
    return max(min(first, add_working_days(meets, -1)), min(sent, meets))


def is_free_day(day: date, blocked: Sequence[Span] = ()) -> bool:
    """Whether a meeting can be held on this day: a working day outside every blocked period."""
    return is_working_day(day) and not any(first <= day <= last for first, last in blocked)


def free_days(first: date, last: date, blocked: Sequence[Span] = ()) -> Iterator[date]:
    """The free days from `first` until and including `last`, in order; none when it ends before."""
    near = [span for span in blocked if span[0] <= last and first <= span[1]]
    for number in range((last - first).days + 1):
        if is_free_day(day := first + number * DAY, near):
            yield day


def last_free_days(
    first: date, last: date, count: int, blocked: Sequence[Span] = ()
) -> tuple[date, ...]:
    """At most `count` free days of a span, the last one first."""
    near = [span for span in blocked if span[0] <= last and first <= span[1]]
    found: list[date] = []
    day = last
    while len(found) < count and day >= first:
        if is_free_day(day, near):
            found.append(day)
        day -= DAY
    return tuple(found)
