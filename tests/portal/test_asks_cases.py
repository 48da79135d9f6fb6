"""What business cases and reports ask: of who leads, and of the kernteam on its desk."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from projects import actions
from projects.models import Project
from schuldenlab.portal.asks.cases import case_asks
from schuldenlab.portal.asks.reports import report_asks
from tests.funding.money import arrange
from tests.projects import building
from tests.projects.building import acting
from tests.projects.going import report, runs

from .waiting import waiting

if TYPE_CHECKING:
    from schuldenlab.portal.asks.ask import Ask
    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
DAY = timedelta(days=1)


def asked_about_cases(cast: Cast, role: str = "contact") -> list[Ask]:
    return case_asks(getattr(cast, role))


def working_out(cast: Cast) -> Project:
    """A project whose business case is worked out since today; the contact leads it."""
    project = building.opened(cast)
    building.lead(cast, project)
    building.interest(cast, project)
    phase = project.phases.get()
    arrange(cast, phase, cast.at)
    actions.start_phase(phase, started_on=cast.at.date(), **acting(cast))
    return project


# -- who leads -----------------------------------------------------------------------------------


def test_who_leads_writes_the_case_and_submits_it(cast: Cast) -> None:
    project = working_out(cast)
    [ask] = asked_about_cases(cast)
    assert ask.url == reverse("projects:case-draft", args=[project.pk])
    case = building.drafted_case(cast, project, cast.at)
    [ask] = asked_about_cases(cast)
    assert ask.url == case.get_absolute_url()
    assert asked_about_cases(cast, "director") == []
    actions.submit_case(case, **acting(cast))
    assert asked_about_cases(cast) == []
    actions.take_case_back(case, **acting(cast))
    assert len(asked_about_cases(cast)) == 1


def test_who_leads_reports_over_the_last_quarter(cast: Cast) -> None:
    """On 23 September the second quarter is asked, which had to be there by the end of July."""
    building.live(cast, days=200)
    project = runs(cast)
    [ask] = report_asks(cast.contact)
    assert ask.url == reverse("projects:report-write", args=[project.pk])
    assert ask.due is not None
    assert (ask.due.month, ask.days_left, ask.urgency) == (7, -54, "warning")
    assert "had to be there by" in ask.text
    assert ask.action == "Report over quarter 2"
    assert report_asks(cast.director) == []
    report(cast, project)
    assert report_asks(cast.contact) == []


# -- the desk ------------------------------------------------------------------------------------


def test_the_desk_says_who_did_not_report(cast: Cast) -> None:
    building.live(cast, days=200)
    project = runs(cast)
    [act] = waiting(cast.at, "reports")
    assert project.title in act.text
    assert act.url == reverse("projects:progress-list")
    report(cast, project)
    assert waiting(cast.at, "reports") == []


def test_the_desk_says_which_case_waits_for_a_decision(cast: Cast) -> None:
    project = working_out(cast)
    building.drafted_case(cast, project, cast.at)
    assert waiting(cast.at, "case-decide", "case-deliver") == []
    actions.submit_case(project.cases.get(), **acting(cast))
    [act] = waiting(cast.at, "case-decide")
    assert project.title in act.title
    assert act.url == project.get_absolute_url()
    agreed = building.decision(cast, at=cast.at)
    actions.approve_case(project.cases.get(), decision=agreed, **acting(cast))
    [act] = waiting(cast.at, "case-deliver", "case-decide")
    theme = project.innovation_theme
    assert theme is not None
    assert act.url == reverse("programme:theme-deliver", args=[theme.pk])
