"""Links between projects: kept once, ended, never thrown away; and the map of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from projects import actions
from projects.circle import lines_between, nodes_on
from projects.models import Connection, Project
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.programme.pages import cost_of
from tests.projects import building, going
from tests.projects.building import DAY, acting
from tests.projects.test_views import address, steered_by_outsider, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
MAP = reverse("projects:connection-map")
MAP_QUERIES = 6


@pytest.fixture
def lab(today: Cast) -> Cast:
    building.live(today)
    return today


@pytest.fixture
def pair(lab: Cast) -> tuple[Project, Project]:
    """Two projects that run; the contact leads the first."""
    return going.runs(lab, "Eén betaalplan"), going.runs(lab, "Huur op tijd", leader="director")


# -- keeping ---------------------------------------------------------------------------------------


def test_a_link_is_kept_and_ends(lab: Cast, pair: tuple[Project, Project]) -> None:
    link = going.linked(lab, *pair)
    day = lab.at.date()
    assert list(Connection.objects.on(day).of(pair[1])) == [link]
    actions.end_connection(link, until_on=day, actor=lab.contact, at=lab.at)
    assert not Connection.objects.on(day + DAY).exists()
    with pytest.raises(Refused, match="ended already"):
        actions.end_connection(link, until_on=day, actor=lab.contact, at=lab.at)
    verbs = Entry.objects.filter(verb__in=["connect_projects", "end_connection"])
    assert sorted(verbs.values_list("verb", flat=True)) == ["connect_projects", "end_connection"]
    assert going.linked(lab, *pair, from_on=day).pk != link.pk, "once ended it can begin anew"


def test_a_link_needs_another_project_and_a_reason(
    lab: Cast, pair: tuple[Project, Project]
) -> None:
    with pytest.raises(Refused, match="with itself"):
        going.linked(lab, pair[0], pair[0])
    with pytest.raises(Refused, match="what it is about"):
        going.linked(lab, *pair, reason=" ")
    link = going.linked(lab, *pair)
    with pytest.raises(Refused, match="before the first day"):
        actions.end_connection(
            link, until_on=(lab.at - 9 * DAY).date(), actor=lab.contact, at=lab.at
        )
    actions.stop_project(pair[1], reason="Weg.", **acting(lab))
    assert not Connection.objects.on(lab.at.date()).exists(), "it hangs together with nothing now"
    with pytest.raises(Refused, match="stopped"):
        going.linked(lab, *pair, kind="waits")


def test_the_same_link_stands_once(lab: Cast, pair: tuple[Project, Project]) -> None:
    here, there = pair
    going.linked(lab, here, there)
    going.linked(lab, there, here)  # delivering has a direction
    going.linked(lab, here, there, kind="people")
    for one, other, kind in ((here, there, "delivers"), (there, here, "people")):
        with pytest.raises(Refused, match="already"):
            going.linked(lab, one, other, kind=kind)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({}, "connection_once"),
        ({"kind": "people"}, "connection_once_both_ways"),
        ({"other_id": "project_id"}, "connection_with_another_project"),
        ({"reason": "", "kind": "waits"}, "connection_has_reason"),
    ],
)
def test_the_database_refuses_what_must_not_be(
    lab: Cast, pair: tuple[Project, Project], facts: dict[str, Any], constraint: str
) -> None:
    link = going.linked(lab, *pair)
    going.linked(lab, pair[1], pair[0], kind="people")
    values = {"project": pair[0], "other": pair[1], "kind": "delivers", "reason": "X", **facts}
    if "other_id" in values:
        values["other"] = values["project"]
        del values["other_id"]
    with pytest.raises(DatabaseError, match=constraint), transaction.atomic():
        Connection.objects.create(from_on=link.from_on, **values)


def test_a_link_is_never_thrown_away(lab: Cast, pair: tuple[Project, Project]) -> None:
    link = going.linked(lab, *pair)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for attack in (link.delete, lambda: Connection.objects.update(reason="Iets anders")):
        with pytest.raises(DatabaseError, match="only its end"), transaction.atomic():
            attack()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("TRUNCATE projects_connection")


# -- the drawing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 1, 2, 5, 40])
def test_every_project_has_a_place_of_its_own_inside_the_drawing(count: int) -> None:
    nodes = nodes_on(count)
    assert [each.number for each in nodes] == list(range(1, count + 1))
    assert len({(each.x, each.y) for each in nodes}) == count
    for each in nodes:
        assert float(each.x) - float(each.radius) >= 0
        assert float(each.y) + float(each.radius) <= 360


def test_links_of_one_pair_do_not_lie_on_each_other() -> None:
    drawn = lines_between(4, [(0, 2, "delivers"), (2, 0, "waits"), (0, 2, "people")])
    assert [each.kind for each in drawn] == ["delivers", "waits", "people"]
    bends = {tuple(re.findall(r"Q(\S+ \S+)", each.path)) for each in drawn}
    assert len(bends) == 3


# -- pages -----------------------------------------------------------------------------------------


def test_the_map_and_the_dossiers_show_a_link_with_its_reason(
    lab: Cast, pair: tuple[Project, Project], enter: Enter
) -> None:
    client, form = enter(lab.contact), {"kind": "waits", "other": pair[1].pk, "on": "22-09-2026"}
    url = address("connection-add", pair[0].pk)
    assert client.post(url, form).status_code == 422, "without a reason"
    answer = client.post(url, {**form, "reason": "De nieuwe brief"})
    assert answer["Location"] == pair[0].get_absolute_url()
    page = text(client.get(MAP))
    assert "sl-map__line--waits" in page
    assert page.count("sl-map__node") == 2
    for words in ("De nieuwe brief", "waits for", pair[0].title, pair[1].title):
        assert words in page
    here, there = (text(client.get(each.get_absolute_url())) for each in pair)
    assert ("Waits for" in here, "De nieuwe brief" in here) == (True, True)
    assert ("Is waited for by" in there, "De nieuwe brief" in there) == (True, True)
    link = Connection.objects.get()
    for someone in (lab.contact, lab.director):  # who leads either of the two
        end = address("connection-end", link.pk)
        assert end in text(enter(someone).get(pair[someone == lab.director].get_absolute_url()))
        assert enter(someone).get(end).status_code == 200
    assert enter(lab.other_director).get(address("connection-end", link.pk)).status_code == 403
    enter(lab.contact).post(address("connection-end", link.pk), {"on": "23-09-2026"})
    link.refresh_from_db()
    assert link.until_on == lab.at.date()


def test_whoever_steers_one_project_sees_no_other_on_the_map(lab: Cast, enter: Enter) -> None:
    mine, other = steered_by_outsider(lab), going.runs(lab, "Geheim elders")
    going.linked(lab, mine, other, reason="Vertrouwelijk", actor=lab.manager)
    client = enter(lab.outsider)
    for url in (MAP, mine.get_absolute_url(), address("progress-list"), address("result-list")):
        page = text(client.get(url))
        assert "Geheim elders" not in page
        assert "Vertrouwelijk" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_costs_the_same_for_more(
    lab: Cast, pair: tuple[Project, Project], enter: Enter, count: int
) -> None:
    for number in range(count):
        going.linked(lab, pair[0], going.runs(lab, f"Project {number}"))
    assert cost_of(enter(lab.contact), MAP).queries == MAP_QUERIES
