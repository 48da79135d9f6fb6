"""What a year needs, has and misses, at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from funding import actions
from funding.yearly import lines_at
from programme import actions as programme
from tests.funding.budgets import (
    DAY,
    EURO,
    NEEDS,
    YEAR,
    adopt_budget,
    line,
    spread,
    to_budget,
    write_budget,
)
from tests.funding.records import firm, make_plan
from tests.programme.changing import advice, called, carried_out, judged

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def moved(category: str, before: int, after: int) -> dict[str, Any]:
    amounts = {"budget_before": EURO(before), "budget_after": EURO(after)}
    return {"about": "programme", "kind": "budget_moved", "category": category, **amounts}


# -- what is needed ------------------------------------------------------------------------------


def test_without_a_programme_nothing_is_decided(cast: Cast) -> None:
    assert line("events", cast.at).need is None
    write_budget(cast, cast.at)
    found = line("events", cast.at)
    assert (found.need, found.gap, found.is_arranged) == (None, 0, False)
    concept = line("events", cast.at, with_concept=True)
    assert (concept.needed, concept.is_decided, concept.surplus) == (50, False, 0)


def test_a_concept_of_a_past_day_is_the_text_of_that_day(cast: Cast) -> None:
    write_budget(cast, cast.at, {"events": 50})
    write_budget(cast, cast.at + DAY, {"events": 80})
    assert line("events", cast.at, with_concept=True).needed == 50
    assert line("events", cast.at + DAY, with_concept=True).needed == 80
    assert line("events", cast.at - DAY, with_concept=True).need is None


def test_the_adopted_programme_is_what_is_needed(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    found = {each: line(each, cast.at).needed for each in NEEDS}
    assert found == NEEDS
    assert line("events", cast.at - DAY).need is None, "not decided yet"
    assert line("events", cast.at, year=YEAR + 1).need is None


def test_a_category_that_is_not_named_needs_nothing(cast: Cast) -> None:
    adopt_budget(cast, cast.at, {"events": 50})
    found = line("projects", cast.at)
    assert (found.needed, found.is_decided, found.is_arranged) == (0, True, True)


def test_a_small_change_counts_from_the_day_it_was_judged(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    judged(cast, cast.at + DAY, is_crucial=False, **moved("events", 50, 40))
    assert line("events", cast.at).needed == 50
    assert line("events", cast.at + DAY).needed == 40
    assert line("innovation", cast.at + DAY).needed == 100


def test_a_crucial_change_counts_from_the_decision(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    change = judged(cast, cast.at + DAY, is_crucial=True, **moved("projects", 200, 120))
    assert line("projects", cast.at + 2 * DAY).needed == 200
    at = cast.at + 3 * DAY
    decision = advice(cast, at)
    programme.decide_change(change, decision=decision, is_agreed=True, actor=cast.manager, at=at)
    assert line("projects", at).needed == 120
    carried_out(cast, change, at + DAY)
    assert line("projects", at + DAY).needed == 120
    assert line("projects", cast.at + 2 * DAY).needed == 200, "a past day answers as it did"


def test_what_two_seats_call_crucial_waits(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    change = judged(cast, cast.at + DAY, is_crucial=False, **moved("events", 50, 40))
    for letters in ("ZD", "EZ"):
        called(cast, change, letters, cast.at + 2 * DAY)
    assert line("events", cast.at + DAY).needed == 40
    assert line("events", cast.at + 2 * DAY).needed == 50
    at = cast.at + 3 * DAY
    facts = {"is_agreed": False, "actor": cast.manager, "at": at}
    programme.decide_change(change, decision=advice(cast, at), **facts)
    assert line("events", at).needed == 50


# -- what there is -------------------------------------------------------------------------------


def test_only_what_is_firm_counts_in_its_own_year(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    to_budget(cast, "ZD", "events", spread((2026, 20), (2027, 15)), cast.at)
    to_budget(cast, "EZ", "events", 10, cast.at, form="location")
    to_budget(cast, "FV", "events", 7, cast.at, is_firm=False)
    to_budget(cast, "CH", "events", 5, cast.at, condition="Als het mag")
    found = line("events", cast.at)
    assert (found.cash, found.in_kind, found.firm, found.gap) == (20, 10, 30, 20)
    assert (found.conditional, found.offered, found.forecast) == (5, 7, 42)
    assert line("events", cast.at, year=2027).cash == 15
    assert line("events", cast.at - DAY).firm == 0


def test_a_pledge_to_a_phase_is_money_for_projects(cast: Cast) -> None:
    firm(cast, make_plan(cast, cast.at), "ZD", 90, cast.at)
    assert line("projects", cast.at).firm == 90


def test_what_arrived_counts_also_of_what_was_withdrawn(cast: Cast) -> None:
    adopt_budget(cast, cast.at)
    pledge = to_budget(cast, "ZD", "events", spread((2026, 20), (2027, 15)), cast.at)
    part = {"arrived_on": cast.at.date(), "actor": None}
    first = actions.record_delivery(pledge, amount=EURO(8), at=cast.at, **part)
    later = cast.at + DAY
    actions.withdraw_pledge(pledge, reason="Toch niet.", actor=None, at=later)
    assert (line("events", cast.at).firm, line("events", cast.at).delivered) == (20, 8)
    assert (line("events", later).firm, line("events", later).delivered) == (8, 8)
    assert line("events", later, year=2027).firm == 0
    actions.strike_delivery(first, reason="Dubbel.", actor=None, at=later + DAY)
    assert line("events", later + DAY).firm == 0
    assert line("events", later).firm == 8


def test_another_schedule_moves_years_from_then_on(cast: Cast) -> None:
    pledge = to_budget(cast, "ZD", "events", spread((2026, 20)), cast.at)
    at = cast.at + DAY
    parts = spread((2026, 5), (2027, 15))
    actions.reschedule(pledge, parts=parts, reason="Later.", actor=None, at=at)
    assert (line("events", at).firm, line("events", at, year=2027).firm) == (5, 15)
    assert (line("events", cast.at).firm, line("events", cast.at, year=2027).firm) == (20, 0)


def test_ten_years_and_forty_funders_cost_the_same_few_questions(cast: Cast) -> None:
    """Seven: parts, deliveries, programmes, lines, changes, concepts, and what was carried over."""
    many = [cast[each] for each in ("GD", "ZD", "EZ", "BN", "CH", "VH", "FV")]
    adopt_budget(cast, cast.at)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            lines_at(None, cast.at, with_concept=True)
        return len(asked)

    to_budget(cast, "ZD", "events", 10, cast.at)
    assert cost() == 7
    acting = {"actor": cast.manager, "at": cast.at}
    years = spread(*((year, 10) for year in range(2026, 2036)))
    for number, organisation in enumerate(many * 6):
        facts = {"form": "cash", "amount": EURO(100), "text": f"{number}", "parts": years}
        actions.offer_to_budget("innovation", organisation=organisation, **facts, **acting)
    assert cost() == 7
    assert lines_at(None, cast.at)[2035, "innovation"].offered == 420
