"""A framework of five clauses with other numbers and days: page, paper, worklist and in small."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from partners.models import Framework, Person
from schuldenlab.portal.small import kompas_in_small
from tests.cast import FIXED, _partner, login
from tests.portal.test_another_city import run, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.django_db
FIVE: dict[str, Any] = {
    "title": "Afspraken Elders",
    "motto": "Samen",
    "starts": "2025-01-01",
    "ends": "2099-12-31",
    "numbers": {
        "seats_min": 3,
        "seats_max": 4,
        "inspiration_events": 0,
        "network_meetings": 3,
        "leaders_meetings": 2,
        "kernteam_managers": 1,
        "kernteam_staff": 0,
        "themes_min": 2,
        "themes_max": 2,
    },
    "clauses": [
        {"number": 1, "title": "Het kernteam", "measures": [{"code": "kernteam"}]},
        {
            "number": 2,
            "title": "Wij komen bij elkaar",
            "measures": [
                {"code": "network_meetings", "by": "06-30"},
                {"code": "leaders_meetings", "by": "12-31"},
            ],
        },
        {"number": 3, "title": "De raad", "measures": [{"code": "programmaraad", "by": "02-29"}]},
        {"number": 4, "title": "Allen tekenen", "measures": [{"code": "signed"}]},
        {
            "number": 5,
            "title": "Twee thema’s",
            "measures": [{"code": "innovation_themes", "by": "03-31"}],
        },
    ],
}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Client]:
    """The manager of another city, on an afternoon in September, with two partners."""
    with time_machine.travel(FIXED, tick=False):
        run(
            "setup_lab",
            *("--host", "Gemeente Elders", "--framework", written(tmp_path, FIVE)),
            *("--manager-email", "eva@elders.example", "--manager-name", "Eva Stam"),
        )
        run("plan_cadence")
        for name in ("Bank Elders", "Woningen Elders"):
            _partner(name, "bank", FIXED.replace(month=1))
        manager = Person.objects.get(email="eva@elders.example")
        yield login(Client(), manager)


def measures(page: Any) -> dict[str, tuple[Any, ...]]:
    return {
        row["code"]: (clause["number"], row["look"].kind, row["reading"].have, row["reading"].need)
        for clause in page.context["clauses"]
        for row in clause["measures"]
    }


def test_its_page(elsewhere: Client) -> None:
    page = elsewhere.get(reverse("portal:kompas"))
    assert [part.number for part in page.context["wheel"]] == [1, 2, 3, 4, 5]
    found = measures(page)
    assert found["network_meetings"] == (2, "warn", 0, 3), "it was due in June"
    assert found["leaders_meetings"][3] == 2
    assert found["programmaraad"][:1] + found["programmaraad"][3:] == (3, 3)
    assert found["kernteam"][3] == 1
    assert found["innovation_themes"] == (5, "warn", 0, 2)
    html = page.content.decode()
    for clause in FIVE["clauses"]:
        assert clause["title"] in html
    assert "De 5 afspraken" in html
    assert 'id="clause-5"' in html
    assert 'id="clause-6"' not in html


def test_nothing_of_its_next_year_is_due(elsewhere: Client) -> None:
    page = elsewhere.get(reverse("portal:kompas-year", args=[2027]))
    assert {row[1] for row in measures(page).values()} == {"open"}


def test_its_paper(elsewhere: Client) -> None:
    answer = elsewhere.get(reverse("portal:kompas-pdf", args=[2026]))
    pages = PdfReader(io.BytesIO(answer.content)).pages
    words = " ".join(" ".join(each.extract_text() for each in pages).split())
    for clause in FIVE["clauses"]:
        assert f"{clause['number']}. {clause['title']}" in words
    assert "0 van 3" in words


def test_its_worklist(elsewhere: Client) -> None:
    rows = elsewhere.get(reverse("portal:kompas")).context["first"]["rows"]
    page = elsewhere.get(reverse("portal:worklist"), {"orde": "afspraak"})
    groups = page.context["groups"]
    rows += [row for group in groups for row in group.rows]
    clauses = {
        measure["code"]: clause["number"]
        for clause in FIVE["clauses"]
        for measure in clause["measures"]
    }
    assert rows
    assert {row.clause for row in rows} - {None} <= {1, 2, 3, 4, 5}
    assert all(row.clause == clauses.get(row.due.measure) for row in rows)


def test_it_in_small(elsewhere: Client) -> None:
    framework = Framework.objects.get()
    small = kompas_in_small(FIXED)
    assert small is not None
    assert [each.number for each in small.clauses] == [1, 2, 3, 4, 5]
    assert framework.clauses.count() == 5
    assert 0 < small.judged <= 5
