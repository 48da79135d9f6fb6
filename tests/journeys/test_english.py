"""A visitor chooses English, comes in with it, gets mail in it, and goes back to Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partners import actions
from partners.models import Person
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor, code_for, deliver

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db: None, clock: Clock) -> Cast:
    """A bank that shows itself, with a description in Dutch."""
    cast = build_cast(BEGIN)
    bank = cast["BN"]
    bank.refresh_from_db()
    bank.description = "Een bank aan zee."
    bank.save()
    actions.show_in_public(bank, actor=cast.manager, at=BEGIN)
    return cast


def test_from_a_public_page_in_english_and_back(cast: Cast, visit: Callable[..., Visitor]) -> None:
    me, address = visit(), cast.contact.email
    me.goto("/openbaar/")
    me.sees("Samen tegen schulden")
    me.follow("English")
    me.sees("Together against debts")
    me.is_accessible()
    me.follow("Partners")
    me.sees("Een bank aan zee.")
    assert me.page.locator("bdi[lang=nl], p[lang=nl]").first.inner_text() == "Een bank aan zee."
    assert [cookie["name"] for cookie in me.page.context.cookies()] == []
    me.is_accessible()
    me.page.set_viewport_size({"width": 320, "height": 800})
    me.fits(320)
    me.page.set_viewport_size({"width": 1280, "height": 900})

    me.follow("Log in")
    me.is_accessible()
    me.page.get_by_label("e-mail address", exact=False).fill(address)
    me.page.locator("main button[type=submit]").first.click()
    me.page.locator("input[name=code]").fill(code_for(address))
    me.page.locator("main button[type=submit]").first.click()
    me.page.wait_for_url(me.base + "/")
    me.sees("Pages and mails are in this language from now on.")
    me.sees("Log out")
    me.is_accessible()
    assert Person.objects.get(email=address).language == "en"

    me.press("Log out")
    me.goto("/inloggen/")
    me.page.get_by_label("e‑mailadres").fill(address)
    me.press("Stuur mij een code")
    code_for(address)
    mine = [letter for letter in deliver() if letter.to == [address]]
    assert "With kind regards" in str(mine[-1].body)
    me.page.locator("input[name=code]").fill(code_for(address))
    me.page.locator("main button[type=submit]").first.click()
    me.page.wait_for_url(me.base + "/")
    me.sees("Log out")

    me.press("Nederlands")
    me.sees("Uitloggen")
    assert Person.objects.get(email=address).language == "nl"
    assert me.page_errors == []


def test_a_browser_in_english_begins_in_english(cast: Cast, visit: Callable[..., Visitor]) -> None:
    me = visit(locale="en-GB", script=False)
    me.goto("/openbaar/")
    me.sees("Together against debts")
    me.follow("Nederlands")
    me.sees("Samen tegen schulden")
    me.follow("Partners")
    me.sees("Een bank aan zee.")
    assert me.page.locator("html").get_attribute("lang") == "nl"
