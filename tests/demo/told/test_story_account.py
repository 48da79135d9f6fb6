"""The annual account of the demo year, at 23 September 2026."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from funding.yearly import lines_at
from partners.models import Person, Signature
from programme.models import AnnualAccount
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.portal.account import FIGURES, Figure, Question
from schuldenlab.portal.account.difference import changes_since
from schuldenlab.portal.account.edition import edition_of, is_intact
from schuldenlab.portal.account.page import funds_of
from schuldenlab.portal.account.texts import unknown
from schuldenlab.portal.account.words import TITLES, title_of, with_unit
from tests.cast import login
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")
YEAR = 2026


def now(code: str, *, knows_all: bool = False) -> Figure:
    return FIGURES[code](Question(YEAR, NOW, knows_all))


def interim() -> AnnualAccount:
    return AnnualAccount.objects.get(status="published")


@pytest.mark.parametrize("knows_all", [False, True], ids=["everybody", "kernteam"])
@pytest.mark.parametrize("code", sorted(FIGURES))
def test_the_rows_of_every_figure_add_up_to_it(code: str, knows_all: bool) -> None:
    figure = now(code, knows_all=knows_all)
    assert figure.adds_up, figure
    assert str(TITLES[code])
    assert with_unit(figure)
    assert all(title_of(row) for row in figure.rows)


def test_every_frozen_figure_adds_up() -> None:
    edition = edition_of(interim(), NOW)
    assert list(edition.figures) == list(FIGURES)
    assert all(each.adds_up for each in edition.figures.values())
    assert is_intact(edition.account)


def test_the_money_is_that_of_the_budget() -> None:
    lines = lines_at([YEAR], NOW).values()
    for code, name in (("money_firm", "firm"), ("money_delivered", "delivered")):
        figure = now(code, knows_all=True)
        assert figure.value == sum(getattr(each, name) for each in lines)
        assert now(code).value in {None, figure.value}
    assert now("money_needed").value == sum(each.needed for each in lines)


def test_what_is_published_names_what_is_public() -> None:
    """The year was shown before its account came out, so the evidence gives names."""
    figures = edition_of(interim(), NOW).figures
    for code in ("decisions", "ballots", "themes", "delivered", "projects", "measured"):
        rows = figures[code].rows
        assert [row for row in rows if not row.is_group], code


def test_what_is_short_in_a_category_is_said() -> None:
    lines = lines_at([YEAR], NOW)
    full = {f"category:{name}" for (_year, name), each in lines.items() if not each.gap}
    rows = now("money_arranged").rows
    assert {row.key for row in rows if row.amount} == full
    assert [row.key for row in rows if not row.amount] == ["category:innovation"]
    assert [each["is_arranged"] for each in funds_of(edition_of(interim(), NOW).figures)] == [
        bool(row.amount) for row in rows
    ]


def test_an_interim_edition_stands_and_a_next_one_is_written() -> None:
    account = interim()
    assert (account.year, account.edition, account.is_interim) == (YEAR, 1, True)
    draft = AnnualAccount.objects.get(status="draft")
    assert draft.edition == 2
    was = dict(account.blocks.values_list("heading", "text"))
    is_now = dict(draft.blocks.values_list("heading", "text"))
    assert {key for key, text in is_now.items() if text != was[key]} == {"short", "learned"}
    assert len(was) == 9
    assert [unknown(text, FIGURES) for text in (*was.values(), *is_now.values())] == [[]] * 18


def test_the_signature_on_paper_is_a_difference_that_was_late() -> None:
    edition = edition_of(interim(), NOW)
    found = changes_since(edition, NOW)
    new = [(each.code, row.row.key) for each in found for row in each.rows if row.kind == "came"]
    assert all(key.startswith("signature:") for _code, key in new), "old facts are not called new"
    signed = next(each for each in found if each.code == "signatures")
    paper = Signature.objects.exclude(scan=None).get(framework__predecessor__isnull=False)
    late = [each.row for each in signed.rows if each.is_late]
    assert [row.key for row in late] == [f"signature:{paper.pk}"]
    assert paper.signed_on <= edition.day
    assert paper.recorded_at > edition.moment
    assert signed.now.value == 9


def see(role: str, path: str) -> Any:
    client = Client()
    if role:
        login(client, Person.objects.get(email=role), at=NOW)
    return client.get(path)


def test_everybody_reads_it_and_nobody_reads_the_draft() -> None:
    page = see("", f"/openbaar/jaarverantwoording/{YEAR}/")
    assert page.status_code == 200
    assert interim().sha256 in page.content.decode()
    assert see("", f"/openbaar/jaarverantwoording/{YEAR}/2/").status_code == 404
