"""The board of themes and projects: what stands where, why, and that filters are kept."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from projects import actions
from projects.models import Project
from tests.programme import innovating
from tests.programme.pages import cost_of
from tests.projects import building
from tests.projects.building import DAY, acting
from tests.projects.test_views import LIST, address, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
BOARD_QUERIES = 11


def columns(page: str) -> list[list[str]]:
    """The titles of the cards, per column of the board."""
    board = page.split('<ol class="sl-list sl-board">')[1].split("</ol>", maxsplit=1)[0]
    return [re.findall(r"<h3><a [^>]*>([^<]*)</a>", each) for each in board.split("<h2 ")[1:]]


def exported(client: Client, query: dict[str, Any]) -> list[dict[str, str]]:
    file = client.get(address("project-export", "csv"), query)
    return list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))


def over(cast: Cast, title: str, **facts: Any) -> Project:
    return building.taken_over(cast, title=title, **facts)


@pytest.fixture
def everything(today: Cast) -> Cast:
    """Something in every phase, something on hold, and something that stopped."""
    building.live(today)
    actions.plan_phase(building.prototyped(today), kind="pilot", **acting(today))
    over(today, "Pilot die loopt", kind="pilot")
    actions.hold_project(over(today, "Wacht"), reason="Wij wachten op geld.", **acting(today))
    actions.stop_project(over(today, "Weg"), reason="Te weinig gezinnen.", **acting(today))
    actions.hand_over_project(
        over(today, "Elders"), to="de gemeente", handed_over_on=today.at.date(), **acting(today)
    )
    return today


def test_every_project_stands_in_its_phase_with_the_reason(everything: Cast, enter: Enter) -> None:
    page = text(enter(everything.contact).get(LIST))
    explored, case, prototype, pilot, project, elsewhere = columns(page)
    assert (case, pilot, project, elsewhere) == ([], ["Pilot die loopt"], ["Wacht"], ["Elders"])
    assert prototype == ["Vroeg erbij"], "nothing stands in a phase that has not started"
    assert len(explored) == 2, "chosen, and not explored yet"
    assert "In preparation: pilot" in page
    assert "Wij wachten op geld." in page
    assert "To de gemeente" in page
    stopped = page.split('aria-labelledby="stopped"')[1]
    assert "Weg" in stopped
    assert "Te weinig gezinnen." in stopped


def test_a_theme_without_a_project_stands_in_front(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    page = text(enter(today.contact).get(LIST))
    assert columns(page)[0][0] == theme.title
    assert f'href="{theme.get_absolute_url()}"' in page
    page = text(enter(today.contact).get(LIST, {"phase": "pilot"}))
    assert theme.title not in page
    rows = exported(enter(today.contact), {"phase": "exploration"})
    assert {each["fase"] for each in rows} == {"exploration"}
    assert rows[0]["titel"] == theme.title


def test_a_pilot_after_its_last_day_is_named_on_the_board(today: Cast, enter: Enter) -> None:
    building.live(today)
    phase = over(today, "Te lang", kind="pilot").phases.get()
    words = {"size": "100 gezinnen", "criterion": "80 gezinnen"}
    actions.describe_pilot(phase, ends_on=(today.at - DAY).date(), **words, **acting(today))
    client = enter(today.contact)
    assert "Take note" in text(client.get(LIST))
    actions.evaluate_pilot(phase, evaluation="Goed.", has_succeeded=True, **acting(today))
    assert "Take note" not in text(client.get(LIST))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"phase": "prototype"}, {"Vroeg erbij"}),
        ({"status": "on_hold"}, {"Wacht"}),
        ({"status": "stopped"}, {"Weg"}),
        ({"year": "2026", "phase": "pilot"}, {"Pilot die loopt"}),
        ({"year": "1999"}, set()),
        ({"phase": "nonsense"}, set()),
    ],
)
def test_filters_narrow_board_list_and_file(
    everything: Cast, enter: Enter, query: dict[str, str], expected: set[str]
) -> None:
    client = enter(everything.contact)
    every = set(Project.objects.values_list("title", flat=True))
    for asked in (query, {**query, "view": "list"}):
        page = text(client.get(LIST, asked))
        assert {each for each in every if f">{each}</a>" in page} == expected
    if "nonsense" not in query.values() and "1999" not in query.values():
        assert {each["titel"] for each in exported(client, query)} == expected


def test_who_leads_and_whose_they_are(everything: Cast, enter: Enter) -> None:
    mine = Project.objects.get(title="Vroeg erbij")
    building.lead(everything, mine)  # the contact, for FV
    building.interest(everything, Project.objects.get(title="Wacht"), "FV")
    client = enter(everything.contact)
    page = text(client.get(LIST, {"organisation": everything["FV"].pk}))
    assert ("Vroeg erbij" in page, ">Wacht</a>" in page) == (True, False)
    page = text(client.get(LIST, {"mine": "on"}))
    assert ">Vroeg erbij</a>" in page
    assert ">Wacht</a>" in page
    assert "Pilot die loopt" not in page


def test_the_switch_and_the_file_keep_what_was_chosen(everything: Cast, enter: Enter) -> None:
    client = enter(everything.contact)
    page = text(client.get(LIST, {"phase": "pilot", "view": "list"}))
    assert 'href="?phase=pilot"' in page
    assert 'href="?phase=pilot&amp;view=list" aria-current="true"' in page
    assert 'name="view" value="list"' in page
    assert f'{address("project-export", "ods")}?phase=pilot"' in page
    assert 'href="?phase=pilot" aria-current="true"' in text(client.get(LIST, {"phase": "pilot"}))


def test_an_empty_board_says_what_comes(today: Cast, enter: Enter) -> None:
    page = text(enter(today.contact).get(LIST))
    assert "The first one comes when a theme that is explored is worked out." in page
    page = text(enter(today.contact).get(LIST, {"status": "stopped"}))
    assert f'href="{LIST}"' in page
    assert "Nothing found" in page


def test_whoever_steers_one_project_gets_a_list_of_it(everything: Cast, enter: Enter) -> None:
    mine = Project.objects.get(title="Pilot die loopt")
    stake = actions.steer_with(
        mine,
        organisation=everything["WK"],
        text="Water blijft stromen",
        from_on=everything.at.date(),
        **acting(everything),
    )
    facts = {"person": everything.outsider, "from_on": everything.at.date(), "is_chair": False}
    actions.add_member(stake, **facts, **acting(everything))
    client = enter(everything.outsider)
    assert f'href="{LIST}"' in text(client.get(reverse("portal:home")))
    for asked in ({}, {"view": "board"}, {"mine": "on"}):
        page = text(client.get(LIST, asked))
        assert "Pilot die loopt" in page
        assert "sl-board" not in page
        assert not {"Vroeg erbij", "Wacht", "Weg", "Elders"} & set(
            re.findall(r">([^<]*)</a>", page)
        )
    assert [each["titel"] for each in exported(client, {})] == ["Pilot die loopt"]


@pytest.mark.parametrize("count", [1, 4])
def test_the_board_costs_the_same_for_more(today: Cast, enter: Enter, count: int) -> None:
    building.live(today)
    innovating.exploring(today)
    for number in range(count):
        over(today, f"Project {number}", kind="pilot")
    assert cost_of(enter(today.contact), LIST).queries == BOARD_QUERIES


@pytest.mark.parametrize("view", ["", "list"])
def test_a_choice_that_does_not_exist_is_said(today: Cast, enter: Enter, view: str) -> None:
    client = enter(today.manager)
    for wrong in ({"phase": "weer"}, {"year": "1800"}, {"theme": "0"}):
        page = client.get(LIST, {**wrong, "view": view})
        assert page.status_code == 422
        assert page.context["form"].errors.keys() == set(wrong)
    assert client.get(LIST, {"view": view}).status_code == 200
