"""A leader counts a business case, on a phone and on a desk; the raad agrees and it stays so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from projects.models import BusinessCase
from tests.cast import build_cast
from tests.projects import building

from .conftest import BEGIN, Clock, Visitor
from .steps import act, fill, send

if TYPE_CHECKING:
    from projects.models import Project
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOUR = timedelta(hours=1)


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January with a raad that sits."""
    return build_cast(BEGIN)


@pytest.fixture
def project(lab: Cast) -> Project:
    """A dossier that is opened; the contact of FV leads it."""
    project = building.opened(lab)
    building.lead(lab, project)
    building.interest(lab, project, "EZ")
    return project


def looks_well(visitor: Visitor, width: int) -> None:
    visitor.fits(width)
    visitor.is_accessible()


def begun(visitor: Visitor, project: Project, width: int) -> BusinessCase:
    """From the dossier to an empty first version; nonsense is said beside the field."""
    visitor.goto(project.get_absolute_url())
    visitor.sees("Dat heeft nog niemand uitgerekend")
    looks_well(visitor, width)
    act(visitor, "projects:case-draft", project.pk)
    fill(visitor, horizon="0")
    wrong = visitor.page.locator("main [aria-invalid=true]")
    assert [each.get_attribute("name") for each in wrong.all()] == ["horizon"]
    looks_well(visitor, width)
    fill(visitor, horizon="5", null_alternative="Schulden groeien door.")
    visitor.page.wait_for_url("**/businesscases/*/")
    looks_well(visitor, width)
    return BusinessCase.objects.get()


def count(visitor: Visitor, case: BusinessCase, width: int, **facts: str | bool) -> None:
    """One line more."""
    visitor.goto(case.get_absolute_url())
    act(visitor, "projects:case-line-add", case.pk)
    looks_well(visitor, width)
    fill(visitor, **facts)
    visitor.page.wait_for_url(f"**{case.get_absolute_url()}")


def effect_is_counted(desk: Visitor, case: BusinessCase, residents: str) -> None:
    """Without a number that an effect needs nothing is kept, and nothing typed is lost."""
    effect = {"kind": "benefit", "party": residents, "text": "Minder boetes", "way": "effect"}
    desk.goto(case.get_absolute_url())
    act(desk, "projects:case-line-add", case.pk)
    fill(desk, **effect, certainty="literature", every_year="100")
    names = {each.get_attribute("name") for each in desk.page.locator("[aria-invalid=true]").all()}
    assert names == {"unit", "effect", "price"}
    assert desk.page.locator("main [name=every_year]").input_value() == "100"
    looks_well(desk, 1280)
    fill(desk, unit="gezinnen", effect="12,5", price="25", deadweight="20")
    desk.page.wait_for_url(f"**{case.get_absolute_url()}")
    desk.sees("100 gezinnen × 12,5\N{NO-BREAK SPACE}% × €\N{NO-BREAK SPACE}25")
    desk.sees("Elke euro levert naar verwachting €\N{NO-BREAK SPACE}1,20 op")
    desk.sees("indicatief")
    looks_well(desk, 1280)


def test_from_a_first_line_to_a_case_that_stands_still(
    lab: Cast, project: Project, visit: Callable[..., Visitor], clock: Clock
) -> None:
    phone, desk = visit(width=390), visit()
    phone.log_in(lab.contact.email)
    case = begun(phone, project, 390)
    residents = str(case.parties.get(is_residents=True).pk)
    fund = str(case.parties.get(organisation=lab["FV"]).pk)
    cost = {"kind": "cost", "party": fund, "text": "Bellen", "certainty": "measured"}
    count(phone, case, 390, **cost, t0="1.000")
    desk.log_in(lab.contact.email)
    effect_is_counted(desk, case, residents)
    count(desk, case, 1280, kind="benefit", party=residents, text="Rust", certainty="pm")
    desk.sees("niet in getallen")

    act(desk, "projects:case-submit", case.pk)
    looks_well(desk, 1280)
    send(desk)
    desk.page.wait_for_url(f"**{case.get_absolute_url()}")
    desk.sees("De programmaraad kan deze versie nu lezen")
    more = reverse("projects:case-line-add", args=[case.pk])
    assert desk.page.locator(f"a[href='{more}']").count() == 0

    clock.move_to(BEGIN + HOUR)
    decision = building.decision(lab, at=timezone.now())
    manager = visit()
    manager.log_in(lab.manager.email)
    manager.goto(case.get_absolute_url())
    act(manager, "projects:case-approve", case.pk)
    looks_well(manager, 1280)
    fill(manager, decision=str(decision.pk))
    manager.page.wait_for_url(f"**{case.get_absolute_url()}")
    manager.sees("Goedgekeurd")
    looks_well(manager, 1280)
    case.refresh_from_db()
    assert (case.status, case.decision) == ("approved", decision)

    reader = visit(width=390, dark=True)
    reader.log_in(lab.director.email)
    reader.goto(project.get_absolute_url())
    reader.page.locator(f"main a[href='{case.get_absolute_url()}']").first.click()
    reader.sees("Elke euro levert naar verwachting")
    reader.sees_not("Fonds Vlietland")
    looks_well(reader, 390)
    for visitor in (phone, desk, manager, reader):
        assert visitor.page_errors == []
