"""The line of a year: where days stand on it, and what the page draws and says."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.models import BlockedPeriod, Meeting, MeetingSeries
from events.views.yearline import year_line
from events.yearline import CLOSE, kind_of, levels_of, months_of, place_of, span_of
from tests.events.records import at, held, network, schedule, slots
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

years = st.integers(2020, 2040)
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days, days)
def test_later_stands_further_on(one: date, other: date) -> None:
    first, last = sorted((one, other))
    places = place_of(first, one.year), place_of(last, one.year)
    assert places[0] <= places[1]
    assert 0 < places[0] <= places[1] < 100


@given(years)
def test_the_months_fill_the_year(year: int) -> None:
    months = months_of(year)
    assert len(months) == 12
    assert months[0].start == 0
    for before, after in pairwise(months):
        assert after.start == pytest.approx(before.start + before.width)
    assert months[-1].start + months[-1].width == pytest.approx(100)


@given(years, days, st.integers(0, 800))
def test_a_period_is_drawn_as_far_as_it_lies_in_the_year(
    year: int, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    span = span_of(first, last, year)
    inside = [day for day in (first, last) if day.year == year]
    if last.year < year or first.year > year:
        assert span is None
        return
    assert span is not None
    assert 0 <= span.start < span.start + span.width <= 100 + 1e-9
    for day in inside:
        assert span.start <= place_of(day, year) <= span.start + span.width


@given(st.lists(st.floats(0, 100), max_size=30).map(sorted))
def test_no_two_marks_touch(places: list[float]) -> None:
    levels = levels_of(places)
    assert len(levels) == len(places)
    for row in set(levels):
        own = [place for place, level in zip(places, levels, strict=True) if level == row]
        assert all(after - before >= CLOSE for before, after in pairwise(own))
    if levels:
        assert set(levels) == set(range(max(levels) + 1))


TODAY = date(2026, 9, 23)


@pytest.mark.parametrize(
    ("day", "facts", "kind"),
    [
        (date(2026, 3, 1), {"is_held": True}, "held"),
        (None, {"is_held": False}, "open"),
        (TODAY, {"is_held": False}, "dated"),
        (date(2026, 9, 22), {"is_held": False}, "passed"),
        (date(2026, 9, 22), {"is_held": False, "is_cancelled": True}, "cancelled"),
    ],
)
def test_what_a_slot_is(day: date | None, facts: dict[str, bool], kind: str) -> None:
    assert kind_of(day, TODAY, **facts) == kind


# -- the page ------------------------------------------------------------------------------------


def year(cast: Cast) -> None:
    """One held, one fixed, one that passed, one open, one cancelled; and a holiday."""
    spring, autumn = slots(cast)
    held(cast, spring, at(2026, 4, 16), "BN")
    schedule(autumn, at(2026, 11, 12), at(2026, 1, 3), subject="Samen")
    leaders = network(
        cast, duty="leaders", title="Leiders", audience="leaders", per_year=0, windows=[]
    )
    known = {"series": leaders, "year": 2026, "recorded_at": at(2026, 1, 2)}
    for number, facts in enumerate(
        [
            {"status": "scheduled", "starts_at": at(2026, 9, 1)},
            {"status": "planned"},
            {"status": "cancelled", "starts_at": at(2026, 6, 2), "cancelled_at": at(2026, 5, 1)},
            {"status": "dropped", "dropped_at": at(2026, 5, 1)},
        ],
        start=1,
    ):
        window = {"window_opens_on": date(2026, 10, 1), "window_closes_on": date(2026, 12, 10)}
        Meeting.objects.create(**known, **window, ordinal=number, **facts)
    BlockedPeriod.objects.create(
        title="Herfst",
        first_on=date(2026, 10, 17),
        last_on=date(2026, 10, 25),
        recorded_at=at(2026, 1, 2),
    )


def test_every_kind_stands_in_its_lane_and_in_the_table(cast: Cast) -> None:
    year(cast)
    line = year_line(cast.contact, 2026, cast.at)
    assert line is not None
    assert [(lane["held"], lane["total"]) for lane in line["lanes"]] == [(1, 2), (0, 2)]
    kinds = [[mark.kind for mark in lane["marks"]] for lane in line["lanes"]]
    assert kinds == [["held", "dated"], ["cancelled", "passed", "open"]]
    assert [(row["on"], row["kind"]) for row in line["rows"]] == [
        (date(2026, 4, 16), "held"),
        (date(2026, 6, 2), "cancelled"),
        (date(2026, 9, 1), "passed"),
        (date(2026, 10, 17), "blocked"),
        (date(2026, 11, 12), "dated"),
        (date(2026, 12, 10), "open"),
    ]
    assert line["today"] == f"{place_of(cast.at.date(), 2026):.2f}%"
    assert len(line["months"]) == 12


def test_another_year_has_no_today_and_none_has_no_line(cast: Cast) -> None:
    year(cast)
    coming = year_line(cast.contact, 2027, cast.at)
    assert coming is not None
    assert coming["today"] == ""
    assert coming["blocked"] == []
    assert year_line(cast.contact, 2031, cast.at) is None
    assert year_line(cast.outsider, 2026, cast.at) is None


def test_a_withdrawn_holiday_is_gone(cast: Cast) -> None:
    year(cast)
    BlockedPeriod.objects.update(withdrawn_at=at(2026, 2, 1))
    line = year_line(cast.contact, 2026, cast.at)
    assert line is not None
    assert "blocked" not in {row["kind"] for row in line["rows"]}


def test_a_stuurgroep_is_drawn_for_who_may_see_it(cast: Cast) -> None:
    year(cast)
    MeetingSeries.objects.filter(duty="leaders").update(duty="steering")
    own = year_line(cast.contact, 2026, cast.at)
    ours = year_line(cast.manager, 2026, cast.at)
    assert own is not None
    assert ours is not None
    assert (len(own["lanes"]), len(ours["lanes"])) == (1, 2)


def test_the_drawing_hides_nothing_and_the_table_has_it_all(
    today: Cast, enter: Enter, settings: Any
) -> None:
    year(today)
    page = enter(today.contact).get("/bijeenkomsten/jaar/2026/")
    html = page.content.decode()
    assert 'aria-hidden="true"' in html[html.index("sl-card sl-yearline") :][:80]
    drawn = html[html.index("sl-card sl-yearline") : html.index("sl-line__days")]
    assert drawn.count("<a ") == drawn.count('tabindex="-1"') == 5
    assert "," not in "".join(part.split('"')[0] for part in drawn.split(' x="')[1:])
    assert text_of(page).index("Samen") > 0


def test_the_line_costs_two_queries_for_one_and_for_many(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    year(cast)
    who = cast.contact
    assert who.standing.is_insider
    for more in range(2):
        with django_assert_num_queries(2):
            year_line(who, 2026, cast.at)
        for number in range(10 * (1 - more)):
            Meeting.objects.create(
                series=MeetingSeries.objects.get(duty="leaders"),
                year=2026,
                ordinal=10 + number,
                window_opens_on=date(2026, 1, 1),
                window_closes_on=date(2026, 12, 31),
            )
