"""A partner keeps its own facts, people and choice; the kernteam confirms who may sign."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from partners.models import Involvement, Mandate, Review
from tests.cast import Cast, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def network(transactional_db: None, clock: Clock) -> Cast:
    """The cast, in the year of the browser tests."""
    return build_cast(BEGIN)


def submit(visitor: Visitor) -> None:
    """Press the button of the form on the page."""
    visitor.page.locator("main form button[type=submit]").last.click()


def test_a_partner_keeps_itself_up_to_date(network: Cast, visit: Callable[..., Visitor]) -> None:
    director = visit(width=320, script=False)
    director.log_in(network.director.email)
    director.goto("/partners/?q=nordzee")
    director.sees("1 organisatie gevonden")
    director.follow("Bank Noordzee bijhouden")
    change_facts(director)
    invite(director)
    ask_to_sign(director)
    choose(director)
    look_through(director)
    manager = visit()
    manager.log_in(network.manager.email)
    confirm(manager)
    told = [letter.subject for letter in deliver() if letter.to == ["nina@bank.example"]]
    assert any("mag tekenen voor Bank Noordzee" in subject for subject in told)
    assert Mandate.objects.get(person__email="nina@bank.example", may_sign=True)
    for visitor in (director, manager):
        assert visitor.page_errors == []


def change_facts(director: Visitor) -> None:
    """A number that is wrong is said beside its field, and nothing typed is lost."""
    director.follow("Gegevens wijzigen")
    director.page.get_by_label("KvK-nummer").fill("123")
    director.page.get_by_label("Omschrijving").fill("Een bank die vroeg belt.")
    submit(director)
    director.sees("Een KvK-nummer heeft acht cijfers.")
    assert director.page.get_by_label("Omschrijving").input_value() == "Een bank die vroeg belt."
    director.fits(320)
    director.page.get_by_label("KvK-nummer").fill("12345678")
    submit(director)
    director.sees("De gegevens zijn opgeslagen.")
    director.sees("Een bank die vroeg belt.")


def invite(director: Visitor) -> None:
    """Somebody new of the own organisation."""
    director.follow("Collega uitnodigen")
    director.page.get_by_label("Naam").fill("Nina Noord")
    director.page.get_by_label("E-mailadres").fill("nina@bank.example")
    submit(director)
    director.sees("Uw collega krijgt een e-mail.")
    director.sees("Nina Noord")


def ask_to_sign(director: Visitor) -> None:
    """Only the kernteam gives a mandate to sign."""
    director.page.get_by_role("link", name=re.compile("Vraag een tekenmandaat.*Nina")).click()
    director.sees("Mag Nina Noord tekenen voor Bank Noordzee?")
    submit(director)
    director.sees("Tekenmandaat is gevraagd")
    assert not Mandate.objects.filter(person__email="nina@bank.example", may_sign=True).exists()


def choose(director: Visitor) -> None:
    """Only following goes alone."""
    director.follow("Wijzig hoe u meedoet")
    director.page.get_by_label("Dit jaar volgen wij alleen").check()
    submit(director)
    assert director.page.locator(".sl-alert").count() > 0
    director.page.get_by_label("Dit jaar volgen wij alleen").uncheck()
    director.page.get_by_label("Een bijeenkomst ontvangen").check()
    submit(director)
    director.sees("Iedereen ziet hoe u meedoet.")
    newest = Involvement.objects.order_by("-pk")[0]
    assert newest.forms == ["knowledge", "host"]


def look_through(director: Visitor) -> None:
    """Everything on one page, and one button."""
    director.follow("Dit bijhouden")
    director.follow("Nu nakijken")
    director.sees("Nina Noord")
    director.press("Alles klopt")
    director.sees("Laatst nagekeken op maandag 7")
    assert Review.objects.filter(organisation__name="Bank Noordzee").count() == 2


def confirm(manager: Visitor) -> None:
    """From the question on the home page to the answer."""
    manager.goto("/")
    manager.follow("Bekijk de verzoeken")
    manager.is_accessible()
    manager.page.get_by_role("link", name=re.compile("Bevestigen.*Nina")).click()
    manager.is_accessible()
    submit(manager)
    manager.sees("De partner krijgt een e-mail.")
    manager.goto("/partners/?q=nordzee")
    manager.is_accessible()
