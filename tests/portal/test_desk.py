"""The staff desk as a workplace: what is due first, the Kompas in small, and all ways to act."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from schuldenlab.portal.desk import FIRST, workplace_of
from schuldenlab.portal.worklist import worklist_of
from tests.cast import ZONE
from tests.house.world import open_motion, put_to_ballot, write
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
DESK = "/beheer/"


def urls(cast: Cast, group: str) -> list[str]:
    groups = {each.title: each.items for each in workplace_of(cast.manager).groups}
    return [act.url for act in groups[group]]


def test_the_subjects(cast: Cast) -> None:
    assert [each.title for each in workplace_of(cast.manager).groups] == [
        *("Partners and people", "Themes and projects", "Programmaraad and programme", "Money"),
        *("Meetings and letters", "Decisions and course", "Archive and Woo"),
    ]


def test_what_is_due_first_and_how_much_there_is(cast: Cast) -> None:
    place, dues = workplace_of(cast.manager), worklist_of(cast.at)
    assert place.due_count == len(dues) > FIRST
    assert [each.title for each in place.due] == [each.title for each in dues[:FIRST]]
    assert place.due_url == "/werklijst/"
    assert place.kompas is not None
    assert place.kompas.year == 2026


def test_the_raad_and_the_programme_of_each_year_that_is_there(cast: Cast) -> None:
    subject = "Programmaraad and programme"
    assert urls(cast, subject) == [
        "/programmaraad/2026/",
        "/programmaraad/2026/bijeenkomsten/",
        "/stemmingen/nieuw/2026/motie/",
        "/stemmingen/nieuw/2026/keuze/",
        "/jaarverantwoording/",
    ]
    write(cast, 2027, cast.at)
    assert urls(cast, subject)[0] == "/programma/2027/"
    cast.manager.moment = datetime(2026, 8, 31, 23, 59, tzinfo=ZONE)
    assert urls(cast, subject)[0] == "/programmaraad/2026/"


@pytest.mark.parametrize("role", ["manager", "staff"])
def test_the_desk_shows_all_of_it(today: Cast, enter: Enter, role: str) -> None:
    type(today.manager).objects.get_queryset().update(language="en")
    client = enter(getattr(today, role))
    page = client.get(DESK)
    assert page.status_code == 200
    html = text_of(page)
    place = page.context["workplace"]
    for act in [*place.due, *(each for group in place.groups for each in group.items)]:
        assert f'href="{act.url}"' in html
    assert f"Whole worklist ({place.due_count})" in html
    assert "sl-inlittle" in html, "the Kompas in small"
    for group in place.groups:
        for act in group.items:
            assert client.get(act.url, follow=True).status_code == 200, act.url


@pytest.mark.parametrize("role", ["director", "seat", "contact", "former", "outsider"])
def test_nobody_else_comes_in(today: Cast, enter: Enter, role: str) -> None:
    page = enter(getattr(today, role)).get(DESK, follow=True)
    assert page.status_code == 403
    assert "workplace" not in page.context


def test_the_desk_costs_the_same_with_more_in_it(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    programme = write(today, 2026, today.at)
    put_to_ballot(today, programme, today.at, today.at + DAY)
    one = cost_of(client, DESK)
    for _ in range(3):
        open_motion(today, today.at, today.at + DAY)
    three = cost_of(client, DESK)
    assert three.queries == one.queries
    assert three.rows - one.rows == 3, "each ballot that waits is one row"
