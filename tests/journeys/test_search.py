"""Looking for something as people do: half a word, misspelt, on a phone and without a script."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from partners import actions
from partners.models import Organisation, Theme
from projects.models import Project
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lab(transactional_db: None, clock: Clock) -> Cast:
    """A project that nobody outside sees, and one partner that the public may know."""
    cast = build_cast(BEGIN)
    Project.objects.create(
        year=BEGIN.year,
        sequence=1,
        theme=Theme.objects.create(name="Geldzaken thuis"),
        title="Energie en huur samen",
        summary="Wij maken huurachterstanden kleiner.",
        is_taken_over=True,
    )
    Organisation.objects.filter(pk=cast["FV"].pk).update(description="Geeft bij huurachterstand.")
    actions.show_in_public(cast["FV"], actor=cast.manager, at=BEGIN)
    clock.move_to(BEGIN)
    return cast


def search(visitor: Visitor, typed: str) -> None:
    field = visitor.page.locator("form[role=search] input[name=q]")
    field.fill(typed)
    field.press("Enter")
    visitor.page.wait_for_load_state()


def axe_finds_nothing(window: Visitor, visitor: Visitor) -> None:
    """On the page that a visitor without scripts has open; axe itself needs them."""
    window.page.context.add_cookies(visitor.page.context.cookies())  # type: ignore[arg-type]
    window.page.goto(visitor.page.url)
    window.is_accessible()


def test_a_director_finds_a_project_by_half_a_misspelt_word(
    lab: Cast, visit: Callable[..., Visitor]
) -> None:
    director = visit(script=False)
    director.log_in(lab.director.email)
    search(director, "achterstandn")  # of "huurachterstanden"
    page = director.page
    row = page.locator("#found-project + ul li").first
    expect(row.locator("mark")).to_have_text("huurachterstanden")
    axe_finds_nothing(visit(), director)
    row.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Energie en huur samen")
    search(director, "energie huur")
    expect(page.locator("#found-project + ul li").first).to_contain_text("Energie en huur samen")


def test_on_a_phone_the_field_is_in_the_menu(lab: Cast, visit: Callable[..., Visitor]) -> None:
    phone = visit(width=320)
    phone.log_in(lab.contact.email)
    expect(phone.page.locator("form[role=search]")).to_be_hidden()
    phone.page.get_by_role("button", name="Menu").click()
    search(phone, "huurachterstand")
    expect(phone.page.locator("#found-project")).to_be_visible()
    phone.fits(320)
    phone.is_accessible()


def test_a_visitor_finds_what_is_public_and_nothing_else(
    lab: Cast, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(width=390, script=False)
    visitor.goto("/openbaar/")
    visitor.page.locator(".sl-menu-button").click()
    visitor.page.locator("header a[href='/zoeken/']").click()
    search(visitor, "huurachterstanden")
    groups = visitor.page.locator("main section h2")
    expect(groups).to_have_count(1)
    expect(visitor.page.locator("#found-public-partner + ul")).to_contain_text("Fonds Vlietland")
    visitor.sees_not("Energie en huur")
    search(visitor, "energie en huur samen")
    expect(visitor.page.locator("main .sl-empty")).to_be_visible()
    axe_finds_nothing(visit(width=390), visitor)
    visitor.fits(390)
