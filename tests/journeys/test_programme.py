"""A programme is written, commented on, changed, adopted, and a director confirms the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from programme.deadlines import closing_moment
from programme.models import Commitment, Programme
from programme.tasks import close_due_ballots
from tests.cast import SEATS, Cast, build_cast
from tests.house.world import vote
from tests.programme.voting import put_programme_to_ballot

from .conftest import BEGIN, Clock, Visitor, deliver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
YEAR = BEGIN.year


@pytest.fixture
def network(transactional_db: None, clock: Clock) -> Cast:
    """The cast, in the year of the browser tests."""
    return build_cast(BEGIN)


def test_a_programme_from_first_text_to_commitment(
    network: Cast, visit: Callable[..., Visitor], clock: Clock
) -> None:
    manager = visit(script=False)
    manager.log_in(network.manager.email)
    write(manager)
    contact = visit(width=390)
    contact.log_in(network.contact.email)
    comment(contact)
    amend(manager)
    read_changes(contact, network)
    adopt(network, clock)
    come_back(contact, network.contact.email)
    prepare(contact)
    director = visit(width=390, dark=True)
    director.log_in(network.other_director.email)
    confirm(director, network)
    look(manager, network)
    for visitor in (manager, contact, director):
        assert visitor.page_errors == []


def come_back(visitor: Visitor, address: str) -> None:
    """Home a week later, still logged in or not."""
    visitor.goto("/")
    if "/inloggen/" in visitor.page.url:
        visitor.log_in(address)


def write(manager: Visitor) -> None:
    """Without script: two themes and a budget; a line more keeps what was typed."""
    manager.goto(f"/programma/{YEAR}/schrijven/")
    page = manager.page
    page.locator("input[name=title]").fill("Eerder erbij")
    page.locator("textarea[name=ambition]").fill("Hulp na de eerste gemiste betaling.")
    page.locator("textarea[name=text]").fill("Wat wij doen\n\nWij maken vier lessen.")
    page.locator("input[name=themes-0-title]").fill("Geldles")
    page.locator("textarea[name=themes-0-plan]").fill("Vier lessen op twee scholen.")
    manager.press("Voeg een thema toe")
    assert page.locator("input[name=title]").input_value() == "Eerder erbij"
    assert not Programme.objects.exists()
    page.locator("input[name=themes-1-title]").fill("Noodbuffer")
    page.locator("textarea[name=themes-1-plan]").fill("Een kleine buffer per buurt.")
    page.locator("select[name=budget-0-category]").select_option("innovation")
    page.locator("input[name=budget-0-title]").fill("Verkenning")
    page.locator("input[name=budget-0-amount]").fill("veel")
    manager.press("Bewaar de tekst")
    manager.sees("Kijk bij de begroting")
    page.locator("input[name=budget-0-amount]").fill("60.000")
    manager.press("Bewaar de tekst")
    manager.sees("€ 60.000".replace(" ", "\xa0"))
    manager.sees("Noodbuffer")
    manager.follow("Dien in bij de programmaraad")
    manager.press("Dien in bij de programmaraad")
    manager.sees("Neem terug om te wijzigen")


def comment(contact: Visitor) -> None:
    """On a phone: choose a passage, say something, and read it back."""
    contact.goto("/programma/")
    contact.follow("Maak een opmerking bij een alinea")
    contact.fits(390)
    contact.is_accessible()
    contact.page.get_by_role("link", name=re.compile("Wij maken vier lessen")).click()
    contact.sees("Wij maken vier lessen.")
    contact.page.locator("textarea[name=text]").fill("Neem ook jongeren mee die van school zijn.")
    contact.fits(390)
    contact.is_accessible()
    contact.press("Verstuur mijn opmerking")
    contact.sees("Neem ook jongeren mee")
    contact.fits(390)
    contact.is_accessible()


def amend(manager: Visitor) -> None:
    """The comment is asked for at home; answered, taken over, and submitted again."""
    manager.goto("/")
    manager.follow("Lees de opmerkingen")
    manager.follow("Antwoord Fonds Vlietland")
    manager.page.locator("textarea[name=text]").fill("Dat nemen wij over.")
    manager.press("Verstuur het antwoord")
    manager.sees("Dat nemen wij over.")
    manager.goto(f"/programma/{YEAR}/")
    manager.follow("Neem terug om te wijzigen")
    manager.press("Neem het terug")
    manager.follow("Wijzig de tekst")
    manager.page.locator("textarea[name=text]").fill(
        "Wat wij doen\n\nWij maken vijf lessen. Ook voor jongeren die van school zijn."
    )
    manager.press("Bewaar de tekst")
    manager.follow("Dien in bij de programmaraad")
    manager.press("Dien in bij de programmaraad")


def read_changes(contact: Visitor, network: Cast) -> None:
    """The mail leads to what changed, in words and in marks."""
    [letter] = [
        each
        for each in deliver()
        if each.to == [network.contact.email] and "/versies/1/2/" in str(each.body)
    ]
    assert "gewijzigd" in letter.subject
    contact.goto(f"/programma/{YEAR}/versies/1/2/")
    assert "vier" in contact.page.locator("del").last.inner_text()
    assert "jongeren" in " ".join(contact.page.locator("ins").all_inner_texts())
    contact.fits(390)
    contact.is_accessible()


def adopt(network: Cast, clock: Clock) -> None:
    """All seats vote for; the clock closes the ballot."""
    now = timezone.now()
    closes = closing_moment((now + timedelta(days=7)).date())
    ballot = put_programme_to_ballot(
        Programme.objects.get(), closes_at=closes, rules={}, actor=network.manager, at=now
    )
    for letters in SEATS:
        vote(network, ballot, letters, "for", now)
    clock.move_to(closes + timedelta(minutes=1))
    close_due_ballots()
    assert Programme.objects.get().status == "adopted"


def prepare(contact: Visitor) -> None:
    """A contact puts the answer ready."""
    contact.sees("Bereid het antwoord van Fonds Vlietland")
    contact.follow("Bereid het antwoord voor")
    contact.page.locator("input[name=answer][value=yes]").check()
    contact.page.locator("textarea[name=reason]").fill("Wij doen mee met de lessen.")
    contact.fits(390)
    contact.is_accessible()
    contact.press("Zet klaar voor de directeur")
    contact.sees("Het staat klaar.")
    assert not Commitment.objects.exists()


def confirm(director: Visitor, network: Cast) -> None:
    """The director finds it filled in, and sends it."""
    assert any(
        letter.to == [network.other_director.email] and "Staat voor u klaar" in letter.subject
        for letter in deliver()
    )
    director.follow("Geef uw antwoord")
    director.sees("Dit staat voor u klaar")
    assert director.page.locator("input[name=answer][value=yes]").is_checked()
    director.fits(390)
    director.is_accessible()
    director.press("Verstuur ons antwoord")
    director.sees("Uw antwoord is vastgelegd")
    given = Commitment.objects.get()
    assert (given.person, given.reason) == (network.other_director, "Wij doen mee met de lessen.")


def look(manager: Visitor, network: Cast) -> None:
    """Who answered and whom to call; the text on paper carries its seal."""
    come_back(manager, network.manager.email)
    manager.goto(f"/programma/{YEAR}/commitments/")
    manager.sees("Ja (1)")
    manager.sees(network.director.email)
    manager.goto(f"/programma/{YEAR}/")
    manager.follow("Versie om af te drukken")
    manager.sees(Programme.objects.get().submissions.texts()[0].sha256)
    manager.goto(f"/programma/{YEAR}/")
    with manager.page.expect_download() as download:
        manager.follow("Download als pdf")
    assert download.value.suggested_filename == f"jaarprogramma-{YEAR}.pdf"
