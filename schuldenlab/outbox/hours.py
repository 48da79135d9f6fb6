"""Arithmetic of the hours in which mail goes out. All clocks are those of the lab's city."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

CITY_ZONE = ZoneInfo("Europe/Amsterdam")
SATURDAY = 5
CATEGORIES = ("public", "optional")
Quiet = tuple[time, time]  # from this clock until just before that one; may go past midnight


def is_quiet(moment: datetime, quiet: Quiet | None) -> bool:
    """Whether what is not urgent waits at this moment; None: there are no quiet hours."""
    if quiet is None:
        return False
    begins, ends = quiet
    clock = moment.astimezone(CITY_ZONE).time()
    if begins <= ends:
        return begins <= clock < ends
    return clock >= begins or clock < ends


def after_quiet(moment: datetime, quiet: Quiet | None) -> datetime:
    """The moment itself, or the end of the quiet hours in which it falls.

    A weekend or a holiday is a day like another: what waits goes at the end of the same night.
    """
    if quiet is None or not is_quiet(moment, quiet):
        return moment
    return next_clock(moment, quiet[1])


def next_clock(moment: datetime, clock: time) -> datetime:
    """The first time, from this moment on, that the clocks of the city say so."""
    day = moment.astimezone(CITY_ZONE).date()
    today = datetime.combine(day, clock, tzinfo=CITY_ZONE)
    if today >= moment:
        return today
    return datetime.combine(day + timedelta(days=1), clock, tzinfo=CITY_ZONE)


def next_week(moment: datetime, weekday: int, clock: time) -> datetime:
    """The first such weekday (Monday is 0) at this clock, from this moment on.

    On a public holiday or in a weekend nobody reads it: then it goes on the next working day.
    """
    day = next_clock(moment, clock)
    while day.weekday() != weekday:
        day += timedelta(days=1)
    while day.weekday() >= SATURDAY or day.date() in _holidays(day.year):
        day += timedelta(days=1)
    return day


@cache
def _holidays(year: int) -> frozenset[date]:
    """Public holidays of one year, with Good Friday and Liberation Day, as offices keep them."""
    return frozenset(holidays.country_holidays("NL", years=year, categories=CATEGORIES))
