"""A framework is renewed: a copy, one agreement that says more, a document, open, in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

from partners.models import Framework
from tests.cast import build_cast, login, written_otherwise
from tests.partners.test_actions_frameworks import PDF

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_django.live_server_helper import LiveServer

    from partners.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def come_in(
    visit: Callable[..., Visitor], live_server: LiveServer
) -> Callable[[Person, bool], Visitor]:
    """A window in which somebody has logged in."""

    def enter(person: Person, script: bool) -> Visitor:
        client = Client()
        login(client, person)
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": live_server.url}
        visitor = visit(script=script)
        visitor.page.context.add_cookies([cookie])  # type: ignore[list-item]
        return visitor

    return enter


def refused(visitor: Visitor, field: str) -> None:
    """The page says so beside the field, and nothing on it is hard to use."""
    assert visitor.page.locator(f"[name={field}][aria-invalid=true]").count() == 1
    visitor.is_accessible()


def write(kernteam: Visitor) -> None:
    """From the renewal desk to a draft that says more."""
    kernteam.goto("/samenwerkingskader/vernieuwing/")
    kernteam.sees("Er is nog geen volgend kader.")
    kernteam.follow("Schrijf het volgende kader, als kopie")
    kernteam.page.get_by_label("Laatste dag").fill("01-01-1999")
    kernteam.press("Maak de kopie")
    refused(kernteam, "ends_on")
    kernteam.page.get_by_label("Titel").fill("Het volgende kader")
    kernteam.page.get_by_label("Laatste dag").fill("31-12-2041")
    kernteam.press("Maak de kopie")
    kernteam.follow("Pas afspraak 2 aan")
    text = kernteam.page.locator("[name=text]")
    text.fill(f"{text.input_value()} Hoogstens drie jaar achter elkaar.")
    kernteam.page.locator("[name=by_0]").fill("31-02")
    kernteam.press("Bewaar de afspraak")
    refused(kernteam, "by_0")
    kernteam.page.locator("[name=by_0]").fill("28-02")
    kernteam.press("Bewaar de afspraak")
    kernteam.sees("Nieuw: Hoogstens drie jaar achter elkaar.")
    kernteam.follow("Pas titel, dagen en getallen aan")
    kernteam.page.locator("[name=seats_max]").fill("2")
    kernteam.press("Opslaan")
    refused(kernteam, "seats_max")
    kernteam.page.locator("[name=seats_max]").fill("7")
    kernteam.press("Opslaan")
    kernteam.sees("7, dat was 6")


def test_a_framework_is_renewed(
    come_in: Callable[[Person, bool], Visitor], clock: Clock, tmp_path: Path
) -> None:
    cast = build_cast(BEGIN)
    written_otherwise(cast.framework, ends_on=BEGIN.date().replace(month=12, day=31))
    wrong, right = tmp_path / "kader.txt", tmp_path / "kader.pdf"
    wrong.write_text("geen pdf")
    right.write_bytes(PDF)
    kernteam, partner = come_in(cast.staff, True), come_in(cast.contact, False)
    write(kernteam)
    kernteam.follow("Stuur het document op")
    kernteam.page.locator("[name=document]").set_input_files(wrong)
    kernteam.press("Bewaar het document")
    refused(kernteam, "document")
    kernteam.page.locator("[name=document]").set_input_files(right)
    kernteam.press("Bewaar het document")
    kernteam.follow("Stel het open voor ondertekening")
    kernteam.press("Stel het open voor ondertekening")
    kernteam.sees("Open voor ondertekening")

    partner.goto("/samenwerkingskader/")
    partner.follow("Het volgende kader")
    partner.sees("Nieuw: Hoogstens drie jaar achter elkaar.")
    partner.sees("Getekend: 0 van 7")
    with partner.page.expect_download() as download:
        partner.follow("Bewaar als pdf")
    assert download.value.suggested_filename == "kader.pdf"
    partner.follow("Vergelijk met")
    partner.sees("1 afspraak is anders, 7 bleven hetzelfde.")

    kernteam.follow("Laat het van kracht worden")
    kernteam.sees("Fonds Vlietland")
    kernteam.press("Laat het van kracht worden")
    kernteam.sees("Het kader is van kracht.")
    assert Framework.objects.get(title="Het volgende kader").status == "in_force"
    assert kernteam.page_errors == partner.page_errors == []
