"""Changes of course in the Kompas, among the asks, and on the desk."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from programme import actions
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.measures import MEASURES, Asked
from schuldenlab.portal.measures.course import late_changes
from tests.programme.changing import (
    BIG,
    DAY,
    at_status,
    called,
    carried_out,
    judged,
    propose,
    voted,
    went_first,
)

from .waiting import waiting

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def measured(cast: Cast, moment: datetime, year: int = 2026) -> tuple[Any, ...]:
    asked = Asked(cast.framework, year, moment, date(year, 12, 31))
    reading = MEASURES["course_changes"](asked)
    return str(reading.state), reading.have, reading.need, reading.forecast


# -- the Kompas ----------------------------------------------------------------------------------


def test_without_a_crucial_change_the_rule_is_kept(cast: Cast) -> None:
    at_status(cast, "minor", cast.at)
    propose(cast, cast.at)
    assert measured(cast, cast.at) == ("met", 0, 0, 0)
    assert measured(cast, cast.at, 2027) == ("not_yet", 0, 0, 0)


def test_decided_first_is_met_on_each_day_as_it_was(cast: Cast) -> None:
    start = cast.at - 20 * DAY
    change = judged(cast, start, is_crucial=True, **BIG)
    voted(cast, change, "for", start + 5 * DAY)
    carried_out(cast, change, start + 9 * DAY)
    days = {days: measured(cast, start + days * DAY) for days in (-1, 0, 5, 6, 20)}
    assert days == {
        -1: ("met", 0, 0, 0),
        0: ("on_track", 0, 1, 1),
        5: ("on_track", 0, 1, 1),
        6: ("met", 1, 1, 1),
        20: ("met", 1, 1, 1),
    }


def test_rejected_is_decided_first_as_well(cast: Cast) -> None:
    at_status(cast, "rejected", cast.at)
    assert measured(cast, cast.at) == ("met", 1, 1, 1)


def test_one_that_went_first_breaks_the_rule_for_the_year(cast: Cast) -> None:
    start = cast.at - 20 * DAY
    change = judged(cast, start, is_crucial=True, **BIG)
    went_first(cast, change, start + 3 * DAY, days=3)
    assert measured(cast, start + 2 * DAY) == ("on_track", 0, 1, 1)
    assert measured(cast, start + 3 * DAY) == ("missed", 0, 1, 0)
    voted(cast, change, "for", start + 5 * DAY)
    assert measured(cast, cast.at) == ("missed", 0, 1, 0)
    asked = Asked(cast.framework, 2026, start + 2 * DAY, date(2026, 12, 31))
    [late] = late_changes(asked)
    assert late.happened_on == start.date()
    assert late.recorded_at == start + 3 * DAY
    assert change.title in late.text


def test_called_after_it_was_done_counts_from_that_moment(cast: Cast) -> None:
    start = cast.at - 20 * DAY
    change = carried_out(cast, judged(cast, start, is_crucial=False), start)
    for letters in ("GD", "ZD"):
        called(cast, change, letters, start + 4 * DAY)
    assert measured(cast, start + 3 * DAY) == ("met", 0, 0, 0)
    assert measured(cast, start + 4 * DAY) == ("missed", 0, 1, 0)


def test_called_in_time_waits_for_the_raad(cast: Cast) -> None:
    change = at_status(cast, "minor", cast.at)
    for letters in ("GD", "ZD"):
        called(cast, change, letters, cast.at)
    assert measured(cast, cast.at) == ("on_track", 0, 1, 1)


def test_withdrawn_counts_until_then(cast: Cast) -> None:
    change = judged(cast, cast.at - 4 * DAY, is_crucial=True, **BIG)
    actions.withdraw_change(change, reason="Opgelost.", actor=None, at=cast.at)
    assert measured(cast, cast.at - DAY) == ("on_track", 0, 1, 1)
    assert measured(cast, cast.at) == ("met", 0, 0, 0)


def test_what_never_was_decided_stands_open_after_the_year(cast: Cast) -> None:
    judged(cast, cast.at, is_crucial=True, **BIG)
    after = cast.at + timedelta(days=150)
    assert measured(cast, after) == ("attention", 0, 1, 1)


# -- asks and the desk ---------------------------------------------------------------------------


def titles(person: Any) -> list[str]:
    return [ask.title for ask in asks_of(person) if "Brieven later" in ask.title]


@pytest.mark.parametrize(
    ("status", "asked"),
    [
        ("proposed", ["Judge the course change: Brieven later"]),
        ("minor", []),
        ("crucial", ["Put it to the programmaraad: Brieven later"]),
        ("ahead", ["Put it to the programmaraad: Brieven later"]),
        ("adopted", ["Carry out: Brieven later"]),
        ("carried_out", []),
        ("rejected", []),
        ("withdrawn", []),
    ],
)
def test_what_the_kernteam_is_asked(cast: Cast, status: str, asked: list[str]) -> None:
    at_status(cast, status, cast.at)
    assert titles(cast.staff) == asked
    assert titles(cast.contact) == []


def test_a_seat_is_asked_once(cast: Cast) -> None:
    change = at_status(cast, "minor", cast.at)
    question = ["Is this crucial after all? Brieven later"]
    assert titles(cast.seat) == titles(cast.substitute) == question
    called(cast, change, "BN", cast.at)
    assert titles(cast.seat) == []
    assert titles(cast.seat_GD) == question
    assert titles(cast.director) == titles(cast.contact) == []


def test_while_the_raad_votes_nothing_is_asked_of_the_kernteam(cast: Cast) -> None:
    change = at_status(cast, "crucial", cast.at)
    actions.put_change_to_ballot(change, closes_at=cast.at + DAY, rules={}, actor=None, at=cast.at)
    assert titles(cast.manager) == []


def test_the_desk_counts_what_waits(cast: Cast) -> None:
    assert waiting(cast.at, "change") == []
    for status in ("proposed", "proposed", "minor", "crucial", "adopted", "carried_out"):
        at_status(cast, status, cast.at)
    found = Counter(due.button for due in waiting(cast.at, "change"))
    assert found == {
        "Judge the change": 2,
        "Make the ballot": 1,
        "Record that it is done": 2,
    }
    [crucial] = [due for due in waiting(cast.at, "change") if due.button == "Make the ballot"]
    assert crucial.url == reverse("programme:change-ballot", args=[int(crucial.key.split(":")[1])])
    assert crucial.measure == "course_changes"
