"""How the projects of the demo year go, at 23 September 2026."""

from __future__ import annotations

import pytest
from django.urls import reverse

from events.models import Meeting
from projects.models import Connection, IndicatorValue, ProgressReport, Project, Risk
from projects.quarters import Quarter
from projects.reporting import reports_overdue
from schuldenlab.demo.story import cast
from schuldenlab.demo.story.project_data import CLEAN, EARLY, LETTERS, WAGES
from schuldenlab.outbox.models import Letter
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]


def lights(title: str) -> list[tuple[Quarter, str]]:
    rows = ProgressReport.objects.filter(project__title=title).order_by("year", "quarter")
    return [(each.period, each.worst) for each in rows]


def test_a_leader_has_a_report_overdue() -> None:
    [late] = reports_overdue(TODAY)
    assert (late.project.title, late.quarter) == (EARLY, Quarter(2026, 2))
    assert late.leader is not None
    assert late.leader.email == cast.LEADER.email


def test_that_leader_was_reminded_before_the_leaders_meet_and_is_asked_at_home(client) -> None:
    letters = Letter.objects.filter(key__startswith="report-reminder:")
    assert cast.LEADER.email in set(letters.values_list("address", flat=True))
    page = client.post("/demo/", {"persona": "leader"}, follow=True).content.decode()
    url = reverse("projects:report-write", args=[Project.objects.get(title=EARLY).pk])
    assert url in page
    assert "Hoe gaat het met “Vroeg erbij”?" in page


def test_each_project_told_how_it_went() -> None:
    assert lights(EARLY) == [(Quarter(2025, 4), "track"), (Quarter(2026, 1), "warn")]
    assert lights(LETTERS)[-1] == (Quarter(2026, 2), "fail")
    assert lights(WAGES)[-1] == (Quarter(2026, 2), "warn")
    assert len(lights(CLEAN)) == 3
    assert Risk.objects.get(project__title=LETTERS).owner == "Zorgverzekeraar Duin"


def test_the_leaders_find_the_reports_with_their_meeting(client) -> None:
    coming = Meeting.objects.filter(series__duty="leaders", starts_at__date__gt=TODAY)
    client.post("/demo/", {"persona": "leader"})
    page = client.get(coming.order_by("starts_at")[0].get_absolute_url()).content.decode()
    assert "De brieven lagen zes weken stil" in page
    assert reverse("projects:connection-map") in page


def test_projects_hang_together() -> None:
    rows = Connection.objects.order_by("pk").values_list("project__title", "kind", "other__title")
    assert set(rows) == {
        (EARLY, "waits", LETTERS),
        (WAGES, "group", CLEAN),
        (LETTERS, "people", CLEAN),
        ("Noodbuffer", "delivers", EARLY),
        (EARLY, "delivers", "Energie en huur samen"),
    }


def test_what_they_brought_is_added_up_by_unit(client) -> None:
    """16 with an agreement, 17 with less seizure and 51 young people: all counted in people."""
    assert IndicatorValue.objects.filter(indicator__unit="euro").count() == 3
    client.post("/demo/", {"persona": "director"})
    page = client.get(reverse("projects:result-list")).content.decode()
    assert "84" in page
    assert "Deurwaarderskosten die niet nodig waren" in page
