"""What may happen to money."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile

from funding import actions as funding
from funding.models import CarryOver, Delivery, FundingPlan, Pledge, StepInOffer, StepInRound
from programme.models import Programme
from tests.funding.budgets import spread
from tests.funding.money import PAPER

from .lab import DAY, YEAR, Lab, move

WHY = "Zo is het gegaan."


def _paper() -> Any:
    return ContentFile(PAPER, name="beschikking.pdf")


def _facts(lab: Lab) -> dict[str, Any]:
    form = lab.one(["cash", "knowledge"])
    amount = Decimal(10 + lab.choose(90))
    value = {"amount": amount} if form == "cash" else {"text": "Kennis"}
    return {"organisation": lab.partner, "form": form, **value}


def _pledge(lab: Lab, **facts: Any) -> Any:
    return lab.one(Pledge.objects.filter(withdrawn_at=None, **facts).order_by("pk"))


@move
def offer_to_the_budget(lab: Lab) -> Any:
    category = lab.one(["events", "innovation", "projects", "infrastructure"])
    condition = lab.one(["", "Mits"])
    facts = {**_facts(lab), "condition": condition}
    return funding.offer_to_budget(category, **facts, **lab.acting)


@move
def offer_to_a_phase(lab: Lab) -> Any:
    return funding.offer_pledge(lab.one(FundingPlan.objects.all()), **_facts(lab), **lab.acting)


@move
def make_it_firm(lab: Lab) -> Any:
    pledge = _pledge(lab, firm_at=None)
    return funding.make_pledge_firm(pledge, paper=_paper(), **lab.acting)


@move
def pay_for_the_phase(lab: Lab) -> Any:
    """Two partners cover it at once, so that it may start."""
    plan = lab.one(FundingPlan.objects.all())
    for letters in ("GD", "CH"):
        facts = {"organisation": lab.cast[letters], "form": "cash", "amount": Decimal(60)}
        pledge = funding.offer_pledge(plan, **facts, **lab.acting)
        funding.make_pledge_firm(pledge, paper=_paper(), **lab.acting)
    return plan


@move
def meet_the_condition(lab: Lab) -> Any:
    found = Pledge.objects.exclude(condition="").filter(condition_met_at=None)
    return funding.meet_condition(lab.one(found), **lab.acting)


@move
def withdraw(lab: Lab) -> Any:
    return funding.withdraw_pledge(_pledge(lab), reason=WHY, **lab.acting)


@move
def deliver(lab: Lab) -> Any:
    pledge = _pledge(lab, firm_at__isnull=False)
    amount = None if pledge.amount is None else Decimal(1 + lab.choose(10))
    return funding.record_delivery(pledge, amount=amount, arrived_on=lab.day(), **lab.acting)


@move
def never_delivered(lab: Lab) -> Any:
    delivery = lab.one(Delivery.objects.filter(struck_at=None))
    return funding.strike_delivery(delivery, reason=WHY, **lab.acting)


@move
def spread_otherwise(lab: Lab) -> Any:
    pledge = _pledge(lab, amount__isnull=False, plan=None)
    parts = spread((YEAR, 1), (YEAR + 1, int(pledge.amount) - 1))
    return funding.reschedule(pledge, parts=parts, reason=WHY, **lab.acting)


@move
def pledged_otherwise(lab: Lab) -> Any:
    pledge = _pledge(lab, firm_at__isnull=False, form="cash")
    facts = {"form": "cash", "amount": pledge.amount + 5, "paper": _paper()}
    return funding.correct_pledge(pledge, reason=WHY, **facts, **lab.acting)


@move
def carry_over(lab: Lab) -> Any:
    found = lab.one(Programme.objects.filter(status="adopted"))
    facts = {"category": lab.one(["events", "innovation"]), "amount": Decimal(5)}
    return funding.carry_over(found, **facts, reason=WHY, **lab.acting)


@move
def never_carried_over(lab: Lab) -> Any:
    carried = lab.one(CarryOver.objects.filter(struck_at=None))
    return funding.strike_carry_over(carried, reason=WHY, **lab.acting)


@move
def need_more(lab: Lab) -> Any:
    plan = lab.one(FundingPlan.objects.all())
    facts = {"total": Decimal(100 + lab.choose(50)), "cash_minimum": Decimal(50)}
    deadline_on = (lab.at + 60 * DAY).date()
    return funding.change_plan(plan, deadline_on=deadline_on, reason=WHY, **facts, **lab.acting)


@move
def offer_to_all(lab: Lab) -> Any:
    plan = lab.one(FundingPlan.objects.all())
    closes_on = (lab.at + 30 * DAY).date()
    return funding.open_round(plan, key="equal", text=WHY, closes_on=closes_on, **lab.acting)


@move
def answer_no(lab: Lab) -> Any:
    offer = lab.one(StepInOffer.objects.all())
    return funding.answer_round(offer, answer="no", words=WHY, **lab.acting)


@move
def close_the_round(lab: Lab) -> Any:
    return funding.close_round(lab.one(StepInRound.objects.filter(closed_at=None)), **lab.acting)
