"""Who is asked about what is due, and what the desk says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from funding.models import Pledge
from schuldenlab.portal.asks import asks_of
from tests.funding.records import begin
from tests.funding.test_dues import LIST, arrives, due, phase_of, to_phase
from tests.funding.test_schedules import firm_budget
from tests.portal.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.portal.asks.ask import Ask
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db


def asked(person: Any) -> list[Ask]:
    return [each for each in asks_of(person) if each.url.startswith(LIST)]


@pytest.mark.parametrize(("days", "is_asked"), [(-3, True), (0, True), (14, True), (15, False)])
def test_a_partner_is_asked_two_weeks_before(today: Cast, days: int, *, is_asked: bool) -> None:
    firm_budget(today, 900, parts=due(today, days))
    for who in (today.director, today.seat, today.contact, today.manager):
        mine = who is today.director and is_asked
        assert bool(asked(who)) is mine, "only who directs it or signs its pledges"


def test_many_parts_are_one_ask(today: Cast, enter: Enter) -> None:
    for number in range(3):
        firm_budget(today, 900 + number, parts=due(today, -number, 900 + number))
    [ask] = asked(today.director)
    assert ask.title.startswith("3 delen ")
    assert "2.703" in ask.text
    assert ask.url == f"{LIST}?organisation={today['BN'].pk}"
    assert [int(each.open) for each in enter(today.director).get(ask.url).context["rows"]] == [
        902,
        901,
        900,
    ]
    assert ask.days_left == -2
    for pledge in Pledge.objects.filter(status="firm"):
        arrives(today, pledge, pledge.amount)
    assert asked(today.director) == []


def test_the_desk_says_how_many_are_late(today: Cast) -> None:
    assert waiting(today.at, "pledges-late") == []
    firm_budget(today, 900, parts=due(today, -1))
    firm_budget(today, 800, parts=due(today, 1, 800))
    [late] = waiting(today.at, "pledges-late")
    assert late.url == LIST
    assert "1" in late.title
    assert late.days_left(today.at.date()) == -1


def test_nobody_is_asked_before_the_phase_starts(today: Cast) -> None:
    pledge = to_phase(today, "BN", 900)
    facts: Any = {"reason": "Eerder.", "actor": today.director, "at": today.at}
    actions.reschedule(pledge, parts=due(today, -3), **facts)
    assert asked(today.director) == []
    assert waiting(today.at, "pledges-late") == []
    begin(phase_of(pledge), today.at)
    assert len(asked(today.director)) == 1
    [late] = waiting(today.at, "pledges-late")
    assert late.url == LIST
