"""Around the cards of the Kompas: what to do first, money, the board, and years before us."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions as partners
from schuldenlab.portal.kompas import read_kompas
from schuldenlab.portal.measures import Asked, State, judge, judge_standing
from schuldenlab.portal.views.around import first_to_do
from tests.events.records import at
from tests.funding.budgets import adopt_budget, to_budget
from tests.programme.pages import text_of
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KOMPAS = reverse("portal:kompas")


@pytest.fixture
def lab(today: Cast) -> Cast:
    """The clauses of the framework, in English."""
    partners.load_clauses(today.framework, actor=None, at=at(2026, 1, 2))
    type(today.manager).objects.get_queryset().update(language="en")
    return today


# -- first to do ---------------------------------------------------------------------------------


def test_a_row_names_the_clause_of_its_measure(lab: Cast) -> None:
    kompas = read_kompas(lab.framework, 2026, lab.at)
    first = first_to_do(kompas)
    numbers = {measure.code: each.number for each in kompas.clauses for measure in each.measures}
    assert len(first["rows"]) == 4
    assert first["count"] > 4
    assert all(row.clause == numbers.get(row.due.measure) for row in first["rows"])


def test_only_the_kernteam_and_only_today(lab: Cast, enter: Enter) -> None:
    kernteam = enter(lab.manager)
    page = kernteam.get(KOMPAS)
    assert page.context["first"] is not None
    html = text_of(page)
    assert 'href="#first"' in html
    assert f'href="{reverse("portal:worklist")}"' in html
    assert f"Whole worklist ({page.context['first']['count']})" in html
    for row in page.context["first"]["rows"]:
        assert row.left in html
        assert f'href="{row.due.url}"' in html
    for address in (f"{KOMPAS}?stand=22-09-2026", reverse("portal:kompas-year", args=[2025])):
        assert kernteam.get(address).context["first"] is None
    for who in (lab.contact, lab.seat, lab.director):
        assert enter(who).get(KOMPAS).context["first"] is None


# -- money ---------------------------------------------------------------------------------------


@pytest.fixture
def funded(lab: Cast) -> Cast:
    """A budget, with a pledge of five days ago and one of today."""
    then = lab.at - timedelta(days=5)
    adopt_budget(lab, then, {"events": 71_001, "innovation": 52_003})
    to_budget(lab, "ZD", "events", 31_337, then)
    to_budget(lab, "EZ", "events", 11_113, lab.at)
    return lab


def test_the_amounts_are_those_of_the_day(funded: Cast, enter: Enter) -> None:
    client = enter(funded.manager)
    now, then = text_of(client.get(KOMPAS)), text_of(client.get(f"{KOMPAS}?stand=20-09-2026"))
    assert "€42,450" in now.replace("\xa0", " ")
    assert "€31,337" in then.replace("\xa0", " ")
    assert "€42,450" not in then.replace("\xa0", " ")
    assert "A full bar is what its category needs;" in now
    assert "State of 20 September 2026." in then
    assert reverse("funding:budget-year", args=[2026]) in now


def test_a_partner_reads_what_is_needed_and_whether_it_is_arranged(
    funded: Cast, enter: Enter
) -> None:
    """Decision 31: no sum that holds what another partner gives, of today or of a past day."""
    for address in (KOMPAS, f"{KOMPAS}?stand=20-09-2026"):
        page = enter(funded.contact).get(address)
        text = text_of(page).replace("\xa0", " ")
        assert "€71,001" in text
        assert "Not arranged yet" in text
        assert not any(amount in text for amount in ("31,337", "11,113", "42,450", "28,551"))
        assert not page.context["money"]["rows"][2]["bar"]


def test_the_raad_reads_amounts(funded: Cast, enter: Enter) -> None:
    text = text_of(enter(funded.seat).get(KOMPAS)).replace("\xa0", " ")
    assert "€42,450" in text


def test_without_a_budget_the_page_says_so(lab: Cast, enter: Enter) -> None:
    page = enter(lab.contact).get(KOMPAS)
    assert not page.context["money"]["is_there"]
    assert "Nothing is known of 2026 yet" in text_of(page)


# -- the board -----------------------------------------------------------------------------------


def test_the_board_has_a_column_for_each_phase(lab: Cast, enter: Enter) -> None:
    project = building.opened(lab)
    page = enter(lab.contact).get(KOMPAS)
    board: list[Any] = page.context["board"]
    assert len(board) == 6
    urls = [card.url for column in board for card in column["cards"]]
    assert urls.count(project.get_absolute_url()) == 1
    assert sum(column["count"] for column in board) == len(urls)
    html = text_of(page)
    assert f'href="{project.get_absolute_url()}"' in html
    assert reverse("projects:project-list") in html


def test_a_past_day_has_no_board(lab: Cast, enter: Enter) -> None:
    page = enter(lab.contact).get(f"{KOMPAS}?stand=22-09-2026")
    assert page.context["board"] is None
    assert 'href="#board"' not in text_of(page)


# -- before the lab was kept here ----------------------------------------------------------------


def asked(lab: Cast, year: int, *, today: date, by: date, live: date | None) -> Asked:
    return Asked(lab.framework, year, at(today.year, today.month, today.day), by, live)


DECEMBER = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("by", "live", "expected"),
    [
        (DECEMBER, None, State.MISSED),
        (DECEMBER, date(2026, 1, 1), State.MISSED),
        (DECEMBER, date(2026, 7, 2), State.MISSED),
        (DECEMBER, date(2026, 7, 3), State.NOT_YET),
        (DECEMBER, date(2027, 1, 1), State.NOT_YET),
        (date(2026, 1, 31), date(2026, 1, 16), State.MISSED),
        (date(2026, 1, 31), date(2026, 1, 17), State.NOT_YET),
    ],
)
def test_what_lacks_from_before_us_is_not_held_against_anybody(
    lab: Cast, by: date, live: date | None, expected: State
) -> None:
    question = asked(lab, 2026, today=date(2027, 2, 1), by=by, live=live)
    assert judge(question, 1, 2, 1) is expected
    assert judge(question, 2, 2, 2) is State.MET, "what was taken over counts"


def test_in_its_first_year_a_lab_still_sees_what_can_be_mended(lab: Cast) -> None:
    question = asked(lab, 2026, today=date(2026, 9, 1), by=DECEMBER, live=date(2026, 3, 1))
    assert judge(question, 1, 2, 2) is State.ON_TRACK
    assert judge(question, 1, 2, 1) is State.ATTENTION


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 2, 28), State.NOT_YET),
        (date(2026, 3, 1), State.ATTENTION),
        (date(2026, 4, 30), State.ATTENTION),
        (date(2026, 5, 1), State.MISSED),
    ],
)
def test_the_sixty_days_begin_on_our_first_day(lab: Cast, day: date, expected: State) -> None:
    question = asked(lab, 2026, today=day, by=DECEMBER, live=date(2026, 3, 1))
    assert judge_standing(question, date(2025, 12, 1)) is expected
    assert judge_standing(question, None) is State.MET


def test_a_year_before_us_says_so(lab: Cast, enter: Enter) -> None:
    partners.set_go_live(live_on=date(2026, 1, 5), actor=lab.manager, at=lab.at)
    client = enter(lab.contact)
    before = client.get(reverse("portal:kompas-year", args=[2025]))
    kinds = {row["look"].kind for row in before.context["tally"]}
    assert "fail" not in kinds
    assert "This lab has been kept here since 5 January 2026." in text_of(before)
    coming = client.get(reverse("portal:kompas-year", args=[2027]))
    assert "This lab has been kept here since" not in text_of(coming)
