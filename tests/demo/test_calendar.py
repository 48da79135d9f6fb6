"""The story fits on every day: no database, only the timeline."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from events.workdays import is_working_day
from programme.deadlines import CITY_ZONE, after_working_days
from schuldenlab.demo.story import openness
from schuldenlab.demo.story.calendar import Calendar, parse_today
from schuldenlab.demo.story.stage import Stage
from schuldenlab.demo.story.tell import CHAPTERS

PRELUDE = (openness._come, openness._leave, openness._forget)
DAYS = [date(2026, 1, 1) + timedelta(days=number) for number in range(1461)]


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2029])
def test_every_day_of_a_year(year: int) -> None:
    for today in [day for day in DAYS if day.year == year]:
        calendar = Calendar(today)
        stage = Stage(calendar)
        openness.write(stage)  # it has a prelude: somebody who was wiped out has to come and go
        assert max(moment.date() for moment, _order, act in stage._acts if act in PRELUDE) < (
            today - timedelta(days=330)
        )
        stage._acts = [each for each in stage._acts if each[2] not in PRELUDE]
        for chapter in CHAPTERS:
            if chapter is not openness:
                chapter.write(stage)
        moments = [moment for moment, _order, _act in stage._acts]
        assert max(moments) < datetime.combine(today, time(), tzinfo=CITY_ZONE), today
        assert min(moments).date() >= today - timedelta(days=330), today
        assert all(is_working_day(moment.date()) for moment in moments), today
        assert after_working_days(calendar.at(-21, "10:00"), 3) < calendar.lately(5, "09:30"), today
        assert calendar.deadline(16).date() > today


@pytest.mark.parametrize(
    ("today", "year", "has_next"),
    [
        (date(2026, 6, 10), 2025, True),
        (date(2026, 6, 11), 2026, False),
        (date(2026, 9, 21), 2026, False),
        (date(2026, 9, 22), 2026, True),
        (date(2026, 12, 31), 2026, True),
        (date(2027, 1, 1), 2026, True),
        (date(2028, 2, 29), 2027, True),
    ],
)
def test_the_year_of_the_story(today: date, year: int, has_next: bool) -> None:
    assert (Calendar(today).year, Calendar(today).has_next_year) == (year, has_next)


def test_today_as_people_type_it() -> None:
    assert parse_today("2026-09-23") == parse_today("23-09-2026") == date(2026, 9, 23)
    assert parse_today("") == datetime.now(CITY_ZONE).date()


@pytest.mark.parametrize(
    "typed", ["gisteren", "2026-02-30", "2025-12-31", "2101-01-01", "20260923"]
)
def test_a_day_that_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_today(typed)
