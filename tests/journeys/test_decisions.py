"""The kernteam enters a decision of a meeting, its owner reports, and everybody finds it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from programme.models import Decision
from tests.cast import Cast, build_cast

from .conftest import BEGIN, Clock, Visitor, deliver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Eén aanspreekpunt per thema"


@pytest.fixture
def network(transactional_db: None, clock: Clock) -> Cast:
    """The cast, in the year of the browser tests."""
    return build_cast(BEGIN)


def submit(visitor: Visitor) -> None:
    """Press the button of the form on the page."""
    visitor.page.locator("main form button[type=submit]").last.click()


def test_from_a_meeting_to_what_became_of_it(network: Cast, visit: Callable[..., Visitor]) -> None:
    manager = visit()
    manager.log_in(network.manager.email)
    enter(manager, network)
    told = [letter.subject for letter in deliver() if letter.to == [network.seat.email]]
    assert any("U zorgt voor besluit 2036-01" in subject for subject in told)
    owner = visit(width=390, script=False)
    owner.log_in(network.seat.email)
    report(owner)
    reader = visit(width=390)
    reader.log_in(network.contact.email)
    find(reader)
    for visitor in (manager, owner, reader):
        assert visitor.page_errors == []


def enter(manager: Visitor, network: Cast) -> None:
    """In one form, from the register."""
    manager.goto("/besluiten/")
    manager.follow("Leg een besluit zonder stemming vast")
    manager.is_accessible()
    manager.page.get_by_label("Titel").fill(TITLE)
    manager.page.get_by_label("Het besluit").fill("Ieder thema krijgt één aanspreekpunt.")
    manager.page.get_by_label("Wie zorgt ervoor?").select_option(label=network.seat.name)
    manager.page.get_by_label("Uiterlijk op").fill("01-02-2036")
    submit(manager)
    manager.sees("Het besluit staat in het register.")
    manager.sees("Besluit 2036-01")
    manager.is_accessible()


def report(owner: Visitor) -> None:
    """On a telephone, without script: from the question on the home page."""
    owner.goto("/")
    owner.follow("Meld wat er gebeurde")
    owner.fits(390)
    owner.follow("Meld een stap")
    owner.page.get_by_label("Wat is er gebeurd?").fill("Drie namen gevonden.")
    submit(owner)
    owner.sees("Iedereen kan lezen wat er is gebeurd.")
    owner.sees("Drie namen gevonden.")
    owner.follow("Het is uitgevoerd")
    owner.page.get_by_label("Wat is er gebeurd?").fill("Alle namen staan er.")
    submit(owner)
    owner.sees("Alle namen staan er.")
    assert Decision.objects.get().status == "done"


def find(reader: Visitor) -> None:
    """With a typing error, and as a file that can be read aloud."""
    reader.goto("/besluiten/")
    reader.page.get_by_label("Nummer of woord").fill("aanspreekpnt")
    reader.press("Zoek besluiten")
    reader.sees("1 besluit gevonden")
    reader.is_accessible()
    reader.fits(390)
    reader.follow("2036")
    reader.is_accessible()
    reader.fits(390)
    with reader.page.expect_download() as download:
        reader.follow("Download deze lijst (PDF)")
    paper = PdfReader(io.BytesIO(download.value.path().read_bytes()))
    assert TITLE in paper.pages[0].extract_text()
