"""What a partner gave for a year adds up, and what arrived for another year stands apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from funding.contribution import contribution_of
from funding.spreading import Part
from tests.funding.records import EURO, firm, make_plan
from tests.funding.test_dues import arrives
from tests.funding.test_giving import page_of, paper_of, text_in
from tests.funding.test_ledger_pages import plain
from tests.funding.test_schedules import firm_budget, to_budget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db


def mixed(cast: Cast) -> None:
    """Money for three years, in many states, of which some arrived in a year that it is not for."""
    parts = [Part(2025, EURO(70)), Part(2026, EURO(300)), Part(2027, EURO(600))]
    pledge = firm_budget(cast, 970, parts=parts)
    for year, amount in ((2025, 40), (2025, 15), (2026, 250), (2027, 125)):
        arrives(cast, pledge, EURO(amount), year)
    gone = firm_budget(cast, 90, parts=[Part(2026, EURO(60)), Part(2025, EURO(30))])
    arrives(cast, gone, EURO(20), 2026)
    arrives(cast, gone, EURO(10), 2025)
    actions.withdraw_pledge(gone, reason="Toch niet.", actor=cast.director, at=cast.at)
    firm_budget(cast, 110, condition="Als het waait")
    to_budget(cast, 130)
    plan = make_plan(cast, cast.at)
    firm(cast, plan, "BN", 45, cast.at, form="knowledge", text="Een training")
    firm(cast, plan, "BN", None, cast.at, form="knowledge", text="Een gesprek")


def sum_of(rows: Iterable[Any], name: str) -> Decimal:
    return sum((getattr(each, name) or EURO(0) for each in rows), EURO(0))


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_all_sums_are_those_of_the_rows(cast: Cast, year: int) -> None:
    mixed(cast)
    found = contribution_of(cast["BN"], year, cast.at)
    rows, total = found.pledges, found.total
    sure = [each for each in rows if each.state in {"firm", "withdrawn"}]
    unsure = [each for each in rows if each not in sure]
    assert sum_of(sure, "value") == total.certain
    assert sum_of(unsure, "value") == total.uncertain
    assert sum_of(rows, "coming") == total.coming
    assert sum_of(rows, "arrived") == total.arrived == sum_of(found.deliveries, "amount")
    assert sum_of(found.elsewhere, "amount") == found.elsewhere_sum
    assert {each.year for each in found.deliveries} <= {year}
    assert year not in {each.year for each in found.elsewhere}
    for name in ("certain", "uncertain", "arrived", "coming"):
        assert sum_of(found.totals[:-1], name) == getattr(total, name)
    mine = [each for each in found.cells if each.year == year]
    assert sum_of(mine, "certain") == total.certain
    assert sum_of(mine, "arrived") == total.arrived


def test_what_arrived_for_another_year_stands_apart(today: Cast, enter: Enter) -> None:
    mixed(today)
    found = contribution_of(today["BN"], 2026, today.at)
    assert (int(found.total.arrived), int(found.elsewhere_sum)) == (270, 190)
    page = plain(enter(today.director).get(page_of(today, "BN", 2026)))
    paper = text_in(enter(today.director).get(paper_of(today, "BN")).content)
    paper = paper.replace("\N{NO-BREAK SPACE}", " ")
    assert "Samen € 270" in page
    assert "Samen € 190" in page
    assert page_of(today, "BN", 2025) in page
    for said in ("€ 270", "€ 190", ", 2025", ", 2027"):
        assert said in paper
    later = contribution_of(today["BN"], 2027, today.at)
    assert (int(later.total.arrived), later.elsewhere) == (125, [])
