"""Working days against the known Dutch calendar, and as arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from events.workdays import (
    add_working_days,
    is_working_day,
    last_day_to_answer,
    next_working_day,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
COUNTS = st.integers(-60, 60)


@pytest.mark.parametrize(
    ("sent", "meets", "usual", "last"),
    [
        (date(2026, 9, 23), date(2026, 11, 12), 14, date(2026, 10, 23)),  # as usual
        (date(2026, 9, 23), date(2026, 10, 1), 10, date(2026, 9, 25)),  # eight days ahead
        (date(2026, 9, 23), date(2026, 10, 9), 10, date(2026, 9, 25)),  # exactly two days left
        (date(2026, 9, 25), date(2026, 9, 30), 10, date(2026, 9, 29)),  # over a weekend
        (date(2026, 9, 24), date(2026, 9, 28), 10, date(2026, 9, 25)),  # before its day, a Monday
        (date(2026, 9, 23), date(2026, 9, 24), 10, date(2026, 9, 23)),  # tomorrow
        (date(2026, 9, 26), date(2026, 9, 28), 10, date(2026, 9, 26)),  # on Saturday for Monday
        (date(2026, 9, 23), date(2026, 9, 23), 10, date(2026, 9, 23)),  # today
        (date(2026, 9, 23), date(2026, 10, 1), 0, date(2026, 10, 1)),  # the series says: that day
    ],
)
def test_the_last_day_to_answer(sent: date, meets: date, usual: int, last: date) -> None:
    assert last_day_to_answer(sent, meets, usual) == last


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(0, 120),
    st.integers(0, 30),
)
def test_there_is_time_to_answer_before_the_day(sent: date, ahead: int, usual: int) -> None:
    meets = sent + timedelta(days=ahead)
    last = last_day_to_answer(sent, meets, usual)
    assert sent <= last <= meets
    is_soon = add_working_days(meets, -1) < add_working_days(sent, 2)
    assert is_soon or last >= add_working_days(sent, 2)
    assert last < meets or not usual or meets <= next_working_day(sent)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "New Year"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 4, 27), "King's Day"),
        (date(2025, 4, 26), "King's Day on Saturday, because the 27th is a Sunday"),
        (date(2026, 5, 5), "Liberation Day"),
        (date(2026, 5, 14), "Ascension"),
        (date(2026, 5, 25), "Whit Monday"),
        (date(2026, 12, 25), "Christmas"),
        (date(2026, 12, 26), "second day of Christmas, a Saturday"),
        (date(2028, 12, 26), "second day of Christmas, a Tuesday"),
        (date(2027, 3, 29), "Easter Monday"),
        (date(2027, 5, 6), "Ascension"),
        (date(2027, 5, 17), "Whit Monday"),
        (date(2026, 9, 26), "a Saturday"),
        (date(2026, 9, 27), "a Sunday"),
    ],
)
def test_nobody_works_on(day: date, name: str) -> None:
    assert not is_working_day(day), name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 9, 23), "a Wednesday"),
        (date(2026, 4, 28), "the day after King's Day"),
        (date(2026, 5, 4), "Remembrance Day"),
        (date(2026, 5, 15), "the Friday after Ascension"),
        (date(2026, 12, 5), None),
        (date(2026, 12, 24), "Christmas Eve"),
        (date(2026, 12, 31), "New Year's Eve"),
    ],
)
def test_people_work_on(day: date, name: str | None) -> None:
    assert is_working_day(day) is (name is not None)


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (date(2026, 9, 23), 0, date(2026, 9, 23)),
        (date(2026, 9, 23), 1, date(2026, 9, 24)),
        (date(2026, 9, 25), 1, date(2026, 9, 28)),
        (date(2026, 9, 26), 1, date(2026, 9, 28)),
        (date(2026, 9, 23), 10, date(2026, 10, 7)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 4, 24), 1, date(2026, 4, 28)),
        (date(2026, 5, 13), 1, date(2026, 5, 15)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 9, 28), -1, date(2026, 9, 25)),
    ],
)
def test_counting_over_weekends_and_holidays(day: date, count: int, then: date) -> None:
    assert add_working_days(day, count) == then


def test_ten_working_days_to_respond_are_two_weeks_and_more_over_easter() -> None:
    assert add_working_days(date(2026, 3, 30), 10) == date(2026, 4, 15)


@given(DAYS)
def test_the_next_working_day_is_the_nearest_one(day: date) -> None:
    following = next_working_day(day)
    assert is_working_day(following)
    assert day <= following <= day + 5 * DAY
    assert not any(is_working_day(day + n * DAY) for n in range((following - day).days))


@given(DAYS)
def test_a_working_day_is_its_own_next(day: date) -> None:
    assume(is_working_day(day))
    assert next_working_day(day) == day


@given(DAYS, COUNTS)
def test_the_count_is_right(day: date, count: int) -> None:
    then = add_working_days(day, count)
    first, last = sorted((day, then))
    passed = [first + n * DAY for n in range((last - first).days + 1)]
    passed.remove(day)
    assert sum(map(is_working_day, passed)) == abs(count)
    assert count == 0 or is_working_day(then)


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_steps_add_up(day: date, one: int, other: int) -> None:
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)


@given(DAYS, st.integers(0, 60))
def test_there_and_back(day: date, count: int) -> None:
    assume(is_working_day(day))
    assert add_working_days(add_working_days(day, count), -count) == day


@given(st.integers(2015, 2045))
def test_kings_day_is_never_on_a_sunday(year: int) -> None:
    on_27 = date(year, 4, 27)
    kept = on_27 - DAY if on_27.weekday() == 6 else on_27
    assert not is_working_day(kept)


@given(st.integers(2015, 2045))
def test_a_year_has_some_250_working_days(year: int) -> None:
    first = date(year, 1, 1)
    days = [first + n * DAY for n in range((date(year + 1, 1, 1) - first).days)]
    assert 248 <= sum(map(is_working_day, days)) <= 257
