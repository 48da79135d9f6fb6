"""The hours in which mail goes, on every day of the years, also when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.hours import after_quiet, is_quiet, next_clock, next_week
from schuldenlab.settings.parts.letters import _hours

ZONE = ZoneInfo("Europe/Amsterdam")
NIGHT = (time(20, 0), time(7, 0))
DAY = timedelta(days=1)

days = st.integers(0, 366 * 21)
moments = st.builds(
    lambda day, seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=day, seconds=seconds),
    days,
    st.integers(0, 86_399),
)
# Every clock but the hour that the change of the clocks skips or shows twice.
clocks = st.times().filter(lambda clock: clock.hour not in {2, 3})
nights = st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1])


def wall(year: int, month: int, day: int, clock: str) -> datetime:
    return datetime.combine(date(year, month, day), time.fromisoformat(clock), tzinfo=ZONE)


@given(moments, nights)
def test_what_waits_goes_when_the_night_ends(moment: datetime, night: tuple[time, time]) -> None:
    goes = after_quiet(moment, night)
    assert not is_quiet(goes, night)
    assert after_quiet(goes, night) == goes
    assert moment <= goes <= moment + DAY + timedelta(hours=1)
    if is_quiet(moment, night):
        assert goes.astimezone(ZONE).time() == night[1]
        quarter = moment + timedelta(minutes=15)
        while quarter < goes:
            assert is_quiet(quarter, night), quarter
            quarter += timedelta(minutes=15)
    else:
        assert goes == moment


@given(moments, moments, nights)
def test_nobody_overtakes(one: datetime, other: datetime, night: tuple[time, time]) -> None:
    first, last = sorted((one, other))
    assert after_quiet(first, night) <= after_quiet(last, night)


@given(moments, clocks)
def test_the_next_time_that_the_clocks_say_so(moment: datetime, clock: time) -> None:
    found = next_clock(moment, clock)
    assert found >= moment
    assert found.astimezone(ZONE).time() == clock
    assert found - moment < DAY + timedelta(hours=1)


@pytest.mark.parametrize(
    ("posted", "goes"),
    [
        (wall(2026, 9, 23, "19:59"), wall(2026, 9, 23, "19:59")),
        (wall(2026, 9, 23, "20:00"), wall(2026, 9, 24, "07:00")),
        (wall(2026, 9, 24, "06:59"), wall(2026, 9, 24, "07:00")),
        (wall(2026, 9, 24, "07:00"), wall(2026, 9, 24, "07:00")),
        # Friday evening: Saturday morning, the weekend is no night
        (wall(2026, 9, 25, "22:00"), wall(2026, 9, 26, "07:00")),
        # the nights in which the clocks change, of ten hours and of twelve
        (wall(2026, 3, 28, "21:00"), wall(2026, 3, 29, "07:00")),
        (wall(2026, 10, 24, "21:00"), wall(2026, 10, 25, "07:00")),
        (wall(2026, 12, 31, "23:30"), wall(2027, 1, 1, "07:00")),
    ],
)
def test_the_nights_of_this_house(posted: datetime, goes: datetime) -> None:
    assert after_quiet(posted, NIGHT) == goes


def test_without_quiet_hours_everything_goes_at_once() -> None:
    night = wall(2026, 9, 23, "23:00")
    assert not is_quiet(night, None)
    assert after_quiet(night, None) == night


def test_the_setting_as_it_is_typed() -> None:
    assert _hours("20:00-07:00") == NIGHT
    assert _hours("") is None


@pytest.mark.parametrize(
    ("written", "goes"),
    [
        ("2026-09-23T10:00", "2026-09-28T07:30"),  # a Wednesday: the next Monday
        ("2026-09-28T07:29", "2026-09-28T07:30"),
        ("2026-09-28T07:31", "2026-10-05T07:30"),
        ("2026-03-31T12:00", "2026-04-07T07:30"),  # Easter Monday: on Tuesday
        ("2027-04-20T12:00", "2027-04-26T07:30"),
        ("2026-10-20T12:00", "2026-10-26T07:30"),  # the clocks go back in between
    ],
)
def test_the_letter_of_the_week_goes_on_a_working_monday(written: str, goes: str) -> None:
    moment = datetime.fromisoformat(written).replace(tzinfo=ZONE)
    assert next_week(moment, 0, time(7, 30)) == datetime.fromisoformat(goes).replace(tzinfo=ZONE)


@given(moments, st.integers(0, 6))
def test_the_letter_of_the_week_is_never_before_nor_long_after(
    moment: datetime, weekday: int
) -> None:
    goes = next_week(moment, weekday, time(7, 30))
    assert moment <= goes < moment + 12 * DAY
    assert goes.astimezone(ZONE).time() == time(7, 30)
    assert goes.weekday() < 5
