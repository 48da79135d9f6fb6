"""A step-in round from the offer to a firm pledge: the kernteam on a desk, partners on phones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from funding.models import FundingPlan, Pledge, StepInRound
from tests.cast import build_cast
from tests.funding import records

from .conftest import BEGIN, Clock, Visitor
from .steps import act, at_home, fill, looks_well, with_the_code

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = timedelta(days=1)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with a raad that sits."""
    return build_cast(BEGIN)


@pytest.fixture
def plan(lab: Cast) -> FundingPlan:
    """A business case that asks for money."""
    return records.make_plan(lab, timezone.now(), 18_000, 9_000)


def day(ahead: int) -> str:
    return f"{timezone.localdate() + ahead * DAY:%d-%m-%Y}"


def opened(manager: Visitor, lab: Cast, plan: FundingPlan) -> StepInRound:
    """The shares are worked out first; a mistake stands beside its field, and nothing is lost."""
    manager.goto(plan.phase.project.get_absolute_url())
    act(manager, "funding:round-open", plan.pk)
    manager.fits(1280)
    manager.is_accessible()
    agreed = f"fixed_{lab['GD'].pk}"
    manager.page.locator(f"main [name={agreed}]").fill("20.000")
    fill(manager, text="Bellen bij de eerste gemiste betaling.", closes_on=day(21), key="equal")
    manager.sees("2.000 meer")
    manager.is_accessible()
    assert manager.page.locator("main [name=text]").input_value().startswith("Bellen")
    manager.page.locator(f"main [name={agreed}]").fill("6.000")
    fill(manager)
    manager.page.wait_for_url("**/instaprondes/*/")
    manager.is_accessible()
    found = StepInRound.objects.get()
    assert sum(each.share for each in found.offers.all()) == 18_000
    assert found.offers.get(organisation=lab["GD"]).share == 6_000
    return found


def test_a_whole_round(lab: Cast, plan: FundingPlan, visit: Callable[..., Visitor]) -> None:
    manager = visit(width=1280)
    manager.log_in(lab.manager.email)
    found = opened(manager, lab, plan)

    phone = visit(width=390)
    phone.log_in(lab.director.email)
    phone.sees("Vroeg erbij")
    offer = found.offers.get(organisation=lab["BN"])
    phone.goto(reverse("funding:stepin-answer", args=[offer.pk]))
    looks_well(phone)
    fill(phone, answer="yes", form="cash", amount="niets")
    assert phone.page.locator("main [name=amount][aria-invalid=true]").count() == 1
    looks_well(phone)
    fill(phone, answer="yes", form="cash", amount="5.000")
    with_the_code(phone, lab.director, f"**{offer.get_absolute_url()}")
    looks_well(phone)
    pledge = Pledge.objects.get()
    assert (pledge.organisation, pledge.amount, pledge.status) == (lab["BN"], 5_000, "offered")
    act(phone, "funding:pledge-sign", pledge.pk)
    fill(phone, declares=True)
    with_the_code(phone, lab.director, f"**{pledge.get_absolute_url()}")
    pledge.refresh_from_db()
    assert pledge.status == "firm"

    other = visit(width=390)
    other.log_in(lab.other_director.email)
    theirs = found.offers.get(organisation=lab["FV"])
    other.goto(offer.get_absolute_url())
    other.sees_not("5.000")
    other.goto(theirs.get_absolute_url())
    other.sees_not("5.000")
    fill(other, answer="later", words="Na de zomer.")
    with_the_code(other, lab.other_director, f"**{theirs.get_absolute_url()}")
    looks_well(other)
    other.goto(found.get_absolute_url())
    other.sees_not("5.000")
    looks_well(other)

    manager.goto(found.get_absolute_url())
    manager.sees(lab["BN"].name)
    manager.sees("Na de zomer.")
    manager.is_accessible()
    act(manager, "funding:round-remind", found.pk)
    fill(manager)
    manager.page.wait_for_url(f"**{found.get_absolute_url()}")


def test_late_is_fine(
    lab: Cast, plan: FundingPlan, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit(width=1280)
    manager.log_in(lab.manager.email)
    found = opened(manager, lab, plan)
    clock.move_to(found.closes_at + 3 * DAY)
    phone = visit(width=390)
    offer = found.offers.get(organisation=lab["BN"])
    at_home(phone, lab.director, offer.get_absolute_url())
    fill(phone, answer="yes", form="hours", text="Uren van een adviseur", amount="1.500")
    with_the_code(phone, lab.director, f"**{offer.get_absolute_url()}")
    looks_well(phone)
    [given] = offer.answers.all()
    assert given.is_late
    assert given.pledge is not None
