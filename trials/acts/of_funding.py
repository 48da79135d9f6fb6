"""Money that no form of the table reaches: another plan, another round, and what is put right."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from funding import actions
from funding.models import Pledge, StepInRound
from tests.projects import building
from tests.projects.building import acting
from trials.acts import Press, attack, request
from trials.acts.of_projects import planned, typed

if TYPE_CHECKING:
    from tests.house.world import World

DAY = timedelta(days=1)


@attack("fundingplan.phase")
def plan_the_money(world: World) -> Press:
    """What another pilot asks."""
    url = reverse("funding:plan-make", args=[planned(world, "pilot").pk])
    last = typed(world.cast.at.date() + 60 * DAY)
    return request(
        world.cast.manager, url, total="180.000", cash_minimum="90.000", deadline_on=last
    )


@attack("stepin_round_number_once", "stepin_offered_once")
def offer_a_phase_again(world: World) -> Press:
    """The next round of a phase, after the first one is closed."""
    before = actions.close_round(StepInRound.objects.get(), **acting(world.cast))
    url = reverse("funding:round-open", args=[before.plan_id])
    last = typed(world.cast.at.date() + 21 * DAY)
    return request(world.cast.manager, url, text="Samen bellen.", closes_on=last, key="equal")


@attack("pledge.replaces")
def correct_a_pledge(world: World) -> Press:
    """A firm pledge to the budget was written down wrong."""
    pledge = Pledge.objects.get(status="firm", plan__isnull=True)
    url = reverse("funding:pledge-correct", args=[pledge.pk])
    right = {"form": "cash", "amount": "7.500", "reason": "Verwisseld.", "declares": "on"}
    return request(world.cast.director, url, **right)


@attack("pledge.replaces")
def change_an_offer(world: World) -> Press:
    """Another offer in the place of one that is not firm yet."""
    pledge = Pledge.objects.get(status="offered")
    url = reverse("funding:pledge-change", args=[pledge.pk])
    return request(world.cast.director, url, form="cash", amount="12.000", reason="Meer.")


@attack("pledge.course_change")
def withdraw_from_what_runs(world: World) -> Press:
    """Money of a phase that runs does not come, which opens a change of course."""
    cast, day = world.cast, world.cast.at.date()
    building.live(cast)
    terms: dict[str, Any] = {"total": Decimal(100), "cash_minimum": Decimal(10)}
    phase = building.taken_over(cast).phases.get()
    plan = actions.make_plan(phase, deadline_on=day, **terms, **acting(cast))
    facts: dict[str, Any] = {"organisation": cast["CH"], "form": "cash", "amount": Decimal(60)}
    pledge = actions.take_over_pledge(plan, firm_on=day - 300 * DAY, **facts, **acting(cast))
    return request(
        cast.manager, reverse("funding:pledge-withdraw", args=[pledge.pk]), reason="Geen geld."
    )
