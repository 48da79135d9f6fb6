"""Somebody looks at what is kept, moves to another address, and leaves; a visitor reads along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from partners import actions
from partners.models import Person
from tests.cast import build_cast

from .conftest import BEGIN, Clock, Visitor, code_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "dirk@elders.example"


@pytest.fixture
def cast(transactional_db: None, clock: Clock) -> Cast:
    """Partners of which two show themselves, in the year of the browser tests."""
    cast = build_cast(BEGIN)
    for noun in (cast["BN"], cast["GD"], cast.framework):
        noun.refresh_from_db()
        actions.show_in_public(noun, actor=cast.manager, at=BEGIN)
    return cast


def test_a_visitor_reads_what_is_public(cast: Cast, visit: Callable[[], Visitor]) -> None:
    visitor = visit()
    visitor.goto("/inloggen/")
    visitor.follow("Wat Schuldenlab070 is")
    visitor.sees("Samen tegen schulden")
    visitor.is_accessible()
    visitor.follow("Partners")
    visitor.sees("Bank Noordzee")
    visitor.sees_not("Fonds Vlietland")
    visitor.is_accessible()
    visitor.goto("/openbaar/samenwerkingskader/")
    visitor.sees("Getekend door 0 partners")
    visitor.is_accessible()
    for path in ("/openbaar/", "/openbaar/partners/", "/openbaar/samenwerkingskader/"):
        visitor.goto(path)
        visitor.page.set_viewport_size({"width": 320, "height": 800})
        visitor.fits(320)
    for path in ("/privacy/", "/toegankelijkheid/"):
        visitor.goto(path)
        visitor.is_accessible()
    assert visitor.page_errors == []


def test_from_my_data_to_leaving(cast: Cast, visit: Callable[[], Visitor], clock: Clock) -> None:
    me = visit()
    me.log_in(cast.director.email)
    me.goto("/mijn-gegevens/")
    me.sees("Bank Noordzee")
    me.is_accessible()
    with me.page.expect_download() as waiting:
        me.follow("Download mijn gegevens")
    file = json.loads(Path(waiting.value.path()).read_text())
    assert file["account"]["name"] == cast.director.name
    _another_name(me)
    _another_address(me)
    me.goto("/mijn-gegevens/vertrek/")
    me.sees("Hierna heeft Bank Noordzee geen directeur meer")
    me.is_accessible()
    me.press("Vertrek en sluit mijn account")
    me.sees("Uw account is gesloten")
    me.goto("/")
    assert me.page.url.endswith("/inloggen/?next=/")
    gone = Person.objects.get_queryset().get(pk=cast.director.pk)
    assert (gone.is_active, gone.email) == (False, NEW)
    assert me.page_errors == []


def _another_name(me: Visitor) -> None:
    me.follow("Wijzig uw naam, taal of mail")
    me.page.get_by_label("Uw naam").fill(" ")
    me.press("Opslaan")
    me.sees("Vul uw naam in.")
    me.is_accessible()
    me.page.get_by_label("Uw naam").fill("Dirk van Dam-Smit")
    me.press("Opslaan")
    me.sees("Dirk van Dam-Smit")


def _another_address(me: Visitor) -> None:
    me.follow("Gebruik een ander e-mailadres")
    me.page.locator("input[name=address]").fill("geen adres")
    me.press("Stuur een code")
    me.is_accessible()
    me.page.locator("input[name=address]").fill(NEW)
    me.press("Stuur een code")
    me.sees(NEW)
    me.is_accessible()
    me.page.locator("input[name=confirmation_code]").fill(code_for(NEW))
    me.press("Bevestig met deze code")
    me.sees("Vanaf nu logt u in met uw nieuwe adres.")
