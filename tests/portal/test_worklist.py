"""The worklist: its order, its page, who sees it, and what it costs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from partners.models import Organisation, Partnership
from schuldenlab.portal.worklist import Due, in_order, worklist_of
from schuldenlab.portal.worklist.rows import by_clause, by_time, clauses_at, rows_of
from tests.programme.pages import counted, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
PAGE = "/werklijst/"
DAY = timedelta(days=1)
TODAY = date(2026, 9, 23)


def due(key: str, days: int | None, measure: str = "") -> Due:
    last = None if days is None else TODAY + days * DAY
    return Due(key, key, "Why.", f"/{key}/", "Do it", last, measure)


@pytest.fixture
def reading(today: Cast) -> Cast:
    """Everybody reads English."""
    type(today.manager).objects.get_queryset().update(language="en")
    return today


# -- order ---------------------------------------------------------------------------------------


def test_by_last_possible_day_and_without_one_last() -> None:
    found = in_order([due("none", None), due("late", -3), due("soon", 2), due("now", 0)])
    assert [each.key for each in found] == ["late", "now", "soon", "none"]


@pytest.mark.parametrize(
    ("days", "kind", "words"),
    [
        (None, "open", "No last day"),
        (-95, "fail", "3 months late"),
        (-59, "fail", "59 days late"),
        (-1, "fail", "1 day late"),
        (0, "warn", "Today"),
        (1, "warn", "1 day left"),
        (14, "warn", "14 days left"),
        (15, "open", "15 days left"),
    ],
)
def test_the_badge(days: int | None, kind: str, words: str) -> None:
    [row] = rows_of([due("a", days)], TODAY, {})
    assert (row.kind, row.left) == (kind, words)


def test_groups_by_time() -> None:
    dues = [due("late", -1), due("now", 0), due("week", 6), due("later", 7), due("none", None)]
    groups = by_time(rows_of(dues, TODAY, {}), TODAY)
    assert {group.title: [row.due.key for row in group.rows] for group in groups} == {
        "Too late": ["late"],
        "This week": ["now", "week"],
        "Later": ["later"],
        "Without a last day": ["none"],
    }


def test_groups_by_clause_in_the_order_of_the_framework(cast: Cast) -> None:
    clauses = clauses_at(cast.at)
    dues = [due("money", 1, "budget_covered"), due("rest", 2), due("sign", 3, "signed")]
    groups = by_clause(rows_of(dues, TODAY, clauses), clauses)
    assert [(group.clause, [row.due.key for row in group.rows]) for group in groups] == [
        (1, ["sign"]),
        (8, ["money"]),
        (None, ["rest"]),
    ]
    assert groups[0].clause_url == "/kompas/#clause-1"
    assert groups[-1].title == "Besides the framework"


# -- the page ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["manager", "staff"])
def test_every_item_has_its_button(reading: Cast, enter: Enter, role: str) -> None:
    page = enter(getattr(reading, role)).get(PAGE)
    html = text_of(page)
    dues = worklist_of(reading.at)
    assert len(dues) > 5
    assert f"<title>Worklist ({len(dues)})" in html
    for each in dues:
        assert f'href="{each.url}"' in html
        assert each.title in html
    assert html.count("sl-task--act") == len(dues)


def test_by_agreement(today: Cast, enter: Enter) -> None:
    page = enter(today.manager).get(PAGE, {"orde": "afspraak"})
    clauses = [group.clause for group in page.context["groups"]]
    numbers = [each for each in clauses if each is not None]
    assert numbers == sorted(numbers)
    assert len(numbers) > 2
    html = text_of(page)
    for number in numbers:
        assert f'href="/kompas/#clause-{number}"' in html


@pytest.mark.parametrize("role", ["director", "seat", "contact", "former", "outsider"])
def test_for_the_kernteam_only(today: Cast, enter: Enter, role: str) -> None:
    client = enter(getattr(today, role))
    assert client.get(PAGE).status_code == 403
    assert PAGE not in client.get("/", follow=True).content.decode()


def test_it_takes_no_post(today: Cast, enter: Enter) -> None:
    assert enter(today.manager).post(PAGE).status_code == 405


# -- cost ----------------------------------------------------------------------------------------


def test_it_costs_the_same_with_many_partners(cast: Cast) -> None:
    worklist_of(cast.at)
    with counted() as few:
        before = worklist_of(cast.at)
    found = Organisation.objects.bulk_create(
        Organisation(name=f"Partner {number}", sector="other") for number in range(200)
    )
    Partnership.objects.bulk_create(
        Partnership(organisation=each, joined_on=date(2026, 9, 1), recorded_at=cast.at)
        for each in found
    )
    with counted() as many:
        after = worklist_of(cast.at)
    assert (many.queries, many.rows) == (few.queries, few.rows)
    assert few.queries == 55
    assert len(after) <= len(before) + 3
    assert any("200 partners" in each.title or "20" in each.title for each in after)
