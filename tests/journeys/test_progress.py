"""A leader reports: on a desk, and on a phone; then everybody reads how it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from projects.models import Connection, IndicatorValue, Leadership, ProgressReport, Project, Risk
from projects.quarters import Quarter
from tests.cast import Cast, build_cast
from tests.projects import building, going

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Locator

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LAST = Quarter.asked_on(BEGIN.date())


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January, with two projects that run since before it was kept here."""
    cast = build_cast(BEGIN)
    building.live(cast)
    for title, leader in (("Vroeg erbij", "contact"), ("Post zonder stress", "director")):
        project = going.runs(cast, title, leader=leader)
        going.indicator(cast, project)
    return cast


def field(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(f"main [name={name}]")


def choose(visitor: Visitor, name: str, value: str) -> None:
    visitor.page.locator(f"main [name={name}][value='{value}']").check()


def send(visitor: Visitor) -> None:
    with visitor.page.expect_navigation():
        visitor.page.locator("main form button[type=submit]").last.click()


def looks_well(visitor: Visitor, width: int) -> None:
    visitor.fits(width)
    visitor.is_accessible()


def report(visitor: Visitor, project: Project, width: int) -> None:
    """Something is forgotten first; it is said beside the field, and the rest is still there."""
    visitor.goto(project.get_absolute_url())
    url = reverse("projects:report-write", args=[project.pk])
    visitor.page.locator(f"main a[href='{url}']").first.click()
    visitor.page.wait_for_url(f"**{url}")
    looks_well(visitor, width)
    for name in ("time", "result", "risk"):
        choose(visitor, name, "track")
    choose(visitor, "money", "warn")
    field(visitor, "reached").fill("Er zijn 62 gezinnen geholpen.")
    send(visitor)
    wrong = visitor.page.locator("main [aria-invalid=true]")
    assert [each.get_attribute("name") for each in wrong.all()] == ["money_text"]
    assert field(visitor, "reached").input_value() == "Er zijn 62 gezinnen geholpen."
    looks_well(visitor, width)
    field(visitor, "money_text").fill("Nog € 60.000 nodig.")
    field(visitor, "others_should_know").fill("Stuur signalen door.")
    row = project.indicators.get()
    field(visitor, f"value_{row.pk}").fill("1.062,5")
    field(visitor, f"source_{row.pk}").fill("Telling")
    visitor.page.locator("main summary").last.click()
    for name in ("new_text", "new_measure", "new_owner"):
        field(visitor, name).fill("Huur stijgt")
    send(visitor)
    visitor.sees("De rapportage staat er.")
    looks_well(visitor, width)


def test_a_leader_reports_and_everybody_reads_it(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    first, second = Project.objects.order_by("pk")
    desk, phone = visit(), visit(width=390)
    desk.log_in(lab.contact.email)
    report(desk, first, 1280)
    phone.log_in(lab.director.email)
    report(phone, second, 390)
    written = ProgressReport.objects.order_by("pk")
    assert [(each.project, each.period, each.worst) for each in written] == [
        (first, LAST, "warn"),
        (second, LAST, "warn"),
    ]
    assert [float(each.value) for each in IndicatorValue.objects.all()] == [1062.5, 1062.5]
    assert Risk.objects.count() == 2

    desk.goto(reverse("projects:connection-add", args=[first.pk]))
    choose(desk, "kind", "delivers")
    field(desk, "other").select_option(str(second.pk))
    field(desk, "reason").fill("Signalen over nieuwe achterstanden")
    send(desk)
    desk.sees("Signalen over nieuwe achterstanden")
    assert Connection.objects.get().other == second
    desk.is_accessible()

    clock.move_to(BEGIN + timedelta(days=95))
    desk.log_in(lab.contact.email)
    desk.goto(reverse("projects:report-write", args=[first.pk]))
    desk.sees("Nog € 60.000 nodig.")
    desk.sees("Er zijn 62 gezinnen geholpen.")
    assert field(desk, "reached").input_value() == ""

    for dark in (False, True):
        reader = visit(width=320, dark=dark)
        reader.log_in(lab.other_director.email)
        for url in (
            *(reverse(f"projects:{each}-list") for each in ("project", "progress", "result")),
            reverse("projects:connection-map"),
            reverse("projects:project-progress", args=[first.pk]),
            reverse("projects:indicator-detail", args=[first.indicators.get().pk]),
            written[0].get_absolute_url(),
            first.get_absolute_url(),
        ):
            reader.goto(url)
            looks_well(reader, 320)
        assert reader.page_errors == []
    assert Leadership.objects.count() == 2
    assert desk.page_errors == phone.page_errors == []
