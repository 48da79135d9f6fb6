"""The kernteam judges records, answers a request under the Woo, and opens the file of a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from programme.models import Decision
from schuldenlab.documents.actions import keep_document
from schuldenlab.documents.models import Openness, WooRequest
from tests.cast import Cast, build_cast
from tests.portal.archive.bags import Opened

from .conftest import BEGIN, Clock, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Eén aanspreekpunt per thema"


@pytest.fixture
def network(transactional_db: None, clock: Clock) -> Cast:
    """The cast, with a decision and a document."""
    cast = build_cast(BEGIN)
    Decision.objects.create(
        raad=cast.raad,
        year=BEGIN.year,
        sequence=1,
        title=TITLE,
        text="Ieder thema krijgt één aanspreekpunt.",
        origin=Decision.Origin.MEETING,
        taken_at=BEGIN,
    )
    keep_document(b"%PDF-1.7\nStuk", name="Aanspreekpunt.pdf", actor=cast.staff, at=BEGIN)
    return cast


def submit(visitor: Visitor) -> None:
    """Press the button of the last form on the page."""
    visitor.page.locator("main form button[type=submit]").last.click()


def saved(visitor: Visitor, tmp_path: Path) -> bytes:
    """Press the button and keep what comes."""
    with visitor.page.expect_download() as coming:
        submit(visitor)
    path = tmp_path / coming.value.suggested_filename
    coming.value.save_as(path)
    return path.read_bytes()


def test_judge_answer_and_open_the_file(
    network: Cast, visit: Callable[..., Visitor], tmp_path: Path
) -> None:
    manager = visit()
    manager.log_in(network.manager.email)
    judge(manager)
    request = receive(manager)
    choose(manager, request)
    answer(manager, request, tmp_path)
    manager.goto(f"/archief/{BEGIN.year}/bestand/")
    bag = Opened(saved(manager, tmp_path))
    assert bag.faults() == []
    assert any(TITLE in row["Titel"] for row in bag.index())
    assert manager.page_errors == []


def judge(manager: Visitor) -> None:
    """Two at once, from the list of the year."""
    manager.goto("/archief/")
    manager.is_accessible()
    manager.goto(f"/archief/{BEGIN.year}/")
    manager.is_accessible()
    manager.page.get_by_label(TITLE).check()
    manager.page.get_by_label("Aanspreekpunt.pdf").check()
    submit(manager)
    manager.sees("Hoe openbaar zijn deze stukken?")
    manager.is_accessible()
    manager.page.get_by_label(re.compile(r"^openbaar")).check()
    submit(manager)
    manager.sees("Vastgelegd.")
    assert Openness.objects.filter(state="open").count() == 2


def receive(manager: Visitor) -> WooRequest:
    """Without a word about who asks."""
    manager.goto("/woo/nieuw/")
    manager.page.get_by_label("Kenmerk").fill("Woo 2036-1")
    manager.page.get_by_label("Waar wordt om gevraagd").fill("Stukken over aanspreekpunten")
    manager.page.get_by_label("Ontvangen op").fill(f"{BEGIN:%d-%m-%Y}")
    submit(manager)
    manager.sees("Welke stukken horen erbij?")
    return WooRequest.objects.get()


def choose(manager: Visitor, request: WooRequest) -> None:
    """By a word that both have."""
    manager.goto(f"/woo/{request.pk}/kies/?q=aanspreekpunt")
    manager.is_accessible()
    manager.page.get_by_label(TITLE).check()
    manager.page.get_by_label("Aanspreekpunt.pdf").check()
    submit(manager)
    manager.sees("2 stukken horen er nu bij")


def answer(manager: Visitor, request: WooRequest, tmp_path: Path) -> None:
    """The open parts as a file, and then the answer."""
    manager.goto(f"/woo/{request.pk}/")
    manager.sees("2 van 2 stukken gaan mee met het antwoord.")
    manager.is_accessible()
    manager.goto(f"/woo/{request.pk}/bestand/")
    bag = Opened(saved(manager, tmp_path))
    assert bag.faults() == []
    assert any("aanspreekpunt.pdf" in path for path in bag.paths)
    manager.goto(f"/woo/{request.pk}/antwoord/")
    submit(manager)
    manager.sees("Vastgelegd: het verzoek is beantwoord.")
