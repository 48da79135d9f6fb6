from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.cadence import Slot, Window, first_suitable_day, plan_year, slots_to_make
from events.workdays import Span, add_working_days, is_free_day

years = st.integers(2020, 2040)
days_of_year = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
windows = st.builds(Window, days_of_year, days_of_year)


@given(years, st.integers(1, 60))
def test_the_whole_year_is_divided_without_a_gap(year: int, count: int) -> None:
    slots = plan_year(year, count)
    assert [slot.ordinal for slot in slots] == list(range(1, count + 1))
    assert slots[0].opens_on == date(year, 1, 1)
    assert slots[-1].closes_on == date(year, 12, 31)
    for earlier, later in pairwise(slots):
        assert later.opens_on == earlier.closes_on + timedelta(days=1)
    lengths = {(slot.closes_on - slot.opens_on).days for slot in slots}
    assert max(lengths) - min(lengths) <= 1


@given(years, st.lists(windows, min_size=1, max_size=8))
def test_each_meeting_has_its_own_window(year: int, own: list[Window]) -> None:
    slots = plan_year(year, len(own), own)
    spans = sorted(window.in_year(year) for window in own)
    assert [(slot.opens_on, slot.closes_on) for slot in slots] == spans
    assert all(slot.opens_on.year == slot.closes_on.year == year for slot in slots)


@given(years, windows, st.integers(1, 6))
def test_one_window_is_shared(year: int, window: Window, count: int) -> None:
    first, last = window.in_year(year)
    if (last - first).days + 1 < count:
        with pytest.raises(ValueError, match="days for"):
            plan_year(year, count, [window])
        return
    slots = plan_year(year, count, [window])
    assert len(slots) == count
    assert (slots[0].opens_on, slots[-1].closes_on) == (first, last)


@given(years, st.integers(0, 12), st.lists(windows, max_size=3))
def test_planning_again_gives_the_same(year: int, count: int, own: list[Window]) -> None:
    def plan() -> tuple[Slot, ...] | str:
        try:
            return plan_year(year, count, own)
        except ValueError as error:
            return str(error)

    assert plan() == plan()


def test_no_meetings_a_year_plans_none() -> None:
    assert plan_year(2026, 0) == ()


@pytest.mark.parametrize("count", [3, 5])
def test_a_number_of_windows_that_does_not_fit_is_refused(count: int) -> None:
    two = [Window((3, 1), (5, 31)), Window((10, 1), (12, 10))]
    with pytest.raises(ValueError, match="2 windows"):
        plan_year(2026, count, two)


def test_fewer_than_no_meetings_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 meetings"):
        plan_year(2026, -1)


@given(years)
def test_the_last_of_february_is_there_every_year(year: int) -> None:
    first, last = Window((2, 1), (2, 29)).in_year(year)
    assert (first.month, last.month) == (2, 2)
    assert (last + timedelta(days=1)).month == 3


def test_working_days_leave_out_weekends_and_holidays() -> None:
    # 20 to 31 December 2026: Christmas on a Friday, two weekends
    slot = Slot(1, date(2026, 12, 20), date(2026, 12, 31))
    assert slot.working_days == 8


# -- the days within, 2020 to 2040 ---------------------------------------------------------------

ZONE = ZoneInfo("Europe/Amsterdam")
roomy = st.tuples(st.integers(1, 330), st.integers(14, 35)).map(
    lambda pair: tuple(date(2023, 1, 1) + timedelta(days=n) for n in (pair[0], sum(pair)))
)
own_windows = roomy.map(
    lambda days: Window((days[0].month, days[0].day), (days[1].month, days[1].day))
)
blocked_weeks = st.lists(
    st.tuples(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 20)).map(
        lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
    ),
    max_size=5,
)


@given(years, st.one_of(st.lists(own_windows, min_size=1, max_size=6), st.just([])), blocked_weeks)
def test_every_slot_is_met_inside_its_window_on_no_holiday(
    year: int, own: list[Window], blocked: list[Span]
) -> None:
    """As many as asked; each proposed day is free and in the window, also where clocks turn."""
    slots = plan_year(year, len(own) or 4, own)
    assert len(slots) == (len(own) or 4)
    assert [slot.ordinal for slot in slots] == sorted({slot.ordinal for slot in slots})
    for slot in slots:
        assert slot.working_days > 0
        before = slot.opens_on - timedelta(days=90)
        day = first_suitable_day(before, slot.opens_on, slot.closes_on, 30, blocked)
        if day is None:
            continue
        assert slot.opens_on <= day <= slot.closes_on
        assert is_free_day(day, blocked)
        assert day >= add_working_days(before, 30)
        moment = datetime.combine(day, time(10), tzinfo=ZONE)
        assert moment.astimezone(UTC).astimezone(ZONE).timetuple()[:5] == (
            *day.timetuple()[:3],
            10,
            0,
        )


@given(years, st.integers(1, 12))
def test_years_follow_each_other_without_a_gap(year: int, count: int) -> None:
    last, first = plan_year(year, count)[-1], plan_year(year + 1, count)[0]
    assert first.opens_on - last.closes_on == timedelta(days=1)


numbers = st.dictionaries(st.integers(1, 12), st.dates(date(2026, 1, 1), date(2026, 12, 31)))


@given(st.integers(0, 8), numbers)
def test_what_is_to_make_makes_the_number_complete(count: int, taken: dict[int, date]) -> None:
    """With what is there the number is right, never one too many; and then nothing is to make."""
    slots = plan_year(2026, count)
    made = slots_to_make(slots, taken)
    assert len(taken) + len(made) == max(count, len(taken))
    assert not {slot.ordinal for slot in made} & taken.keys()
    after = taken | {slot.ordinal: slot.opens_on for slot in made}
    assert slots_to_make(slots, after) == ()


def test_a_meeting_beyond_the_number_stands_for_the_nearest_slot() -> None:
    """Of four the last has a date in November: with two a year it is the second of them."""
    half = plan_year(2026, 2)
    assert slots_to_make(half, {4: date(2026, 11, 12)}) == half[:1]
    assert slots_to_make(half, {3: date(2026, 2, 1), 4: date(2026, 11, 12)}) == ()
