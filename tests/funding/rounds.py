"""Step-in rounds, opened and answered through the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from funding import actions
from funding.models import FundingPlan, StepInAnswer, StepInOffer, StepInRound
from projects import actions as projects
from tests.funding.records import EURO, make_plan, signer
from tests.projects import building

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

DAYS = 30
TEXT = "Eén partner belt, namens allemaal."
# Ten euro a year for three years, each of these.
GAINERS = {"GD": 40_000, "ZD": 30_000, "EZ": 20_000, "BN": 10_000}


def open_round(
    cast: Cast, plan: FundingPlan | None = None, at: datetime | None = None, **facts: Any
) -> StepInRound:
    """A round of thirty days about a business case of € 180.000, the same for everybody."""
    at = at or cast.at
    closes_on = (at + timedelta(days=DAYS)).date()
    given = {"key": "equal", "text": TEXT, "closes_on": closes_on, **facts}
    given.setdefault("actor", cast.manager)
    return actions.open_round(plan or make_plan(cast, at), at=at, **given)


def offer_to(cast: Cast, found: StepInRound, letters: str) -> StepInOffer:
    """What this partner is asked."""
    return found.offers.get(organisation=cast[letters])


def answer(
    cast: Cast,
    found: StepInRound,
    letters: str,
    said: str,
    at: datetime | None = None,
    **facts: Any,
) -> StepInAnswer:
    """Its director answers; a yes is € 10.000 in cash unless the facts say otherwise."""
    given: dict[str, Any] = {"actor": signer(cast, letters), **facts}
    if said == "yes" and "pledge" not in given:
        given = {"form": "cash", "amount": EURO(10_000), **given}
    return actions.answer_round(
        offer_to(cast, found, letters), answer=said, at=at or cast.at, **given
    )


def pilot_plan(cast: Cast, total: int = 60_000, **gainers: int) -> FundingPlan:
    """What a pilot asks, with an approved case in which these gain so much a year."""
    plan = make_plan(cast, cast.at, total=total, cash=0, kind="pilot")
    at = cast.at
    acting = {"actor": cast.manager, "at": at}
    before = plan.phase.project.cases.get()
    years = {"base_year": before.base_year, "price_year": before.price_year}
    case = projects.copy_case(before, **years, rate=before.discount_rate, **acting)
    case.lines.all().delete()
    for letters, amount in (gainers or GAINERS).items():
        if not case.parties.filter(organisation=cast[letters]).exists():
            projects.add_party(case, organisation=cast[letters], **acting)
        amounts = {"quantities": [Decimal(amount)] * 3}
        building.line(case, cast[letters].name, **amounts)
    projects.submit_case(case, **acting)
    projects.approve_case(case, decision=building.decision(cast, at=at), **acting)
    return plan
