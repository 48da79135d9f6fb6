"""Taking over through the pages: one project, a file of projects, a firm pledge."""

from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from funding import actions as money
from funding.models import Pledge
from partners.models import Theme
from projects.models import Project
from projects.resources.files import read_lines
from tests.funding.money import PAPER
from tests.programme import innovating
from tests.programme.pages import source_of
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[1] / "data" / "projects_schuldenlab070.csv"
ONE, IMPORT = reverse("projects:take-over"), reverse("projects:import")
PLEDGE = reverse("funding:pledge-take-over")
HEAD = "project;schuldfase;doelgroep;start;stand;partners;cijfers;bron\n"


def text(page: Any) -> str:
    return html.unescape(source_of(page))


def upload(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("projecten.csv", content, "text/csv")


def choices(seen: Any, **others: str) -> dict[str, Any]:
    """What the page proposes for each project, sealed file included."""
    form = seen.context["form"]
    typed = {"kept": form.sealed}
    for line, chosen in form.chosen:
        for field in chosen:
            value = field.value() or ""
            typed[field.html_name] = value if isinstance(value, str) else value.strftime("%d-%m-%Y")
        typed |= {f"line-{line.line}-{name}": value for name, value in others.items()}
    return typed


def project_of(cast: Cast, **facts: Any) -> dict[str, Any]:
    return {
        "theme": innovating.subject(cast).pk,
        "title": "Jongeren Perspectief Fonds",
        "summary": "Een fonds voor jongeren.",
        "kind": "project",
        "started_on": (cast.at - 400 * DAY).strftime("%d-%m-%Y"),
        "figures": "93 jongeren",
        **facts,
    }


def test_one_project(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    early = client.post(ONE, project_of(today))
    assert early.status_code == 422  # nobody set the first day yet
    assert "93 jongeren" in text(early)
    building.live(today)
    late = client.post(ONE, project_of(today, started_on=today.at.strftime("%d-%m-%Y")))
    assert late.context["form"].errors.keys() == {"started_on"}
    answer = client.post(ONE, project_of(today))
    project = Project.objects.get()
    assert answer["Location"] == project.get_absolute_url()
    phase = project.phases.get()
    assert (phase.is_taken_over, phase.status, phase.kind) == (True, "running", "project")
    twice = client.post(ONE, project_of(today, title="jongeren perspectief FONDS"))
    assert twice.context["form"].errors.keys() == {"title"}
    mark = "overgenomen"
    assert mark in text(client.get(reverse("projects:project-list"))).lower()
    assert mark in text(client.get(project.get_absolute_url())).lower()


def test_a_file_is_looked_at_and_then_taken_over(today: Cast, enter: Enter) -> None:
    building.live(today)
    building.taken_over(today, title="Helpdesk Geldzaken")
    client, theme = enter(today.manager), innovating.subject(today).pk
    seen = client.post(IMPORT, {"theme": theme, "file": upload(FILE.read_bytes())})
    assert seen.status_code == 200
    assert Project.objects.count() == 1  # nothing is saved yet
    assert [each.name for each in seen.context["there"]] == ["Helpdesk Geldzaken"]
    assert len(seen.context["new"]) == 6
    answer = client.post(IMPORT, choices(seen))
    assert answer["Location"] == reverse("projects:project-list")
    assert Project.objects.filter(is_taken_over=True).count() == 7
    again = client.post(IMPORT, {"theme": theme, "file": upload(FILE.read_bytes())})
    assert (len(again.context["there"]), again.context["new"]) == (7, [])


def test_each_bad_line_is_named_and_the_good_ones_can_go_on(today: Cast, enter: Enter) -> None:
    building.live(today)
    rows = (
        *("Goed;preventie;;2019;loopt;;;", ";preventie;;2019;;;;", "Later;;;2026-09-01;;;;"),
        *("Gisteren;;;2019-02-31;;;;", "Fase;later;;2019;;;;", "GOED;;;2018;;;;"),
        f"{'x' * 161};;;2019;;;;",
    )
    content = (HEAD + "\n".join(rows)).encode("cp1252")
    client, theme = enter(today.manager), innovating.subject(today).pk
    seen = client.post(IMPORT, {"theme": theme, "file": upload(content)})
    wrong = {
        each.line: [problem.column for problem in each.problems]
        for each in seen.context["report"]["wrong_lines"]
    }
    assert wrong == {
        3: ["project"],
        4: ["start"],
        5: ["start"],
        6: ["schuldfase"],
        7: ["project"],
        8: ["project"],
    }
    client.post(IMPORT, choices(seen))
    assert list(Project.objects.values_list("title", flat=True)) == ["Goed"]


def test_a_file_that_cannot_be_read(today: Cast, enter: Enter) -> None:
    building.live(today)
    client, theme = enter(today.manager), innovating.subject(today).pk
    for content in (b"project;start\nA;2016\n", b"\x00\x01", HEAD.encode()):
        page = client.post(IMPORT, {"theme": theme, "file": upload(content)})
        assert page.status_code == 422
        assert page.context["form"].errors.keys() == {"file"}
    for kept in ("", "verzonnen"):
        page = client.post(IMPORT, {"theme": theme, "kept": kept})
        assert page.context["form"].errors.keys() == {"file"}
    assert not Project.objects.exists()


def test_a_line_without_a_choice_is_named_and_the_file_is_kept(today: Cast, enter: Enter) -> None:
    building.live(today)
    client, theme = enter(today.manager), str(innovating.subject(today).pk)
    page = client.post(IMPORT, {"file": upload(FILE.read_bytes())})
    assert page.status_code == 200
    half = {**choices(page, theme=theme), "line-5-theme": "", "line-8-how": "handed_over"}
    page = client.post(IMPORT, half)
    assert page.status_code == 422
    assert not Project.objects.exists()
    said = text(page)
    assert said.count("Helpdesk Geldzaken:") == 1
    assert said.count("Schuldenvrij terug in de maatschappij:") == 1
    sealed = page.context["form"].sealed
    assert f'value="{sealed}"' in said
    day = "01-06-2020"
    mended = {"line-5-theme": theme, "line-8-to": "De reclassering", "line-8-over_on": day}
    assert client.post(IMPORT, {**half, **mended, "kept": sealed}).status_code == 302
    assert Project.objects.count() == 7
    assert Project.objects.get(title__startswith="Schuldenvrij terug").status == "handed_over"


def test_each_project_of_the_file_stands_as_its_words_say(today: Cast, enter: Enter) -> None:
    building.live(today)
    client, theme = enter(today.manager), innovating.subject(today)
    other = Theme.objects.create(name="Jongeren")
    seen = client.post(IMPORT, {"theme": theme.pk, "file": upload(FILE.read_bytes())})
    assert client.post(IMPORT, choices(seen)).status_code == 302
    found = {each.title: each for each in Project.objects.all()}
    hospital, service = found["Sociaal Hospitaal"], found["Collectief Schuldregelen"]
    assert hospital.status == service.status == "handed_over"
    assert hospital.handed_over_to == "gemeentelijke dienst"
    assert hospital.handed_over_on == date(2020, 1, 1)
    assert (service.handed_over_to, service.handed_over_on) == (
        "reguliere dienst",
        date(2020, 1, 1),
    )
    app = found["Saldo Baas app"]
    assert (app.status, app.phases.get().ended_on) == ("stopped", date(2019, 12, 31))
    runs = {title for title, each in found.items() if each.status == "active"}
    assert runs == {
        *("Jongeren Perspectief Fonds", "Helpdesk Geldzaken", "Schuldenvrij uit detentie"),
        "Schuldenvrij terug in de maatschappij",
    }
    assert {title for title, each in found.items() if each.theme == other} == {
        "Jongeren Perspectief Fonds"
    }


def test_reading_marks_what_is_there() -> None:
    lines = read_lines(FILE.read_bytes(), there=["saldo  baas APP"])
    assert [each.name for each in lines if each.is_there] == ["Saldo Baas app"]


def pledge_of(cast: Cast, project: Project, **facts: Any) -> dict[str, Any]:
    return {
        "phase": project.phases.get().pk,
        "organisation": cast["CH"].pk,
        "form": "cash",
        "amount": "25.000",
        "firm_on": (cast.at - 300 * DAY).strftime("%d-%m-%Y"),
        "paper": SimpleUploadedFile("brief.pdf", PAPER, "application/pdf"),
        **facts,
    }


def test_a_firm_pledge(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    building.live(today)
    project = building.taken_over(today)
    phase = project.phases.get()
    bare = client.post(PLEDGE, pledge_of(today, project))
    assert bare.context["form"].errors.keys() == {"phase"}
    plan_door = reverse("funding:plan-make", args=[phase.pk])
    assert plan_door in text(bare)
    assert plan_door in text(client.get(project.get_absolute_url()))
    asked = {"total": "100.000", "cash_minimum": "50.000"}
    past = (today.at - 350 * DAY).strftime("%d-%m-%Y")
    assert client.post(plan_door, {**asked, "deadline_on": past}).status_code == 302
    day = today.at.strftime("%d-%m-%Y")
    wrong = client.post(PLEDGE, pledge_of(today, project, firm_on=day, paper=""))
    assert wrong.context["form"].errors.keys() == {"firm_on", "paper"}
    answer = client.post(PLEDGE, pledge_of(today, project))
    pledge = Pledge.objects.get()
    assert answer["Location"] == pledge.get_absolute_url()
    assert (pledge.status, pledge.is_taken_over) == ("firm", True)
    assert pledge.paper is not None
    for url in (pledge.get_absolute_url(), reverse("funding:pledge-list")):
        assert "overgenomen" in text(client.get(url)).lower()


@pytest.mark.parametrize("url", [ONE, IMPORT, PLEDGE])
def test_only_the_kernteam_takes_over(today: Cast, enter: Enter, url: str) -> None:
    for role in ("contact", "director", "seat_CH"):
        assert enter(getattr(today, role)).get(url).status_code == 403


# -- a change of course that concerns a project ----------------------------------------------------

CHANGE = reverse("projects:course-change")


def change_of(about: Any, **facts: Any) -> dict[str, Any]:
    return {
        "project": about.pk,
        "raad": about.raad_pk,
        "title": "Anders",
        "kind": "other",
        "what": "Een half jaar later.",
        "why": "Meer tijd.",
        "effect": "Beter.",
        **facts,
    }


def test_a_change_of_a_project(today: Cast, enter: Enter) -> None:
    building.live(today)
    project: Any = building.taken_over(today)
    project.raad_pk = today.raad.pk
    client = enter(today.contact)
    dossier = text(client.get(project.get_absolute_url()))
    assert f"{CHANGE}?project={project.pk}" in dossier
    page = client.get(CHANGE, {"project": project.pk})
    assert f'<option value="{project.pk}" selected>' in text(page)
    assert client.post(CHANGE, change_of(project, project="")).status_code == 422
    answer = client.post(CHANGE, change_of(project))
    change = project.course_changes.get()
    assert answer["Location"] == change.get_absolute_url()
    assert (change.about, change.subject) == ("project", project.title)
    mine = enter(today.manager)
    assert f'href="{project.get_absolute_url()}"' in text(mine.get(change.get_absolute_url()))
    assert f'href="{change.get_absolute_url()}"' in text(mine.get(project.get_absolute_url()))
    stranger = text(enter(today.seat_CH).get(project.get_absolute_url()))
    assert f'href="{change.get_absolute_url()}"' not in stranger  # not judged yet


def test_a_pledge_withdrawn_after_the_start_leads_to_one(today: Cast, enter: Enter) -> None:
    building.live(today)
    project = building.taken_over(today)
    acts = acting(today)
    terms = {"total": 100, "cash_minimum": 10, "deadline_on": today.at.date()}
    plan = money.make_plan(project.phases.get(), **terms, **acts)
    facts = {"organisation": today["CH"], "form": "cash", "amount": 60}
    firm_on = (today.at - 300 * DAY).date()
    pledge = money.take_over_pledge(plan, **facts, firm_on=firm_on, **acts)
    door = reverse("funding:pledge-withdraw", args=[pledge.pk])
    client = enter(today.manager)
    assert client.post(door, {"reason": "Geen geld."}).status_code == 302
    change = project.course_changes.get()
    assert f'href="{change.get_absolute_url()}"' in text(client.get(project.get_absolute_url()))
    assert f'href="{project.get_absolute_url()}"' in text(client.get(change.get_absolute_url()))
