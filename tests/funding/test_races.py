"""Withdraw, make firm, change and start at the same moment, on real connections.

Twenty rounds here; `PLEDGE_RACES=500` for the long run.
"""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from funding import actions
from funding.arranging import covers_of
from funding.models import Delivery, FundingPlan, Pledge
from projects.models import Phase
from schuldenlab.lifecycle import Refused
from tests.funding.records import EURO, begin, firm, make_plan, offer, signer
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = int(os.environ.get("PLEDGE_RACES", "20"))
FRIENDLY = (Refused, DatabaseError)


def start(plan: FundingPlan, cast: Cast) -> Callable[[], None]:
    """The start as PostgreSQL lets it through, and how the money stood at that very moment.

    Whoever comes second finds that it runs, and starts nothing.
    """

    def go() -> None:
        waiting = Phase.objects.filter(pk=plan.phase_id, status="planned")
        facts = {"status": "running", "started_on": cast.at.date(), "started_at": cast.at}
        with transaction.atomic():
            if not waiting.update(**facts):
                return
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT is_arranged FROM funding_cover(%s, %s)", [plan.pk, cast.at.date()]
                )
                assert cursor.fetchone() == (True,), "started without its money"

    return go


def withdraw(pledge: Pledge, cast: Cast) -> Callable[[], Any]:
    return lambda: actions.withdraw_pledge(
        Pledge.objects.get(pk=pledge.pk), reason="Toch niet.", actor=None, at=cast.at
    )


def confirm(pledge: Pledge, letters: str, cast: Cast) -> Callable[[], Any]:
    return lambda: actions.make_pledge_firm(
        Pledge.objects.get(pk=pledge.pk), actor=signer(cast, letters), at=cast.at
    )


def change(plan: FundingPlan, cast: Cast) -> Callable[[], Any]:
    return lambda: actions.change_plan(
        FundingPlan.objects.get(pk=plan.pk),
        total=EURO(900),
        cash_minimum=EURO(0),
        deadline_on=cast.at.date(),
        reason="Groter.",
        actor=None,
        at=cast.at,
    )


def stood_at_the_start(plan: FundingPlan, cast: Cast) -> bool:
    """By what is on record: had the money been there without the withdrawals after the start?

    A withdrawal from a phase that runs carries its change of course, so the order is on record.
    """
    later = Pledge.objects.filter(plan=plan, course_change__isnull=False)
    before = Pledge.objects.filter(plan=plan, status="firm") | later
    return sum(each.amount for each in before) >= 100 and len(before) >= 2


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_no_phase_starts_without_its_money(cast: Cast, seed: int) -> None:
    dice = random.Random(seed)
    plan = make_plan(cast, cast.at, total=100, cash=0)
    one = firm(cast, plan, "GD", 50, cast.at)
    other = offer(cast, plan, "ZD", 50, cast.at)
    spare = offer(cast, plan, "EZ", 50, cast.at)
    acts = [
        *(start(plan, cast), start(plan, cast), confirm(other, "ZD", cast)),
        *(withdraw(dice.choice([one, other]), cast), withdraw(one, cast)),
        dice.choice([change(plan, cast), confirm(spare, "EZ", cast), start(plan, cast)]),
    ]
    dice.shuffle(acts)
    given = at_once(acts)
    odd = [each for each in given if isinstance(each, Exception)]
    assert [each for each in odd if not isinstance(each, FRIENDLY)] == []
    phase = Phase.objects.get(pk=plan.phase_id)
    if phase.status == "running":
        assert stood_at_the_start(plan, cast)
        assert plan.terms.count() == 1
    else:
        assert phase.status == "planned"


def test_a_withdrawal_and_a_start_know_of_each_other(cast: Cast) -> None:
    """Either the phase does not start, or the withdrawal has opened a change of course."""
    for _number in range(max(4, ROUNDS // 4)):
        plan = make_plan(cast, cast.at, total=100, cash=0)
        one = firm(cast, plan, "GD", 50, cast.at)
        firm(cast, plan, "ZD", 50, cast.at)
        at_once([start(plan, cast), withdraw(one, cast)])
        one.refresh_from_db()
        assert one.status == "withdrawn"
        has_started = Phase.objects.get(pk=plan.phase_id).status == "running"
        assert has_started is (one.course_change is not None)
        assert covers_of([plan.pk], cast.at)[plan.pk].cash == EURO(50)


def test_parts_that_arrive_at_once_are_never_more(cast: Cast) -> None:
    plan = make_plan(cast, cast.at, total=100, cash=0)
    pledge = firm(cast, plan, "GD", 100, cast.at)

    def deliver() -> Any:
        facts = {"arrived_on": cast.at.date(), "actor": None, "at": cast.at}
        mine = Pledge.objects.get(pk=pledge.pk)
        return actions.record_delivery(mine, amount=EURO(30), **facts)

    given = at_once([deliver] * 6)
    assert sum(isinstance(each, Delivery) for each in given) == 3
    assert pledge.delivered == EURO(90)


def test_one_plan_and_one_hand_of_two_at_once(cast: Cast) -> None:
    plan = make_plan(cast, cast.at, total=100, cash=0)
    pledge = offer(cast, plan, "GD", 100, cast.at)
    given = at_once([confirm(pledge, "GD", cast)] * 4)
    assert sum(isinstance(each, Pledge) for each in given) == 1
    assert sum(isinstance(each, Refused) for each in given) == 3
    given = at_once([change(plan, cast)] * 3)
    assert all(isinstance(each, FundingPlan) for each in given)
    assert [each.ordinal for each in plan.terms.all()] == [1, 2, 3, 4]


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_an_old_look_at_the_money_starts_nothing(cast: Cast, level: str) -> None:
    """A session that looked before the withdrawal, and starts after it."""
    plan = make_plan(cast, cast.at, total=100, cash=0)
    one = firm(cast, plan, "GD", 50, cast.at)
    firm(cast, plan, "ZD", 50, cast.at)

    def look_and_start() -> None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET TRANSACTION ISOLATION LEVEL {level}")
            assert Pledge.objects.filter(status="firm").count() == 2
            (done,) = at_once([withdraw(one, cast)])
            assert isinstance(done, Pledge)
            begin(Phase.objects.get(pk=plan.phase_id), cast.at)

    with pytest.raises(DatabaseError, match="could not serialize"):
        look_and_start()
    assert Phase.objects.get(pk=plan.phase_id).status == "planned"
