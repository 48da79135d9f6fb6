"""The budget of the demo year, at 23 September 2026."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from funding.models import CarryOver, Pledge
from funding.yearly import contributions, lines_at
from partners.models import Framework, Person
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.portal.kompas import read_kompas
from tests.cast import login
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")
YEAR = 2026


def figures(category: str, year: int = YEAR, at: Any = NOW) -> tuple[int, ...]:
    line = lines_at([year], at)[year, category]
    found = (line.needed, line.firm, line.delivered, line.gap, line.surplus)
    return tuple(int(each) for each in found)


def test_each_category_of_the_year() -> None:
    assert figures("infrastructure") == (338_000, 338_000, 323_000, 0, 0)
    assert figures("innovation") == (60_000, 48_000, 44_000, 12_000, 0)
    assert figures("events") == (26_500, 28_000, 28_000, 0, 0)
    assert figures("projects")[:2] == (35_000, 148_000)


def test_innovation_is_the_one_gap_and_an_offer_does_not_fill_it() -> None:
    line = lines_at([YEAR], NOW)[YEAR, "innovation"]
    assert (line.offered, line.gap, line.is_arranged) == (5_000, 12_000, False)
    offer = Pledge.objects.get(plan=None, status="offered")
    assert offer.organisation.short_name == "WW"


def test_what_the_meetings_did_not_cost_goes_to_the_next_year() -> None:
    carried = CarryOver.objects.get()
    assert (carried.year, carried.category, carried.amount) == (YEAR, "events", 1_500)
    assert lines_at([YEAR + 1], NOW)[YEAR + 1, "events"].carried_in == 1_500
    assert figures("events", at=CALENDAR.at(-31, "10:00"))[4] == 1_500, "before it was carried"


def test_the_municipality_pays_for_the_years_of_the_framework() -> None:
    framework = Framework.objects.current(TODAY)
    rows = contributions(framework.host_id)
    assert {each.category: int(each.amount or 0) for each in rows} == {
        "infrastructure": 480_000,
        "innovation": 80_000,
    }
    assert all(each.status == "firm" and each.paper for each in rows)
    assert figures("innovation", YEAR - 1)[1:3] == (40_000, 40_000)


def test_the_year_before_has_mostly_arrived() -> None:
    assert figures("infrastructure", YEAR - 1)[1:3] == (273_000, 273_000)
    assert figures("events", YEAR - 1)[1:3] == (12_000, 10_000)


def test_the_kompas_knows_both() -> None:
    framework = Framework.objects.current(TODAY)
    readings = {
        each.code: each.reading
        for clause in read_kompas(framework, YEAR, NOW).clauses
        for each in clause.measures
    }
    covered, given = readings["budget_covered"], readings["municipal_contribution"]
    assert covered is not None
    assert given is not None
    assert (str(covered.state), covered.have, covered.need) == ("attention", 3, 4)
    assert (str(given.state), given.have, given.need) == ("met", 2, 2)


@pytest.mark.parametrize("name", ["Marijke Dekkers", "Lotte Zijlstra"])
def test_the_page_opens_for_everybody(client: Client, name: str) -> None:
    person = Person.objects.get(name=name)
    for year in (YEAR - 1, YEAR, YEAR + 1):
        assert login(client, person).get(f"/financiering/{year}/").status_code == 200
