"""The year keeps itself: slots get a date and are held, the Kompas moves, people change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from events import actions as events
from events.models import Meeting
from partners import actions as partners
from partners.models import Ambassadorship, KernteamMember
from tests.cast import ZONE, build_cast

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A lab in January: clauses, a theme, and the slots that the clock planned in the night."""
    cast = build_cast(BEGIN)
    before = BEGIN - timedelta(hours=8)
    partners.add_theme(name="Wonen", actor=cast.manager, at=before)
    events.plan_cadence(at=before)
    return cast


def figure(visitor: Visitor, title: str, stand: str = "") -> str:
    """What the Kompas says of one measure, for a day that is typed on its page."""
    visitor.goto(f"/kompas/{BEGIN.year}/")
    if stand:
        fill(visitor, stand=stand)
    lines = [line.strip() for line in visitor.page.inner_text("main").splitlines() if line.strip()]
    return next(line for line in lines[lines.index(title) + 1 :] if "van" in line)


def fill(visitor: Visitor, **facts: str) -> None:
    """Fill in fields by their names, and send the form."""
    for name, value in facts.items():
        visitor.page.locator(f"main [name={name}]").fill(value)
    visitor.page.locator("main form button[type=submit]").last.click()


def complains_about(visitor: Visitor, *names: str) -> None:
    """These fields are marked, and only these."""
    marked = visitor.page.locator("main [aria-invalid=true]")
    assert [field.get_attribute("name") for field in marked.all()] == list(names)


def test_a_slot_gets_a_date_and_is_held(
    lab: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    slot = Meeting.objects.get(series__duty="network", year=BEGIN.year, ordinal=1)
    manager = visit(width=390)
    manager.log_in(lab.manager.email)
    assert figure(manager, "Netwerkbijeenkomsten").startswith("0 van 2")
    manager.is_accessible()
    manager.goto(f"/bijeenkomsten/jaar/{BEGIN.year}/")
    manager.page.locator(f"a[href='/bijeenkomsten/{slot.pk}/datum/']").first.click()
    fill(manager, starts_on="31-02-2036", starts_time="14:00", place="Zaal De Vliet")
    complains_about(manager, "starts_on")
    assert manager.page.locator("main [name=place]").input_value() == "Zaal De Vliet"
    manager.is_accessible()
    fill(manager, starts_on="12-03-2036")
    manager.sees("12\N{NO-BREAK SPACE}maart")

    clock.move_to(datetime(2036, 3, 13, 9, 0, tzinfo=ZONE))
    manager.log_in(lab.manager.email)
    manager.goto(f"/bijeenkomsten/{slot.pk}/")
    manager.follow("Leg vast wie er was")
    fill(manager)
    manager.is_accessible()
    manager.page.get_by_role("checkbox", name="Bank Noordzee").check()
    manager.page.locator("main form button[type=submit]").last.click()
    manager.sees("Bank Noordzee")
    assert figure(manager, "Netwerkbijeenkomsten").startswith("1 van 2")
    assert figure(manager, "Netwerkbijeenkomsten", "12-03-2036").startswith("0 van 2")
    manager.fits(390)

    contact = visit(width=320, script=False)
    contact.log_in(lab.contact.email)
    contact.goto(f"/bijeenkomsten/{slot.pk}/")
    contact.sees("Bank Noordzee")
    contact.sees_not("Leg vast wie er was")
    contact.fits(320)


def test_the_kompas_shows_where_a_figure_comes_from(
    lab: Cast, visit: Callable[..., Visitor]
) -> None:
    director = visit()
    director.log_in(lab.director.email)
    director.follow("Kompas")
    assert director.page.locator("section h3:visible, article h3:visible").count() >= 8
    director.page.get_by_role("link", name="Kernteam", exact=False).first.click()
    director.page.wait_for_url("**/kernteam/")
    director.goto("/kompas/")
    fill(director, stand="31-04-2036")
    complains_about(director, "stand")
    assert director.page.locator("[name=stand]").input_value() == "31-04-2036"
    director.is_accessible()
    director.goto("/kompas/")
    director.follow(f"Kompas {BEGIN.year - 1}")
    director.page.wait_for_url(f"**/kompas/{BEGIN.year - 1}/")
    assert director.page_errors == []


def test_english_stays_with_the_person(lab: Cast, visit: Callable[..., Visitor]) -> None:
    contact = visit(width=390)
    contact.log_in(lab.contact.email)
    contact.goto("/taal/")
    contact.page.get_by_label("English").check()
    contact.page.locator("main form button[type=submit]").last.click()
    contact.goto("/kompas/")
    assert contact.page.locator("html").get_attribute("lang") == "en"
    contact.sees("Do we keep to the framework?")
    contact.is_accessible()
    elsewhere = visit()
    elsewhere.log_in(lab.contact.email)
    assert elsewhere.page.locator("html").get_attribute("lang") == "en"


def test_the_manager_appoints_and_ends(lab: Cast, visit: Callable[..., Visitor]) -> None:
    manager = visit(script=False)
    manager.log_in(lab.manager.email)
    manager.goto("/kernteam/benoemen/")
    new = {"name": "Nora Wind", "email": "nora@stad.example"}
    manager.page.locator("[name=role][value=staff]").check()
    fill(manager, **new, from_on="morgen")
    complains_about(manager, "from_on")
    kept = {name: manager.page.locator(f"[name={name}]").input_value() for name in new}
    assert kept == new
    fill(manager, from_on="08-01-2036")
    manager.sees("Nora Wind")
    term = KernteamMember.objects.get(person__email=new["email"])
    manager.goto(f"/kernteam/{term.pk}/einde/")
    fill(manager, until_on="01-01-2036")
    complains_about(manager, "until_on")
    fill(manager, until_on="31-12-2036")
    term.refresh_from_db()
    assert term.until_on == date(2036, 12, 31)


def test_a_contact_makes_its_organisation_ambassador(
    lab: Cast, visit: Callable[..., Visitor]
) -> None:
    contact = visit(width=390)
    contact.log_in(lab.contact.email)
    contact.goto("/themas/")
    contact.page.locator("a[href$='/ambassadeur/']").first.click()
    contact.is_accessible()
    contact.page.locator("main form button[type=submit]").last.click()
    contact.sees("Fonds Vlietland")
    ambassadorship = Ambassadorship.objects.get()
    contact.goto(f"/ambassadeurschappen/{ambassadorship.pk}/einde/")
    contact.page.locator("main form button[type=submit]").last.click()
    ambassadorship.refresh_from_db()
    assert ambassadorship.until_on == BEGIN.date()
