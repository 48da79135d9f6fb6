"""Two openings, two answers, an answer and a withdrawal at the same moment, on real connections."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from funding.models import FundingPlan, Pledge, StepInAnswer, StepInOffer, StepInRound
from schuldenlab.lifecycle import Refused
from tests.funding.records import EURO, make_plan, offer, signer
from tests.funding.rounds import TEXT, offer_to, open_round
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = int(os.environ.get("STEPIN_RACES", "5"))


def opening(plan: FundingPlan, cast: Cast) -> Callable[[], Any]:
    return lambda: actions.open_round(
        FundingPlan.objects.get(pk=plan.pk),
        key="equal",
        text=TEXT,
        closes_on=(cast.at.date()).replace(day=30),
        actor=cast.manager,
        at=cast.at,
    )


def saying(
    offered: StepInOffer, said: str, who: Any, cast: Cast, **facts: Any
) -> Callable[[], Any]:
    return lambda: actions.answer_round(
        StepInOffer.objects.get(pk=offered.pk), answer=said, actor=who, at=cast.at, **facts
    )


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_two_openings_one_gets_a_sentence(cast: Cast, _round: int) -> None:
    plan = make_plan(cast, cast.at)
    given = at_once([opening(plan, cast), opening(plan, cast)])
    assert sorted(type(each).__name__ for each in given) == ["Refused", "StepInRound"]
    assert StepInRound.objects.get().offers.count() == 7


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_two_colleagues_do_not_pledge_twice(cast: Cast, _round: int) -> None:
    mine = offer_to(cast, open_round(cast), "BN")
    cash = {"form": "cash", "amount": EURO(100), "seen": 0}
    acts = [saying(mine, "yes", who, cast, **cash) for who in (cast.director, cast.seat)]
    given = at_once(acts)
    assert sorted(type(each).__name__ for each in given) == ["Refused", "StepInAnswer"]
    assert Pledge.objects.count() == 1


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_an_answer_and_a_withdrawal_know_of_each_other(
    cast: Cast,
    _round: int,
) -> None:
    """Either the yes came before the withdrawal, or it is refused."""
    found = open_round(cast)
    pledge = offer(cast, found.plan, "BN", 100, cast.at)

    def withdraw() -> Any:
        return actions.withdraw_pledge(
            Pledge.objects.get(pk=pledge.pk), reason="Toch niet.", actor=None, at=cast.at
        )

    who = signer(cast, "BN")
    mine = offer_to(cast, found, "BN")
    given = at_once([withdraw, saying(mine, "yes", who, cast, pledge=pledge)])
    assert isinstance(given[0], Pledge)
    assert isinstance(given[1], (StepInAnswer, Refused))
    assert Pledge.objects.get().status == "withdrawn"
