"""How a duty stands and until when it can be met, against counting by hand and day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.forecast import (
    Forecast,
    Standing,
    Terms,
    first_day_to_poll,
    forecast,
    last_day_in_time,
)
from events.workdays import (
    Span,
    add_working_days,
    free_days,
    is_free_day,
    is_working_day,
    last_free_days,
    next_working_day,
)

DAY = timedelta(days=1)
CHRISTMAS = (date(2026, 12, 19), date(2027, 1, 3))
AUTUMN = date(2026, 10, 1), date(2026, 12, 10)
SPRING = date(2026, 3, 1), date(2026, 5, 31)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1] * DAY))
BLOCKED = st.lists(SPANS, max_size=6)


def network(today: date, second: Standing, **facts: object) -> Forecast:
    """Two meetings, of which the first was held in spring."""
    terms = Terms(2026, 2, 30, 10, **facts)  # type: ignore[arg-type]
    return forecast([Standing(*SPRING, held_on=date(2026, 4, 16)), second], terms, today)


# -- by hand -------------------------------------------------------------------------------------


def test_in_time_as_long_as_its_window_can_be_reached() -> None:
    """Thirty working days before Thursday 10 December is Thursday 29 October."""
    found = network(date(2026, 10, 29), Standing(*AUTUMN))
    assert (found.state, found.held, found.undated, found.expected) == ("on_track", 1, 1, 2)
    assert found.act_by == found.in_time_until == date(2026, 10, 29)
    assert found.poll_by is None  # ten working days before is over
    assert network(date(2026, 10, 15), Standing(*AUTUMN)).poll_by == date(2026, 10, 15)


def test_after_that_the_year_counts() -> None:
    """The last free day is Thursday 31 December; thirty working days before is 18 November."""
    found = network(date(2026, 10, 30), Standing(*AUTUMN))
    assert (found.state, found.kinds, found.missing) == ("attention", ("held", "open"), 1)
    assert (found.last_on, found.held_by) == (date(2026, 11, 18), date(2026, 12, 31))
    assert found.act_by == date(2026, 11, 18)
    assert found.poll_by == date(2026, 11, 4)


def test_a_blocked_period_is_no_time_to_meet_but_time_to_prepare() -> None:
    found = network(date(2026, 10, 30), Standing(*AUTUMN), blocked=(CHRISTMAS,))
    assert (found.last_on, found.held_by) == (date(2026, 11, 6), date(2026, 12, 18))
    inside = (date(2026, 11, 9), date(2026, 11, 13))
    both = network(date(2026, 10, 30), Standing(*AUTUMN), blocked=(CHRISTMAS, inside))
    assert both.last_on == found.last_on


def test_called_off_the_day_before() -> None:
    dated = network(date(2026, 11, 11), Standing(*AUTUMN, dated_on=date(2026, 11, 12)))
    assert (dated.state, dated.act_by) == ("on_track", None)
    off = network(date(2026, 11, 11), Standing(*AUTUMN), blocked=(CHRISTMAS,))
    assert (off.state, off.act_by) == ("attention", date(2026, 12, 18))  # less time to prepare
    assert off.poll_by is None
    assert network(date(2026, 12, 18), Standing(*AUTUMN), blocked=(CHRISTMAS,)).is_possible
    lost = network(date(2026, 12, 19), Standing(*AUTUMN), blocked=(CHRISTMAS,))
    assert (lost.state, lost.is_possible, lost.act_by) == ("missed", False, None)


def test_a_meeting_counts_in_the_year_in_which_it_was_held() -> None:
    late = Standing(date(2025, 10, 1), date(2025, 12, 10), held_on=date(2026, 1, 14))
    assert forecast([late], Terms(2026, 1, 10), date(2026, 2, 1)).state == "met"
    early = forecast([late], Terms(2025, 1, 10), date(2026, 2, 1))
    assert (early.state, early.held) == ("missed", 0)
    outside = Standing(*SPRING, held_on=date(2026, 7, 1))
    assert forecast([outside], Terms(2026, 1, 10), date(2026, 8, 1)).state == "met"


def test_a_date_that_passed_waits_for_who_was_there() -> None:
    found = network(date(2026, 11, 13), Standing(*AUTUMN, dated_on=date(2026, 11, 12)))
    assert (found.passed, found.undated, found.missing) == (1, 0, 0)
    assert (found.state, found.act_by) == ("attention", None)


def test_with_two_to_go_the_first_of_the_last_two_days_presses() -> None:
    slots = [Standing(*AUTUMN), Standing(*AUTUMN)]
    found = forecast(slots, Terms(2026, 2, 0), date(2026, 12, 30))
    assert (found.held_by, found.is_possible) == (date(2026, 12, 30), True)
    assert not forecast(slots, Terms(2026, 2, 0), date(2026, 12, 31)).is_possible


def test_more_meetings_than_are_needed_leave_the_latest_to_press() -> None:
    slots = [Standing(*SPRING), Standing(*AUTUMN)]
    found = forecast(slots, Terms(2026, 1, 10), date(2026, 1, 5))
    assert found.in_time_until == add_working_days(AUTUMN[1], -10)


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_state_over_the_years(year: int) -> None:
    slot = Standing(date(year, 10, 1), date(year, 12, 10))
    state = forecast([slot], Terms(year, 1, 10), date(2026, 5, 1)).state
    assert state == {2025: "missed", 2026: "on_track", 2027: "not_yet"}[year]
    assert forecast([], Terms(year, 0, 10), date(year, 5, 1)).state == "met"


# -- any series, any day, 2020 to 2040 -----------------------------------------------------------


def can_still(day: date, missing: int, terms: Terms) -> bool:
    """Whether so many meetings still fit when their dates are fixed on `day`: by looking."""
    first = max(add_working_days(day, terms.lead_days), date(terms.year, 1, 1))
    there = list(free_days(first, date(terms.year, 12, 31), terms.blocked))
    return len(there) >= missing


@given(DAYS, st.integers(1, 6), st.integers(0, 70), BLOCKED, st.integers(-90, 90))
def test_the_last_day_is_the_last_one_on_which_it_still_fits(
    today: date, need: int, lead_days: int, blocked: list[Span], shift: int
) -> None:
    terms = Terms(today.year, need, lead_days, 0, tuple(blocked))
    found = forecast([], terms, today)
    if found.last_on is None:
        assert not can_still(date(today.year - 1, 1, 1), need, terms)
        return
    assert is_working_day(found.last_on)
    day = next_working_day(found.last_on + shift * DAY)
    assert can_still(day, need, terms) == (day <= found.last_on)


@given(DAYS, st.integers(0, 120), st.integers(0, 70), BLOCKED, st.integers(-60, 60))
def test_in_time_is_the_last_day_for_its_window(
    opens_on: date, length: int, lead_days: int, blocked: list[Span], shift: int
) -> None:
    closes_on = opens_on + length * DAY
    last = last_day_in_time(opens_on, closes_on, lead_days, blocked)
    if last is None:
        assert not list(free_days(opens_on, closes_on, blocked))
        return
    day = next_working_day(last + shift * DAY)
    reach = max(opens_on, add_working_days(day, lead_days))
    assert bool(list(free_days(reach, closes_on, blocked))) == (day <= last)


@given(DAYS, st.integers(0, 120), st.integers(0, 40), st.integers(1, 20), BLOCKED)
def test_a_poll_is_due_when_the_first_free_day_comes_in_reach(
    opens_on: date, length: int, lead_days: int, poll_days: int, blocked: list[Span]
) -> None:
    closes_on = opens_on + length * DAY
    terms = Terms(opens_on.year, 1, lead_days, poll_days, tuple(blocked))
    due = first_day_to_poll(opens_on, closes_on, terms)
    first = next(free_days(opens_on, closes_on, blocked), None)
    assert (due is None) == (first is None)
    if due is not None:
        assert add_working_days(due, lead_days + poll_days) == first


@given(DAYS, st.integers(0, 90), BLOCKED, st.integers(1, 5))
def test_free_days_from_both_ends(
    first: date, length: int, blocked: list[Span], count: int
) -> None:
    last = first + length * DAY
    free = list(free_days(first, last, blocked))
    looked = [first + n * DAY for n in range(length + 1)]
    assert free == [
        day
        for day in looked
        if is_working_day(day) and not any(one <= day <= other for one, other in blocked)
    ]
    assert all(is_free_day(day, blocked) for day in free)
    assert last_free_days(first, last, count, blocked) == tuple(free[::-1][:count])


standings = st.builds(
    lambda opens_on, length, kind, at: Standing(
        opens_on,
        opens_on + length * DAY,
        held_on=at if kind == "held" else None,
        dated_on=at if kind != "open" else None,
    ),
    st.dates(date(2026, 1, 1), date(2026, 12, 1)),
    st.integers(0, 60),
    st.sampled_from(["held", "dated", "open"]),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(
    st.lists(standings, max_size=6),
    st.integers(0, 6),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_the_figures_hold_together(meetings: list[Standing], need: int, today: date) -> None:
    found = forecast(meetings, Terms(2026, need, 20, 5), today)
    assert len(found.kinds) == len(meetings)
    assert found.held + found.dated + found.passed + found.undated == len(meetings)
    assert found.held <= found.expected
    if found.state == "on_track" and found.missing:
        assert found.act_by == found.in_time_until
        assert found.in_time_until is not None
        assert found.in_time_until >= today
    if found.state == "met":
        assert found.held >= need
    if found.act_by is not None:
        assert found.act_by >= today
        assert found.missing
    later = forecast(meetings, Terms(2026, need, 20, 5), today + 30 * DAY)
    assert later.held == found.held
