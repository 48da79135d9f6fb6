"""Signing the framework: by whoever may, by a colleague who was asked, and on paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

from partners.models import Signature
from partners.verification import verify_all
from tests.cast import Cast, build_cast
from tests.partners.test_signing_receipts import PNG

from .conftest import BEGIN, Clock, Visitor, code_for, deliver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FUNCTION = "Directeur Klant en Maatschappij"


@pytest.fixture
def network(transactional_db: None, clock: Clock) -> Cast:
    """Seven partners and a framework in force that nobody has signed."""
    return build_cast(BEGIN)


def test_partners_sign(network: Cast, visit: Callable[..., Visitor], clock: Clock) -> None:
    director = visit(width=390, script=False)
    director.log_in(network.director.email)
    clock.move_to(timezone.now() + timedelta(minutes=11))
    sign_with_a_code(director, network)

    contact = visit()
    contact.log_in(network.contact.email)
    send_on(contact, network)
    colleague = visit(width=320)
    colleague.log_in(network.other_director.email)
    sign_at_once(colleague, network)

    manager = visit()
    manager.log_in(network.manager.email)
    on_paper_and_back(manager, network)
    report = verify_all()
    assert (report["ok"], report["signatures"]) == (True, 3)
    for visitor in (contact, colleague, manager):
        assert visitor.page_errors == []


def sign_with_a_code(visitor: Visitor, network: Cast) -> None:
    """Eleven minutes after logging in a code is a part of it; what was typed survives it."""
    visitor.goto(network.framework.get_absolute_url())
    visitor.fits(390)
    visitor.page.get_by_label("Uw functie").fill(FUNCTION)
    visitor.press("Teken het kader")
    visitor.sees("Er staan 2 fouten in het formulier")
    assert visitor.page.get_by_label("Uw functie").input_value() == FUNCTION
    visitor.fits(390)
    visitor.page.get_by_label("Ik mag namens Bank Noordzee tekenen").check()
    visitor.page.get_by_label("Ik heb de 8 afspraken gelezen en wij doen mee").check()
    visitor.press("Teken het kader")
    visitor.sees("Hierna heeft u getekend namens Bank Noordzee.")
    visitor.page.locator("input[name=confirmation_code]").fill(code_for(network.director.email))
    visitor.press("Bevestig")
    visitor.sees("Bank Noordzee heeft getekend")
    visitor.sees(f"Dirk van Dam, {FUNCTION}")
    visitor.fits(390)
    letter = deliver()[-1]
    ((name, content, _kind),) = letter.attachments
    assert name.endswith("bank-noordzee.pdf")
    assert isinstance(content, bytes)
    assert Signature.objects.get().sha256 in PdfReader(io.BytesIO(content)).pages[-1].extract_text()


def send_on(visitor: Visitor, network: Cast) -> None:
    """A contact may not sign, and asks who may."""
    visitor.goto(network.framework.get_absolute_url())
    visitor.sees("Fonds Vlietland heeft nog niet getekend")
    visitor.is_accessible()
    visitor.follow("Stuur dit door naar een collega")
    visitor.is_accessible()
    visitor.press("Stuur het door")
    visitor.sees("Kies een collega.")
    visitor.is_accessible()
    visitor.page.get_by_label("Wie tekent voor uw organisatie?").select_option("Olaf Mulder")
    visitor.page.get_by_label("Uw bericht").fill("Lukt het deze week?")
    visitor.press("Stuur het door")
    visitor.sees("Uw collega krijgt een e-mail")
    assert "Lukt het deze week?" in str(deliver()[-1].body)


def sign_at_once(visitor: Visitor, network: Cast) -> None:
    """Just logged in, so without a code."""
    visitor.goto(f"/samenwerkingskader/{network.framework.pk}/ondertekenen/{network['FV'].pk}/")
    visitor.fits(320)
    visitor.is_accessible()
    visitor.press("Teken het kader")
    visitor.sees("Er staan 3 fouten in het formulier")
    visitor.is_accessible()
    visitor.page.get_by_label("Uw functie").fill("Directeur")
    visitor.page.get_by_label("Ik mag namens Fonds Vlietland tekenen").check()
    visitor.page.get_by_label("gelezen en wij doen mee").check()
    visitor.press("Teken het kader")
    visitor.sees("Fonds Vlietland heeft getekend")
    visitor.fits(320)
    visitor.is_accessible()
    with visitor.page.expect_download() as download:
        visitor.follow("Bewaar als pdf")
    assert download.value.suggested_filename.endswith("fonds-vlietland.pdf")


def on_paper_and_back(visitor: Visitor, network: Cast) -> None:
    """The manager registers a paper with its scan, and takes it back: it was the wrong partner."""
    visitor.goto(f"/samenwerkingskader/{network.framework.pk}/ondertekening/")
    visitor.page.get_by_label("Partner").select_option("Corporatie Haagwijk")
    visitor.page.get_by_label("Ondertekend door").fill("Zetel CH")
    visitor.page.get_by_label("Functie").fill("Directeur")
    visitor.page.get_by_label("Ondertekend op").fill("02-01-2036")
    visitor.page.get_by_label("Scan van het papier").set_input_files(
        {"name": "scan.png", "mimeType": "image/png", "buffer": PNG}
    )
    visitor.is_accessible()
    visitor.press("Registreer de ondertekening")
    visitor.follow("Corporatie Haagwijk")
    visitor.sees("Bewaar de scan")
    visitor.is_accessible()
    visitor.follow("Per vergissing vastgelegd?")
    visitor.press("Trek deze ondertekening in")
    visitor.sees("Schrijf waarom. De partner leest dit.")
    visitor.is_accessible()
    visitor.page.get_by_label("Waarom telt deze ondertekening niet?").fill("Verkeerde partner.")
    visitor.press("Trek deze ondertekening in")
    visitor.sees("Deze ondertekening telt niet meer")
    visitor.sees("Verkeerde partner.")
    visitor.is_accessible()
    visitor.follow("Controleer alle zegels")
    visitor.sees("Alles is nog zoals het is getekend")
    visitor.is_accessible()
