"""Deadlines: 17.00 on a working day in the city, in summer and in winter."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.workdays import add_working_days, is_working_day
from programme import deadlines

CITY = ZoneInfo("Europe/Amsterdam")
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
moments = st.builds(
    lambda day, minute: (
        datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minute)
    ),
    days,
    st.integers(0, 24 * 60 - 1),
)


def at(day: str, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=CITY)


@pytest.mark.parametrize(
    ("day", "closes", "utc"),
    [
        (date(2026, 1, 14), "2026-01-14", 16),  # winter: an hour behind us
        (date(2026, 7, 15), "2026-07-15", 15),  # summer: two
        (date(2026, 1, 17), "2026-01-19", 16),  # a Saturday
        (date(2026, 4, 3), "2026-04-07", 15),  # Good Friday, then Easter until Monday
        (date(2026, 12, 25), "2026-12-28", 16),  # Christmas, then the weekend
        (date(2026, 4, 27), "2026-04-28", 15),  # the King's birthday
        (date(2026, 5, 5), "2026-05-06", 15),  # Liberation Day
        (date(2026, 3, 29), "2026-03-30", 15),  # the Sunday on which summer time starts
        (date(2026, 10, 25), "2026-10-26", 16),  # and on which it ends
    ],
)
def test_a_ballot_closes_at_five_on_a_working_day(day: date, closes: str, utc: int) -> None:
    moment = deadlines.closing_moment(day)
    assert moment == at(closes, "17:00")
    assert moment.astimezone(UTC).hour == utc


@given(days)
def test_a_deadline_never_lies_before_the_day_and_always_on_a_working_day(day: date) -> None:
    moment = deadlines.closing_moment(day)
    assert (moment.hour, moment.minute) == (17, 0)
    assert is_working_day(moment.date())
    assert day <= moment.date() < day + timedelta(days=7)
    assert deadlines.closing_moment(moment.date()) == moment


@given(moments, st.integers(0, 30))
def test_the_term_counts_working_days_after_today(moment: datetime, count: int) -> None:
    """Counted one by one on the calendar of the city."""
    end = deadlines.after_working_days(moment, count)
    today = moment.astimezone(CITY).date()
    between = [today + timedelta(days=n) for n in range(1, (end.date() - today).days + 1)]
    worked = [day for day in between if is_working_day(day)]
    assert end.hour == 17
    if count:
        assert len(worked) == count
        assert worked[-1] == end.date()
    else:
        assert worked == ([end.date()] if between else [])


def test_ten_working_days_to_respond() -> None:
    assert deadlines.after_working_days(at("2025-12-15"), 10) == at("2025-12-31", "17:00")
    assert deadlines.after_working_days(at("2026-03-30"), 10) == at("2026-04-15", "17:00")


def test_the_day_is_that_of_the_city() -> None:
    """Half past eleven in the evening in London is tomorrow here."""
    late = datetime(2026, 6, 10, 22, 30, tzinfo=UTC)
    assert deadlines.after_working_days(late, 1) == at("2026-06-12", "17:00")


@pytest.mark.parametrize(
    ("adopted", "answer_by"),
    [
        ("2026-01-14", "2026-03-31"),
        ("2026-03-03", "2026-03-31"),  # twenty working days later is exactly that day
        ("2026-03-04", "2026-04-01"),
        ("2026-06-01", "2026-06-29"),
        ("2024-01-10", "2024-04-02"),  # the 31st is Easter Sunday
    ],
)
def test_the_commitment_is_asked_by_31_march_with_four_weeks_at_least(
    adopted: str, answer_by: str
) -> None:
    year = int(adopted[:4])
    assert deadlines.commitment_deadline(at(adopted), year) == at(answer_by, "17:00")


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at("2026-01-14", "08:59"), False),
        (at("2026-01-14", "09:00"), True),
        (at("2026-01-14", "16:59"), True),
        (at("2026-01-14", "17:00"), False),
        (at("2026-01-17", "10:00"), False),  # Saturday
        (at("2026-01-18", "10:00"), False),  # Sunday
        (at("2026-04-06", "10:00"), False),  # Easter Monday
        (datetime(2026, 7, 15, 7, 0, tzinfo=UTC), True),  # nine o'clock here
        (datetime(2026, 7, 15, 15, 0, tzinfo=UTC), False),  # five o'clock here
        (datetime(2026, 1, 14, 8, 0, tzinfo=UTC), True),
    ],
)
def test_reminders_leave_in_office_hours(moment: datetime, is_open: bool) -> None:
    assert deadlines.is_office_hour(moment) is is_open


FRIDAY = at("2026-01-16", "17:00")


@pytest.mark.parametrize(
    ("moment", "step"),
    [
        (at("2026-01-12", "16:59"), None),  # Monday: four working days before
        (at("2026-01-13", "00:00"), 3),
        (at("2026-01-14"), 3),
        (at("2026-01-15", "00:00"), 1),
        (at("2026-01-16", "16:59"), 1),
        (FRIDAY, None),
        (at("2026-01-19"), None),
    ],
)
def test_the_step_that_is_due(moment: datetime, step: int | None) -> None:
    assert deadlines.reminder_step(moment, FRIDAY, (3, 1)) == step
    assert deadlines.reminder_step(moment.astimezone(UTC), FRIDAY, (1, 3)) == step


def test_steps_jump_over_the_weekend() -> None:
    tuesday = at("2026-01-20", "17:00")
    assert deadlines.reminder_step(at("2026-01-14"), tuesday, (3, 1)) is None
    assert deadlines.reminder_step(at("2026-01-15"), tuesday, (3, 1)) == 3
    assert deadlines.reminder_step(at("2026-01-18"), tuesday, (3, 1)) == 3
    assert deadlines.reminder_step(at("2026-01-19"), tuesday, (3, 1)) == 1


@given(days, st.integers(0, 40))
def test_steps_only_count_down(last: date, before: int) -> None:
    deadline = deadlines.closing_moment(last)
    steps = [
        deadlines.reminder_step(deadline - timedelta(days=n, hours=1), deadline, (10, 3))
        for n in range(before, -1, -1)
    ]
    known = [step for step in steps if step is not None]
    assert known == sorted(known, reverse=True)
    assert steps[-1] == 3
    first = add_working_days(deadline.date(), -10)
    assert (steps[0] is not None) == (deadline.date() - timedelta(days=before) >= first)
