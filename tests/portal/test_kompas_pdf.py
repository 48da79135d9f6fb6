"""The Kompas on paper."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader

from partners import actions as partners
from tests.events.records import at, held, slots
from tests.funding.budgets import adopt_budget, to_budget

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

PAPER = reverse("portal:kompas-pdf", args=[2026])


@pytest.fixture
def lab(today: Cast) -> Cast:
    """The clauses, and a meeting that was recorded some days after it was held."""
    partners.load_clauses(today.framework, actor=None, at=at(2026, 1, 2))
    held(today, slots(today)[0], at(2026, 4, 16))
    return today


def words_of(answer: Any) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    text = "\n".join(each.extract_text() for each in pages).replace("\u200b", "")
    return " ".join(text.split())


def test_it_is_tagged_and_has_its_language_and_title(lab: Cast, enter: Enter) -> None:
    answer = enter(lab.contact).get(PAPER)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith('attachment; filename="kompas-2026-')
    assert answer["Content-Disposition"].endswith('-2026-09-23.pdf"')
    reader = PdfReader(io.BytesIO(answer.content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert reader.metadata.title == "Kompas 2026"


def test_it_says_what_the_page_says(lab: Cast, enter: Enter) -> None:
    client = enter(lab.contact)
    page = client.get(reverse("portal:kompas"))
    words = words_of(client.get(PAPER))
    assert f"{page.context['in_order']} van {page.context['judged']}" in words
    addresses = set()
    for clause in page.context["clauses"]:
        assert f"{clause['number']}. " in words
        for row in clause["measures"]:
            assert row["title"].split()[0] in words
            addresses |= {each.url for each in row["reading"].evidence}
    flat = words.replace(" ", "")
    assert all(settings.SITE_URL + each in flat for each in addresses)


def test_it_is_of_the_day_that_was_asked(lab: Cast, enter: Enter) -> None:
    client = enter(lab.contact)
    before = words_of(client.get(PAPER, {"stand": "15-04-2026"}))
    after = words_of(client.get(PAPER, {"stand": "16-04-2026"}))
    assert "0 van 2" in before
    assert "15 april 2026" in before
    assert "1 van 2" in after


def test_it_is_in_the_language_of_the_reader(lab: Cast, enter: Enter) -> None:
    type(lab.manager).objects.get_queryset().update(language="en")
    answer = enter(lab.contact).get(PAPER)
    assert PdfReader(io.BytesIO(answer.content)).trailer["/Root"]["/Lang"] == "en-NL"
    assert "Network meetings" in words_of(answer)


def test_who_may_not_see_the_page_gets_no_paper(lab: Cast, enter: Enter) -> None:
    assert enter(lab.outsider).get(PAPER).status_code == 403
    assert enter(lab.manager).post(PAPER).status_code == 405


def test_a_day_that_cannot_be_gives_the_page_with_a_sentence(lab: Cast, enter: Enter) -> None:
    answer = enter(lab.contact).get(PAPER, {"stand": "31-02-2026"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["stand"]


@pytest.mark.parametrize("year", [1999, 2010, 2200])
def test_without_a_framework_there_is_no_paper(lab: Cast, enter: Enter, year: int) -> None:
    answer = enter(lab.contact).get(reverse("portal:kompas-pdf", args=[year]))
    assert answer.status_code == 404


def test_the_page_leads_to_it(lab: Cast, enter: Enter) -> None:
    html = enter(lab.contact).get(f"{reverse('portal:kompas')}?stand=16-04-2026").content.decode()
    assert f'href="{PAPER}?stand=16-04-2026"' in html


def test_it_has_the_money_and_the_board(lab: Cast, enter: Enter) -> None:
    """A partner reads what is needed and whether it is there; the kernteam reads the sums."""
    adopt_budget(lab, lab.at - timedelta(days=1), {"projects": 200})
    to_budget(lab, "EZ", "projects", 75, lab.at - timedelta(days=1))
    paper = words_of(enter(lab.manager).get(PAPER))
    assert "Geld in 2026" in paper
    assert "€ 200" in paper
    assert "€ 75" in paper
    assert "Van thema naar project" in paper
    theirs = words_of(enter(lab.director).get(PAPER))
    assert "Geld in 2026" in theirs
    assert "€ 200" in theirs
    assert "€ 75" not in theirs
    assert "€ 125" not in theirs
    then = words_of(enter(lab.manager).get(PAPER, {"stand": "16-04-2026"}))
    assert "Van thema naar project" not in then, "the board is of today"


def test_an_address_is_not_broken_within_a_word(lab: Cast, enter: Enter) -> None:
    answer = enter(lab.manager).get(PAPER)
    pages = PdfReader(io.BytesIO(answer.content)).pages
    lines = "\n".join(each.extract_text() for each in pages).replace("\u200b", "").splitlines()
    begun = [each.strip() for each in lines if each.strip().startswith(settings.SITE_URL)]
    assert begun
    assert not any(each.endswith(("_", "-")) for each in begun)
