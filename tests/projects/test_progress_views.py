"""The pages of progress: a report in one form, the overview, and what a meeting shows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from projects import actions
from projects.models import ProgressReport, Risk
from tests.programme.pages import cost_of
from tests.projects import building, going
from tests.projects.building import DAY, acting
from tests.projects.going import ON_TRACK, SECOND, THIRD
from tests.projects.test_views import address, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("readers")]
OVERVIEW = reverse("projects:progress-list")
OVERVIEW_QUERIES, MEETING_QUERIES = 9, 22
SAID = {"quarter": "2026-2", **ON_TRACK, "reached": "Er zijn 62 gezinnen geholpen."}


@pytest.fixture
def lab(today: Cast) -> Cast:
    building.live(today)
    return today


# -- writing ---------------------------------------------------------------------------------------


def test_last_quarter_stands_beside_the_form(lab: Cast, enter: Enter) -> None:
    project = going.runs(lab)
    lights, texts = {**ON_TRACK, "time": "warn"}, {"time": "Het schuift op."}
    going.report(lab, project, quarter=SECOND.step(-1), lights=lights, texts=texts)
    row = going.indicator(lab, project)
    going.measured(lab, row, "38")
    page = text(enter(lab.contact).get(address("report-write", project.pk)))
    assert page.count("First quarter of 2026") == 6, "beside four lights and two texts"
    assert "Er zijn 40 gezinnen geholpen." in page
    assert 'value="warn" id="id_time_1" checked' in page
    assert 'value="Het schuift op."' in page
    assert 'value="2026-2" id="id_quarter_0" checked' in page
    assert ">38<" in page
    assert 'value="Eigen telling"' in page


def test_a_report_comes_with_a_figure_and_a_risk(lab: Cast, enter: Enter) -> None:
    project, client = going.runs(lab), enter(lab.contact)
    row = going.indicator(lab, project)
    going.report(lab, project, new_risk=actions.NewRisk("Oud", "Werk", "Lena"), quarter=THIRD)
    risk = Risk.objects.get()
    figures = {f"value_{row.pk}": "1,062.5", f"source_{row.pk}": "Telling"}
    risks = {"new_text": "Huur stijgt", "new_measure": "Praten", "new_owner": "CH"}
    answer = client.post(
        address("report-write", project.pk),
        {
            **SAID,
            **figures,
            **risks,
            "measured_on": "22-09-2026",
            "new_light": "fail",
            f"close_{risk.pk}": "Opgelost",
        },
    )
    report = ProgressReport.objects.get(quarter=2)
    assert answer["Location"] == report.get_absolute_url()
    assert row.values.get().value == going.Decimal("1062.5")
    assert [each.text for each in project.risks.open_on(lab.at.date())] == ["Huur stijgt"]
    page = text(client.get(report.get_absolute_url()))
    for words in ("1,062.5", "Target: 80 huishoudens", "Huur stijgt"):
        assert words in page
    assert "Opgelost" not in page, "it was over on that day"
    before = going.report(lab, project, quarter=SECOND.step(-1), at=lab.at - DAY)
    assert "Figures on that day" not in text(client.get(before.get_absolute_url()))
    page = text(client.get(address("project-progress", project.pk)))
    for words in ("Huur stijgt", "Opgelost", "Second quarter of 2026", "Third quarter of 2026"):
        assert words in page
    dossier = text(client.get(project.get_absolute_url()))
    assert "Er zijn 62 gezinnen geholpen." in dossier
    assert address("report-write", project.pk) in dossier


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"reached": ""}, "reached"),
        ({"time": "fail"}, "time_text"),
        ({"money": "purple"}, "money"),
        ({"quarter": "2031-1"}, "quarter"),
        ({"value": "12"}, "source"),
        ({"value": "12", "source": "X", "measured_on": "ooit"}, "measured_on"),
        ({"new_text": "Iets"}, "new_owner"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_is_lost(
    lab: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    project = going.runs(lab)
    row = going.indicator(lab, project)
    given = {
        (f"{name}_{row.pk}" if name in {"value", "source"} else name): value
        for name, value in {**SAID, "others_should_know": "Bel ons.", **facts}.items()
    }
    answer = enter(lab.contact).post(address("report-write", project.pk), given)
    page = text(answer)
    assert answer.status_code == 422
    assert "Bel ons." in page
    where = f"id_{field}_{row.pk}" if field == "source" else f"id_{field}"
    assert f'id="{where}_error"' in page
    assert not ProgressReport.objects.exists()


def test_a_correction_is_a_new_version_and_the_old_one_can_be_read(lab: Cast, enter: Enter) -> None:
    project, client = going.runs(lab), enter(lab.contact)
    first = going.report(lab, project)
    going.report(lab, project, quarter=THIRD)
    page = text(client.get(first.get_absolute_url()))
    correct = f"{address('report-write', project.pk)}?quarter=2026-2"
    assert f'href="{correct}"' in page
    form = text(client.get(correct))
    assert "You reported on this quarter already" in form
    assert "Er zijn 40 gezinnen geholpen." in form
    client.post(correct, SAID)
    second = ProgressReport.objects.get(quarter=2, ordinal=2)
    page = text(client.get(first.get_absolute_url()))
    assert "A newer version took the place of this one" in page
    assert second.get_absolute_url() in page
    assert correct not in page
    listed = text(client.get(address("project-progress", project.pk)))
    assert second.get_absolute_url() in listed
    assert f'"{first.get_absolute_url()}"' not in listed


@pytest.mark.parametrize("asked", ["2031-1", "x", "2026-9", "²026-1", "0001-1"])
def test_nonsense_in_the_address_asks_for_the_usual_quarter(
    lab: Cast, enter: Enter, asked: str
) -> None:
    project = going.runs(lab)
    page = text(enter(lab.contact).get(address("report-write", project.pk), {"quarter": asked}))
    assert 'value="2026-2" id="id_quarter_0" checked' in page


def test_only_who_keeps_the_dossier_reports(lab: Cast, enter: Enter) -> None:
    project = going.runs(lab)
    report = going.report(lab, project, new_risk=actions.NewRisk("Oud", "Werk", "Lena"))
    risk, seen = Risk.objects.get(), address("project-progress", project.pk)
    for url in (
        address("report-write", project.pk),
        address("risk-raise", project.pk),
        address("risk-close", risk.pk),
        address("connection-add", project.pk),
        address("indicator-add", project.pk),
    ):
        other = enter(lab.other_director)
        assert other.post(url, SAID).status_code == 403
        assert url not in text(other.get(seen))
        assert enter(lab.manager).get(url).status_code == 200
        assert enter(lab.outsider).get(url).status_code == 404
    assert enter(lab.other_director).get(report.get_absolute_url()).status_code == 200
    assert enter(lab.outsider).get(report.get_absolute_url()).status_code == 404


def test_a_risk_is_named_and_closed_on_pages_of_its_own(lab: Cast, enter: Enter) -> None:
    project, client = going.runs(lab), enter(lab.contact)
    words = {"text": "Huur stijgt", "measure": "Praten", "owner": "CH", "light": "warn"}
    back = address("project-progress", project.pk)
    raised = client.post(address("risk-raise", project.pk), {**words, "on": "22-09-2026"})
    assert raised["Location"] == back
    risk = Risk.objects.get()
    close = address("risk-close", risk.pk)
    assert client.post(close, {"on": "23-09-2026", "because": ""}).status_code == 422
    assert client.post(close, {"on": "21-09-2026", "because": "Klaar"}).status_code == 422
    client.post(close, {"on": "23-09-2026", "because": "Klaar"})
    risk.refresh_from_db()
    assert risk.closed_because == "Klaar"
    assert client.get(close).status_code == 404


# -- all projects ----------------------------------------------------------------------------------


def test_the_overview_says_how_every_project_went(lab: Cast, enter: Enter) -> None:
    project = going.runs(lab)
    report = going.report(
        lab, project, lights={**ON_TRACK, "money": "fail"}, texts={"money": "Op."}
    )
    going.runs(lab, "Stil", leader="director")
    actions.hold_project(going.runs(lab, "Wacht"), reason="Even niet.", **acting(lab))
    building.lead(lab, building.opened(lab))
    client = enter(lab.contact)
    page = text(client.get(OVERVIEW))
    assert page.count("No report") == 2, "nothing was asked before this lab was kept here"
    assert page.count(">On hold<") == 1
    assert report.get_absolute_url() in page
    assert "In trouble" in page
    assert page.count("Not asked yet") == 3
    rows = list(
        csv.DictReader(
            io.StringIO(client.get(address("progress-export", "csv")).content.decode("utf-8-sig")),
            delimiter=";",
        )
    )
    assert {each["titel"]: each["Q2 2026"] for each in rows} == {
        "Loopt": "In trouble",
        "Stil": "No report",
        "Wacht": "No report",
        "Vroeg erbij": "",
    }
    for kind in ("xlsx", "ods"):
        assert client.get(address("progress-export", kind)).status_code == 200
    assert client.get(address("progress-export", "exe")).status_code == 404


def test_pages_about_all_projects_lead_to_each_other(lab: Cast, enter: Enter) -> None:
    going.report(lab, going.runs(lab))
    client = enter(lab.contact)
    pages = [address(f"{each}") for each in ("project-list", "progress-list", "connection-map")]
    pages.append(address("result-list"))
    for url in pages:
        page = text(client.get(url))
        for other in pages:
            assert f'href="{other}"' in page, (url, other)


def test_every_page_about_a_project_leads_to_its_dossier(lab: Cast, enter: Enter) -> None:
    project = going.runs(lab)
    report = going.report(lab, project, new_risk=actions.NewRisk("Iets", "Werk", "Lena"))
    row = going.indicator(lab, project)
    value = going.measured(lab, row, "3")
    link = going.linked(lab, project, going.runs(lab, "Ander", leader="director"))
    of_project = ("project-progress", "report-write", "risk-raise", "connection-add")
    pages = [address(each, project.pk) for each in (*of_project, "indicator-add")]
    pages += [report.get_absolute_url(), row.get_absolute_url()]
    pages += [address(each, row.pk) for each in ("value-add", "indicator-drop")]
    pages += [
        address("value-correct", value.pk),
        address("connection-end", link.pk),
        address("risk-close", Risk.objects.get().pk),
    ]
    client = enter(lab.contact)
    for url in pages:
        assert f'href="{project.get_absolute_url()}"' in text(client.get(url)), url


@pytest.mark.parametrize("count", [1, 3])
def test_the_overview_costs_the_same_for_more(lab: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        going.report(lab, going.runs(lab, f"Project {number}"))
    assert cost_of(enter(lab.contact), OVERVIEW).queries == OVERVIEW_QUERIES


# -- the meeting -----------------------------------------------------------------------------------


def test_a_project_leaders_meeting_shows_reports_and_names_who_is_silent(
    lab: Cast, enter: Enter
) -> None:
    done = going.runs(lab, "Klaar")
    going.report(lab, done, others_should_know="Bel ons eerst.")
    going.runs(lab, "Stil", leader="director")
    meeting = going.leaders_meeting(lab, lab.at + 4 * DAY, lab.at)
    client = enter(lab.contact)
    for url in (
        meeting.get_absolute_url(),
        reverse("events:agenda", args=[meeting.pk]),
        reverse("events:agenda-print", args=[meeting.pk]),
    ):
        page = text(client.get(url))
        assert "Bel ons eerst." in page
        assert "Not reported yet: Second quarter of 2026" in page
        assert f"Stil</a> ({lab.director.name})" in page or f"Stil ({lab.director.name})" in page
    page = text(client.get(meeting.get_absolute_url()))
    assert reverse("projects:connection-map") in page
    assert meeting.points.get(is_progress=True).title in page, "the standing point of its agenda"


@pytest.mark.parametrize("count", [1, 3])
def test_the_reports_of_a_meeting_cost_the_same_for_more(
    lab: Cast, enter: Enter, count: int
) -> None:
    meeting = going.leaders_meeting(lab, lab.at + 4 * DAY, lab.at)
    for number in range(count):
        going.report(lab, going.runs(lab, f"Klaar {number}"))
        going.runs(lab, f"Stil {number}", leader="director")
    queries = cost_of(enter(lab.contact), meeting.get_absolute_url()).queries
    assert queries == MEETING_QUERIES


def test_a_report_that_came_later_is_not_shown_at_a_meeting_of_the_past(
    lab: Cast, enter: Enter
) -> None:
    project = going.runs(lab)
    meeting = going.leaders_meeting(lab, lab.at - 20 * DAY, lab.at - 60 * DAY)
    going.report(lab, project)
    page = text(enter(lab.contact).get(meeting.get_absolute_url()))
    assert "No project has reported yet." in page
    actions.stop_project(project, reason="Weg.", **acting(lab))
    assert enter(lab.contact).get(meeting.get_absolute_url()).status_code == 200
