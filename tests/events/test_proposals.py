"""Which days are proposed, and which moment suits best: for any period and any answers."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from events.proposals import (
    Taken,
    Tally,
    best_of,
    free_days,
    free_moments,
    reason_against,
    spread,
)
from events.workdays import holiday_name, is_office_hour, is_working_day

ZONE = ZoneInfo("Europe/Amsterdam")
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
LENGTHS = st.integers(0, 200)


@st.composite
def spans(draw: st.DrawFn) -> tuple[Taken, ...]:
    found = []
    for number in range(draw(st.integers(0, 4))):
        first = draw(DAYS)
        last = first + timedelta(days=draw(st.integers(0, 40)))
        found.append(Taken(first, last, f"reden {number}"))
    return tuple(found)


@given(DAYS, LENGTHS, spans())
def test_free_days_are_all_the_working_days_on_which_nothing_is(
    first: date, length: int, taken: tuple[Taken, ...]
) -> None:
    last = first + timedelta(days=length)
    every = [first + timedelta(days=n) for n in range(length + 1)]
    blocked = {day for day in every for each in taken if each.first_on <= day <= each.last_on}
    assert free_days(first, last, taken) == [
        day for day in every if is_working_day(day) and day not in blocked
    ]
    assert all(bool(reason_against(day, taken)) == (day in blocked) for day in every)


def test_a_period_that_ends_before_it_begins_has_no_days() -> None:
    assert free_days(date(2026, 5, 2), date(2026, 5, 1), ()) == []


@given(st.lists(DAYS, max_size=120), st.integers(1, 12))
def test_proposals_are_some_of_the_days_in_order(days: list[date], count: int) -> None:
    chosen = spread(days, count)
    assert set(chosen) <= set(days)
    assert chosen == sorted(set(chosen))
    assert len(chosen) == min(count, len(set(days)))


@example(first=date(2021, 3, 31), length=60, count=5)  # no Monday in the last part
@given(DAYS, st.integers(60, 300), st.integers(2, 5))
def test_proposals_lie_over_the_period_and_over_the_week(
    first: date, length: int, count: int
) -> None:
    days = free_days(first, first + timedelta(days=length), ())
    chosen = spread(days, count)
    assert max(Counter(day.weekday() for day in chosen).values()) == 1
    places = [days.index(day) * count // len(days) for day in chosen]
    assert len(set(places)) >= count - 1  # one in each part, up to a day on the border


@given(
    first=DAYS,
    length=LENGTHS,
    wait=st.integers(-30, 90),
    taken=spans(),
    clock=st.times(time(8), time(20)),
)
def test_moments_keep_the_clock_in_winter_and_in_summer(
    first: date, length: int, wait: int, taken: tuple[Taken, ...], clock: time
) -> None:
    window = first, first + timedelta(days=length)
    earliest = first + timedelta(days=wait)
    found = free_moments(window, earliest=earliest, clock=clock, zone=ZONE, taken=taken, count=5)
    assert len(found) <= 5
    for moment in found:
        assert moment.astimezone(ZoneInfo("UTC")).astimezone(ZONE).time() == clock
        assert max(first, earliest) <= moment.date() <= window[1]
        assert is_working_day(moment.date())
        assert not reason_against(moment.date(), taken)
    free = free_days(max(first, earliest), window[1], taken)
    assert len(found) == min(5, len(free))


TALLIES = st.builds(
    lambda gladly, more, cannot: Tally(gladly + more, gladly, cannot),
    *(st.integers(0, 6), st.integers(0, 6), st.integers(0, 6)),
)


@given(st.dictionaries(st.integers(0, 20), TALLIES, max_size=12))
def test_no_moment_suits_more_people_than_the_best(tallies: dict[int, Tally]) -> None:
    best = best_of(tallies)
    assert bool(best) == any(each.can for each in tallies.values())
    for key, each in tallies.items():
        for other in best:
            assert (each.can, each.gladly) <= (tallies[other].can, tallies[other].gladly)
        is_equal = any((each.can, each.gladly) == (tallies[o].can, tallies[o].gladly) for o in best)
        assert (key in best) == is_equal


def test_more_people_before_gladder_people() -> None:
    tallies = {"a": Tally(5, 1, 1), "b": Tally(4, 4, 0), "c": Tally(5, 3, 1), "d": Tally(5, 3, 0)}
    assert best_of(tallies) == {"c", "d"}
    assert tallies["a"].if_need_be == 4


def test_holidays_have_a_name_in_both_languages() -> None:
    kingsday = date(2026, 4, 27)
    assert holiday_name(kingsday, "nl") == "Koningsdag"
    assert holiday_name(kingsday, "en") == "King's Day"
    assert holiday_name(date(2026, 4, 28), "nl") == ""


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((2026, 4, 24, 9, 0), True),
        ((2026, 4, 24, 16, 59), True),
        ((2026, 4, 24, 17, 0), False),
        ((2026, 4, 24, 8, 59), False),
        ((2026, 4, 25, 12, 0), False),
        ((2026, 4, 27, 12, 0), False),
    ],
)
def test_office_hours(moment: tuple[int, ...], expected: bool) -> None:
    assert is_office_hour(datetime(*moment, tzinfo=ZONE)) is expected
