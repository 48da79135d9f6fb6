"""Step-in rounds in PostgreSQL: what was offered and answered stays, for everybody."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from funding import actions
from funding.models import StepInAnswer, StepInOffer, StepInRound
from projects.models import Phase
from tests.funding.records import DAY, make_plan, offer, plan_phase
from tests.funding.rounds import answer, offer_to, open_round
from tests.funding.test_guards import refused, run

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db


def another(found: StepInRound, *, asks: bool = True, **facts: Any) -> StepInRound:
    """A second round of the same plan, right after the first one; it asks nobody an amount."""
    given = {"key": "equal", "to_share": found.to_share, "text": "Nog eens", **facts}
    given.setdefault("unshared", given["to_share"])
    given.setdefault("opened_at", found.closes_at)
    given.setdefault("closes_at", given["opened_at"] + 30 * DAY)
    given.setdefault("terms", found.terms)
    made = StepInRound.objects.create(plan=found.plan, ordinal=2, **given)
    if asks:
        partner = found.offers.earliest("pk").organisation
        made.offers.create(organisation=partner, share=0, offered_at=made.opened_at)
    return made


def check_now() -> None:
    run("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "change",
    [
        {"key": "free"},
        {"unshared": 1},
        {"to_share": 1},
        {"text": "Anders"},
        {"closes_at": "2030-01-01T00:00Z"},
        {"ordinal": 5},
        {"opened_at": "2020-01-01T00:00Z"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_round_can_be_closed_and_nothing_else(cast: Cast, change: dict[str, Any]) -> None:
    found = open_round(cast)
    mine = StepInRound.objects.filter(pk=found.pk)
    refused(lambda: mine.update(**change), "nothing else")
    refused(lambda: mine.update(**change, closed_at=cast.at + DAY), "nothing else")
    mine.update(closed_at=cast.at + DAY)
    refused(lambda: mine.update(closed_at=cast.at + 2 * DAY), "nothing else")
    refused(lambda: mine.update(closed_at=None), "nothing else")


def test_rounds_offers_and_answers_stay(cast: Cast) -> None:
    answer(cast, open_round(cast), "BN", "later")
    check_now()
    refused(lambda: StepInOffer.objects.update(share=Decimal(1)), "append-only")
    refused(lambda: StepInAnswer.objects.update(answer="no"), "append-only")
    for table in ("stepinround", "stepinoffer", "stepinanswer"):
        because = "stays on record|append-only"
        refused(lambda table=table: run(f"DELETE FROM funding_{table}"), because)
        refused(lambda table=table: run(f"TRUNCATE funding_{table} CASCADE"), "append-only")
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname, tgenabled FROM pg_trigger WHERE tgname LIKE '%stepin%'")
        guards = {name: state for name, state in cursor.fetchall() if "_Constraint" not in name}
    ours = {name: state for name, state in guards.items() if name.startswith("funding_stepin")}
    assert len(ours) == 9
    assert set(ours.values()) == {"A"}


def test_one_open_round_a_phase(cast: Cast) -> None:
    found = open_round(cast)
    for start in (cast.at, found.closes_at - timedelta(seconds=1), cast.at - DAY):
        refused(lambda start=start: another(found, opened_at=start), "stepin_round_open_once")
    StepInRound.objects.filter(pk=found.pk).update(closed_at=cast.at + DAY)
    refused(lambda: another(found, opened_at=cast.at), "stepin_round_open_once")
    another(found, opened_at=cast.at + DAY)


def test_a_round_asks_what_its_plan_asks(cast: Cast) -> None:
    found = open_round(cast)
    other = make_plan(cast, cast.at)
    refused(lambda: another(found, terms=other.current), "what its plan asks")
    refused(lambda: another(found, closed_at=found.closes_at + DAY), "what its plan asks")
    refused(lambda: another(found, key="benefit"), "stepin_round_gains_by_a_case")
    refused(lambda: another(found, text=""), "stepin_round_says_what_it_asks")
    refused(lambda: another(found, to_share=found.terms.total + 1), "what its plan asks")
    refused(lambda: another(found, to_share=5, unshared=6), "stepin_round_says_what_it_asks")


def test_only_for_a_phase_that_asks_for_money(cast: Cast) -> None:
    found = open_round(cast)
    Phase.objects.filter(pk=found.plan.phase_id).update(status="dropped", dropped_at=cast.at)
    refused(lambda: another(found), "asks for money and is not over")
    plan_phase(cast, cast.at, kind="prototype")


def test_the_shares_are_what_is_shared(cast: Cast) -> None:
    found = open_round(cast)
    check_now()
    facts = {"organisation": cast["WK"], "offered_at": cast.at}
    refused(lambda: found.offers.create(share=Decimal("0.01"), **facts), "its shares are")
    found.offers.create(**facts)  # without a share it changes nothing
    refused(lambda: another(found, unshared=0), "its shares are")
    refused(lambda: another(found, asks=False), "its shares are")


def test_less_than_the_plan_asks_may_be_shared(cast: Cast) -> None:
    found = open_round(cast)
    refused(
        lambda: (another(found, to_share=5, unshared=4), check_now()), "its shares are 0.*4.* of 5"
    )
    another(found, to_share=5)
    check_now()


@pytest.mark.parametrize(
    "facts",
    [
        {"share": Decimal(5), "minimum": Decimal(6)},
        {"share": Decimal(5), "fixed": Decimal(6)},
        {"fixed": Decimal(6)},
        {"minimum": Decimal(-1)},
        {"benefit": Decimal(-1)},
        {"share": Decimal(-1), "minimum": Decimal(-2)},
    ],
)
def test_a_share_is_as_it_was_agreed(cast: Cast, facts: dict[str, Any]) -> None:
    found = open_round(cast)
    given = {"organisation": cast["WK"], "offered_at": cast.at, **facts}
    refused(lambda: found.offers.create(**given), "stepin_share_as_agreed")


def test_a_partner_is_asked_once_a_round(cast: Cast) -> None:
    found = open_round(cast)
    facts = {"organisation": cast["BN"], "offered_at": cast.at}
    refused(lambda: found.offers.create(**facts), "stepin_offered_once")


def test_a_yes_brings_a_pledge_that_stands(cast: Cast) -> None:
    found = open_round(cast)
    mine = offer_to(cast, found, "BN")
    pledges = {
        "theirs": offer(cast, found.plan, "ZD", 5, cast.at),
        "elsewhere": offer(cast, make_plan(cast, cast.at), "BN", 5, cast.at),
        "gone": offer(cast, found.plan, "BN", 6, cast.at),
    }
    actions.withdraw_pledge(pledges["gone"], reason="Toch niet.", actor=None, at=cast.at)

    def say(**facts: Any) -> StepInAnswer:
        return StepInAnswer.objects.create(
            **{"offer": mine, "ordinal": 1, "answer": "yes", "at": cast.at, **facts}
        )

    for pledge in pledges.values():
        refused(lambda pledge=pledge: say(pledge=pledge), "of its partner that stands")
    refused(lambda: say(pledge=None), "of its partner that stands")
    good = offer(cast, found.plan, "BN", 7, cast.at)
    refused(lambda: say(pledge=good, answer="no"), "stepin_yes_brings_a_pledge")
    refused(lambda: say(pledge=good, answer="nooit"), "stepin_yes_brings_a_pledge")
    refused(lambda: say(pledge=good, ordinal=2), "one after the other")
    refused(lambda: say(pledge=good, at=cast.at - DAY), "only to what is offered")
    say(pledge=good)
    refused(lambda: say(pledge=good), "one after the other")
    actions.withdraw_pledge(good, reason="Toch niet.", actor=None, at=cast.at)
    assert StepInAnswer.objects.get().answer == "yes"  # what was said was said


def test_no_answer_to_a_phase_that_is_over(cast: Cast) -> None:
    found = open_round(cast)
    Phase.objects.filter(pk=found.plan.phase_id).update(status="dropped", dropped_at=cast.at)
    facts = {"offer": offer_to(cast, found, "BN"), "ordinal": 1, "at": cast.at}
    refused(lambda: StepInAnswer.objects.create(answer="no", **facts), "until its phase is over")
