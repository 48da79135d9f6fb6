"""Money for the table of addresses: what the pilot asks, and what the bank offers and gives."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from funding import actions
from funding.actions.schedules import write_schedule
from funding.models import Delivery, FundingPlan, Pledge
from projects.models import Phase

if TYPE_CHECKING:
    from tests.house.world import World

MORE = 25


def money_shelf(world: World) -> None:
    """A plan, an offer on a condition, and a firm pledge of which a part arrived."""
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


def the_plan(_world: World) -> Any:
    return FundingPlan.objects.get().pk


def the_offer(_world: World) -> Any:
    return Pledge.objects.filter(status="offered").earliest("pk").pk


def firm_pledge(_world: World) -> Any:
    return Pledge.objects.get(status="firm").pk


def the_bank(world: World) -> Any:
    return world.cast["BN"].pk


def delivery(_world: World) -> Any:
    return Delivery.objects.earliest("pk").pk


def grow_money(world: World) -> None:
    """Many more offers, and many more parts that arrived."""
    cast, at = world.cast, world.cast.at
    firm = Pledge.objects.get(status="firm")
    for letters in ("GD", "ZD", "EZ", "CH", "VH") * (MORE // 5):
        facts = {"organisation": cast[letters], "form": "cash", "amount": Decimal(10)}
        pledge = Pledge.objects.create(plan=firm.plan, offered_at=at, recorded_at=at, **facts)
        write_schedule(pledge, (), person=None, at=at)
    for _number in range(MORE):
        facts = {"amount": Decimal(1), "arrived_on": at.date(), "year": at.year}
        facts["recorded_at"] = at
        Delivery.objects.create(pledge=firm, **facts)
