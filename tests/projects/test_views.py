"""The pages of projects: who reads what, what they cost, and that every act leads back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners.models import Person
from projects import actions
from projects.models import Project, Stake, StuurgroepMember
from tests.funding.money import arrange
from tests.programme import innovating
from tests.programme.pages import cost_of, source_of
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
LIST = reverse("projects:project-list")


def address(name: str, *values: Any) -> str:
    return reverse(f"projects:{name}", args=values)


def text(page: Any) -> str:
    return source_of(page)


def steered_by_outsider(cast: Cast) -> Project:
    """A project whose stuurgroep somebody chairs who works for no partner."""
    project = building.opened(cast)
    day = (cast.at - DAY).date()
    stake = actions.steer_with(
        project, organisation=cast["WK"], text="Water blijft stromen", from_on=day, **acting(cast)
    )
    facts = {"person": cast.outsider, "from_on": day, "is_chair": True}
    actions.add_member(stake, **facts, **acting(cast))
    return project


def test_from_theme_to_start_through_the_pages(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    client, on = enter(today.manager), {"on": "23-09-2026"}
    words = {"kind": "business_case", "title": "Vroeg erbij", "summary": "Binnen twee weken hulp."}
    answer = client.post(address("open", theme.pk), words)
    project = Project.objects.get()
    assert answer["Location"] == project.get_absolute_url()
    page = text(client.get(project.get_absolute_url()))
    assert "P2026-01" in page
    assert page.count('class="is-missing"') == 3
    phase = project.phases.get()
    refused = client.post(address("phase-start", phase.pk), on)
    assert refused.status_code == 422
    leader = {"name": "Lena Wit", "email": "lena@buurt.example", "role": "leader"}
    client.post(address("leader-name", project.pk), {**leader, "from_on": "23-09-2026"})
    interest = {"organisation": today["EZ"].pk, "kind": "interested", "from_on": "23-09-2026"}
    client.post(address("participation-add", project.pk), interest)
    arrange(today, phase, today.at)
    page = text(client.get(project.get_absolute_url()))
    assert "Lena Wit" in page
    assert 'class="is-missing"' not in page
    answer = client.post(address("phase-start", phase.pk), on)
    assert answer["Location"] == project.get_absolute_url()
    phase.refresh_from_db()
    theme.refresh_from_db()
    assert (phase.status, theme.status) == ("running", "working_out")


def test_whoever_steers_sees_that_project_only(today: Cast, enter: Enter) -> None:
    building.live(today)
    mine, other = steered_by_outsider(today), building.taken_over(today, title="Geheim elders")
    client = enter(today.outsider)
    assert "Water blijft stromen" in text(client.get(mine.get_absolute_url()))
    assert client.get(other.get_absolute_url()).status_code == 404
    assert f'href="{LIST}"' in text(client.get(reverse("portal:home")))
    for url in (LIST, address("project-export", "csv")):
        page = client.get(url)
        assert "Geheim elders" not in text(page)
    assert client.get(address("stop", mine.pk)).status_code == 403
    assert client.get(address("note-write", mine.pk)).status_code == 200
    StuurgroepMember.objects.update(until_on=(today.at - DAY).date(), ended_at=today.at)
    client = enter(today.outsider)
    assert client.get(mine.get_absolute_url()).status_code == 404


def test_strangers_see_nothing(today: Cast, enter: Enter) -> None:
    project = building.opened(today)
    for role in ("outsider", "former"):
        client = enter(Person.objects.get_queryset().get(pk=getattr(today, role).pk))
        assert client.get(LIST).status_code == 403
        assert client.get(project.get_absolute_url()).status_code == 404


def test_the_list_is_narrowed_and_exported(today: Cast, enter: Enter) -> None:
    building.live(today)
    building.opened(today)
    building.taken_over(today)
    client = enter(today.contact)
    page = text(client.get(LIST))
    assert "Vroeg erbij" in page
    assert "Jongeren Perspectief Fonds" in page
    page = text(client.get(LIST, {"phase": "project"}))
    assert "Vroeg erbij" not in page
    assert "Jongeren Perspectief Fonds" in page
    assert "Vroeg erbij" not in text(client.get(LIST, {"phase": "nonsense"}))
    file = client.get(address("project-export", "csv"), {"status": "active"})
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert [each["code"] for each in rows] == ["", "", "P2026-02", "P2026-01"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_more(today: Cast, enter: Enter, count: int) -> None:
    building.live(today)
    for number in range(count):
        building.taken_over(today, title=f"Project {number}")
    assert cost_of(enter(today.contact), LIST).queries == LIST_QUERIES


@pytest.mark.parametrize("count", [1, 3])
def test_the_dossier_costs_the_same_for_more(today: Cast, enter: Enter, count: int) -> None:
    project = building.ready_pilot(today).project
    for number in range(count):
        given = {"kind": "step", "text": f"Stap {number}", "actor": today.manager, "at": today.at}
        actions.write_project_note(project, **given)
    letters = " ".join(["GD", "CH", "VH"][:count])
    building.steer(today, project, letters, has_chair=False)
    cost = cost_of(enter(today.contact), project.get_absolute_url())
    assert cost.queries == DOSSIER_QUERIES


def test_a_stuurgroep_that_became_thin_is_a_warning(today: Cast, enter: Enter) -> None:
    phase = building.ready_pilot(today)
    actions.start_phase(phase, started_on=today.at.date(), **acting(today))
    client, url = enter(today.contact), phase.project.get_absolute_url()
    assert "Minder dan twee" not in text(client.get(url))
    mine = Stake.objects.filter(stuurgroep__project=phase.project).first()
    actions.end_stake(mine, until_on=(today.at - DAY).date(), reason="Weg.", **acting(today))
    page = text(client.get(url))
    assert "Fewer than two organisations" in page or "Minder dan twee" in page
    phase.refresh_from_db()
    assert phase.status == "running"


LIST_QUERIES = 10
DOSSIER_QUERIES = 57
