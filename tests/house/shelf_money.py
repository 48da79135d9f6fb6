"""Money for the table of addresses: what the pilot asks, and what the bank offers and gives."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from funding import actions
from funding.actions.schedules import write_schedule
from funding.models import (
    CarryOver,
    Delivery,
    FundingPlan,
    Pledge,
    StepInAnswer,
    StepInOffer,
    StepInRound,
)
from partners.models import Organisation
from programme.models import Programme
from projects.models import Phase
from tests.cast import written_otherwise

if TYPE_CHECKING:
    from tests.house.world import World

MORE = 25


def money_shelf(world: World) -> None:
    """A plan with a conditional offer, a firm pledge that partly arrived, a round and a budget."""
    cast, at = world.cast, world.cast.at
    plan = actions.make_plan(
        Phase.objects.get(kind="pilot"),
        total=Decimal(180_000),
        cash_minimum=Decimal(90_000),
        deadline_on=at.date() + timedelta(days=60),
        actor=cast.manager,
        at=at,
    )
    given: dict[str, Any] = {"organisation": cast["BN"], "actor": cast.director, "at": at}
    firm = actions.offer_pledge(plan, form="cash", amount=Decimal(25_000), **given)
    actions.make_pledge_firm(firm, actor=cast.director, at=at)
    part = {"amount": Decimal(5_000), "arrived_on": at.date()}
    actions.record_delivery(firm, **part, actor=cast.manager, at=at)
    condition = {"condition": "Als er een wijkteam is"}
    actions.offer_pledge(plan, form="cash", amount=Decimal(10_000), **condition, **given)
    found = actions.open_round(
        plan,
        key="equal",
        text="Eén partner belt, namens allemaal.",
        closes_on=at.date() + timedelta(days=30),
        actor=cast.manager,
        at=at,
    )
    offered = found.offers.get(organisation=cast["BN"])
    actions.answer_round(offered, answer="yes", pledge=firm, actor=cast.director, at=at)
    waits = found.offers.get(organisation=cast["ZD"])
    actions.answer_round(waits, answer="later", actor=cast.manager, at=at)
    _budget(world)


def _budget(world: World) -> None:
    """The bank gives to the meetings, of which a part goes on; the municipality has its years."""
    cast, at = world.cast, world.cast.at
    years = {"contribution_from": at.year - 1, "contribution_until": at.year}
    written_otherwise(cast.framework, **years)
    given: dict[str, Any] = {"organisation": cast["BN"], "actor": cast.director, "at": at}
    pledge = actions.offer_to_budget("events", form="cash", amount=Decimal(8_000), **given)
    actions.make_pledge_firm(pledge, actor=cast.director, at=at)
    programme = Programme.objects.get(year=at.year)
    facts = {"category": "events", "amount": Decimal(3_000), "reason": "Over."}
    actions.carry_over(programme, **facts, actor=cast.manager, at=at)


def carried_over(_world: World) -> Any:
    return CarryOver.objects.get().pk


def the_framework(world: World) -> Any:
    return world.cast.framework.pk


def the_plan(_world: World) -> Any:
    return FundingPlan.objects.get().pk


def the_offer(_world: World) -> Any:
    return Pledge.objects.filter(status="offered").earliest("pk").pk


def firm_pledge(_world: World) -> Any:
    return Pledge.objects.get(status="firm", plan__isnull=False).pk


def the_bank(world: World) -> Any:
    return world.cast["BN"].pk


def delivery(_world: World) -> Any:
    return Delivery.objects.earliest("pk").pk


def the_round(_world: World) -> Any:
    return StepInRound.objects.get().pk


def the_stepin(world: World) -> Any:
    """What is offered to the bank."""
    return StepInOffer.objects.get(organisation=world.cast["BN"]).pk


def grow_money(world: World) -> None:
    """Many more offers, many more parts that arrived, and many more who are asked and answer."""
    cast, at = world.cast, world.cast.at
    firm = Pledge.objects.get(status="firm", plan__isnull=False)
    for letters in ("GD", "ZD", "EZ", "CH", "VH") * (MORE // 5):
        facts = {"organisation": cast[letters], "form": "cash", "amount": Decimal(10)}
        stamps = {"offered_at": at, "recorded_at": at}
        for goal in ({"plan": firm.plan}, {"category": "innovation"}):
            pledge = Pledge.objects.create(**goal, **stamps, **facts)
            write_schedule(pledge, (), person=cast.manager, at=at)
    for _number in range(MORE):
        facts = {"amount": Decimal(1), "arrived_on": at.date(), "year": at.year, "recorded_at": at}
        Delivery.objects.create(pledge=firm, **facts)
    found = StepInRound.objects.get()
    there = found.offers.values("organisation")
    stamps = {"offered_at": at, "recorded_at": at}
    StepInOffer.objects.bulk_create(
        StepInOffer(round=found, organisation=each, **stamps)
        for each in Organisation.objects.partners(at.date()).exclude(pk__in=there)
    )
    said = {"answer": "later", "person": cast.manager, "is_on_behalf": True}
    for each in found.offers.exclude(organisation__in=[cast["BN"], cast["ZD"]]):
        StepInAnswer.objects.create(offer=each, ordinal=1, at=at, recorded_at=at, **said)
