"""How the meetings of the year are arranged: series, holidays, and a warning in time."""

from datetime import date, datetime, time, timedelta
from typing import Any

from events import actions
from events.models import MeetingSeries

from .calendar import Calendar
from .stage import Stage

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
# What the kernteam arranges otherwise than the framework's usual series.
ARRANGED: dict[str, dict[str, Any]] = {
    "network": {"colleagues": 2, "is_public": True, "usual_time": time(14, 0), "reply_days": 14},
    "inspiration": {"is_public": True, "polls_itself": True, "usual_time": time(15, 0)},
}


def write(stage: Stage) -> None:
    """The school holidays of three years, the series, and what the clock warns of."""
    calendar = stage.calendar
    stage.on(calendar.at(-329, "17:00"), lambda at: _block(stage, at))
    stage.on(calendar.at(-329, "17:15"), lambda at: _arrange(stage, at))
    for offset in (-60, -35, -15):
        stage.on(calendar.at(offset, "07:00"), _warn)
    stage.on(calendar.lately(1, "07:00"), _warn)


def _block(stage: Stage, at: datetime) -> None:
    first = at.year
    for year in range(first, stage.calendar.today.year + 2):
        for title, title_en, begins, weeks in school_holidays(year):
            ends = begins + weeks * WEEK - timedelta(days=1)
            first_on, last_on = around_the_poll(stage.calendar, begins, ends)
            if first_on < last_on:
                actions.add_blocked_period(
                    title=f"{title} {year}",
                    title_en=f"{title_en} {year}",
                    first_on=first_on,
                    last_on=last_on,
                    actor=stage.manager,
                    at=at,
                )


def around_the_poll(calendar: Calendar, first: date, last: date) -> tuple[date, date]:
    """The longest part of a holiday without the days that the poll after the strike offers."""
    begins, ends = calendar.day(-134), calendar.day(-125)
    if last < begins or ends < first:
        return first, last
    parts = (first, begins - DAY), (ends + DAY, last)
    return max(parts, key=lambda part: part[1] - part[0])


def school_holidays(year: int) -> list[tuple[str, str, date, int]]:
    """Names, first day (a Saturday) and weeks, about as they fall in the middle of the country."""
    return [
        ("Voorjaarsvakantie", "Spring holiday", _saturday(year, 2, 18), 1),
        ("Meivakantie", "May holiday", _saturday(year, 4, 23), 1),
        ("Zomervakantie", "Summer holiday", _saturday(year, 7, 15), 6),
        ("Herfstvakantie", "Autumn holiday", _saturday(year, 10, 16), 1),
        ("Kerstvakantie", "Christmas holiday", _saturday(year, 12, 18), 2),
    ]


def _saturday(year: int, month: int, day: int) -> date:
    """The first Saturday from this day on."""
    first = date(year, month, day)
    return first + timedelta(days=(5 - first.weekday()) % 7)


def _arrange(stage: Stage, at: datetime) -> None:
    for series in MeetingSeries.objects.in_force().filter(duty__in=ARRANGED):
        actions.change_series(series, facts=ARRANGED[series.duty], actor=stage.manager, at=at)


def _warn(at: datetime) -> None:
    actions.warn_of_last_days(at)
