"""Reports and risks: what is asked, what stays, who is reminded, and what everybody reads."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from projects import actions
from projects.models import ProgressReport, Project, Risk
from projects.quarters import Quarter, last_quarters
from projects.reporting import latest_reports, reports_asked, reports_due, reports_overdue
from projects.tasks import remind_reports
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.pages import counted
from tests.projects import building, going
from tests.projects.building import DAY, acting
from tests.projects.going import ON_TRACK, SECOND, THIRD

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
DUE_QUERIES, LATEST_QUERIES = 3, 1


@pytest.fixture
def lab(today: Cast) -> Cast:
    """A lab that is kept here since a hundred days."""
    building.live(today)
    return today


# -- quarters --------------------------------------------------------------------------------------


def test_a_quarter_is_due_on_the_last_working_day_of_the_month_after_it() -> None:
    assert Quarter(2026, 2).due_on == date(2026, 7, 31)
    assert Quarter(2026, 3).due_on == date(2026, 10, 30), "31 October 2026 is a Saturday"
    assert Quarter(2025, 4).due_on == date(2026, 1, 30)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2199, 12, 31)), st.integers(-9, 9))
def test_quarters_follow_each_other_without_a_gap(day: date, count: int) -> None:
    quarter = Quarter.of(day)
    assert quarter.first_on <= day <= quarter.last_on
    assert quarter.last_on + timedelta(days=1) == quarter.step(1).first_on
    assert quarter.step(count).step(-count) == quarter
    assert Quarter.asked_on(day) < quarter
    assert last_quarters(day, 3) == [quarter.step(-2), quarter.step(-1), quarter]


# -- reporting -------------------------------------------------------------------------------------


def test_a_report_stays_and_a_later_one_counts(lab: Cast) -> None:
    project = going.runs(lab)
    first = going.report(lab, project)
    lights = {**ON_TRACK, "money": "fail", "time": "warn"}
    texts = {"money": "Er is € 20.000 te weinig.", "time": "Een maand later."}
    at = lab.at + timedelta(hours=1)
    second = going.report(lab, project, lights=lights, texts=texts, at=at)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert (first.worst, second.worst) == ("track", "fail")
    assert list(project.reports.counting(lab.at)) == [first]
    assert list(project.reports.counting(at)) == [second]
    verbs = Entry.objects.filter(verb="write_report").values_list("facts", flat=True)
    assert sorted(each["version"] for each in verbs) == [1, 2]


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"reached": " "}, "what was reached"),
        ({"lights": {**ON_TRACK, "time": "warn"}}, "why it is not on track"),
        ({"quarter": Quarter(2026, 4)}, "has not begun"),
    ],
)
def test_a_report_that_says_too_little_is_refused(
    lab: Cast, facts: dict[str, Any], because: str
) -> None:
    project = going.runs(lab)
    with pytest.raises(Refused, match=because):
        going.report(lab, project, **facts)
    assert not ProgressReport.objects.exists()


def test_nobody_reports_on_what_stopped(lab: Cast) -> None:
    project = going.runs(lab)
    actions.stop_project(project, reason="Te duur.", **acting(lab))
    with pytest.raises(Refused, match="stopped"):
        going.report(lab, project)


def test_a_report_brings_figures_and_risks_in_one_go(lab: Cast) -> None:
    project = going.runs(lab)
    row = going.indicator(lab, project)
    old = actions.raise_risk(
        project,
        text="Geen personeel",
        measure="Werven",
        owner="Lena Wit",
        raised_on=(lab.at - 9 * DAY).date(),
        actor=lab.contact,
        at=lab.at,
    )
    going.report(
        lab,
        project,
        values=[actions.Measured(row, Decimal(62), lab.at.date(), "Telling")],
        new_risk=actions.NewRisk("Huur stijgt", "Met de corporatie praten", "CH", "fail"),
        closes={old: "Er zijn drie mensen aangenomen."},
    )
    assert row.values.get().value == 62
    old.refresh_from_db()
    assert (old.closed_on, old.closed_because) == (
        lab.at.date(),
        "Er zijn drie mensen aangenomen.",
    )
    assert [each.text for each in project.risks.open_on(lab.at.date())] == ["Huur stijgt"]
    with pytest.raises(Refused, match="closed already"):
        actions.close_risk(
            old, closed_on=lab.at.date(), because="Nog eens", actor=lab.contact, at=lab.at
        )
    with pytest.raises(Refused, match="who looks after it"):
        going.report(lab, project, new_risk=actions.NewRisk("Iets", "", ""))
    assert ProgressReport.objects.count() == 1, "a report with a risk that is refused is not there"


# -- what the database refuses ---------------------------------------------------------------------


def test_what_was_reported_stays(lab: Cast) -> None:
    project = going.runs(lab)
    report = going.report(lab, project, new_risk=actions.NewRisk("Iets", "Werk", "Lena"))
    risk = Risk.objects.get()
    _run("SET CONSTRAINTS ALL IMMEDIATE")  # nothing waits, so only the guard is in the way
    attacks: list[Callable[[], Any]] = [
        lambda: ProgressReport.objects.update(reached="Alles."),
        report.delete,
        risk.delete,
        lambda: Risk.objects.update(text="Niets"),
        lambda: _run("TRUNCATE projects_progressreport CASCADE"),
        lambda: _run("TRUNCATE projects_risk CASCADE"),
    ]
    for attack in attacks:
        with pytest.raises(DatabaseError, match=r"append-only|only its end"), transaction.atomic():
            attack()
    facts = {"closed_on": lab.at.date(), "because": "Weg.", "actor": lab.contact, "at": lab.at}
    actions.close_risk(risk, **facts)
    with pytest.raises(DatabaseError, match="only its end"), transaction.atomic():
        Risk.objects.update(closed_because="Toch niet.")


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"quarter": 5}, "report_over_a_quarter"),
        ({"time": "fail"}, "report_says_why"),
        ({"reached": ""}, "report_says_what_was_reached"),
        ({}, "report_version_once"),
    ],
)
def test_a_report_is_whole(lab: Cast, facts: dict[str, Any], constraint: str) -> None:
    report = going.report(lab, going.runs(lab))
    for name, value in {"pk": None, **facts}.items():
        setattr(report, name, value)
    report._state.adding = True
    with pytest.raises(DatabaseError, match=constraint), transaction.atomic():
        report.save()


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


# -- what is asked ---------------------------------------------------------------------------------


def test_a_report_is_asked_of_what_ran_and_has_a_leader(lab: Cast) -> None:
    project = going.runs(lab)
    going.runs(lab, "Zonder trekker", leader="")
    waits = going.runs(lab, "Wacht")
    actions.hold_project(waits, reason="Even niet.", **acting(lab))
    building.lead(lab, building.opened(lab))  # nothing ran on the last day of June
    day = lab.at.date()
    (asked,) = reports_due(day)
    assert asked == (project, lab.contact, SECOND, date(2026, 7, 31))
    assert reports_overdue(day) == [asked]
    assert reports_overdue(date(2026, 7, 31)) == []
    going.report(lab, project)
    assert reports_due(day) == []
    assert reports_due(day - DAY) == reports_asked(day - DAY) != []


def test_a_project_without_a_leader_is_asked_when_it_began_here(lab: Cast) -> None:
    project = building.prototyped(lab)
    day = date(2026, 10, 1)
    (asked,) = reports_due(day)
    assert (asked.project, asked.leader, asked.quarter) == (project, None, THIRD)


def test_a_past_day_answers_as_it_did(lab: Cast) -> None:
    project = going.runs(lab)
    going.report(lab, project, at=lab.at - 50 * DAY)
    newer = going.report(lab, project, quarter=THIRD)
    (then,) = latest_reports((lab.at - DAY).date())
    (now,) = latest_reports(lab.at.date())
    assert (then.period, now) == (SECOND, newer)
    actions.stop_project(project, reason="Klaar.", **acting(lab, lab.at))
    assert reports_asked(lab.at.date()) == []
    assert [each.project for each in reports_asked((lab.at - DAY).date())] == [project]


@pytest.mark.parametrize("count", [1, 3])
def test_asking_costs_the_same_for_more_projects(lab: Cast, count: int) -> None:
    for number in range(count):
        project = going.runs(lab, f"Project {number}")
        going.report(lab, project, quarter=THIRD)
    with counted() as cost:
        assert len(reports_due(lab.at.date())) == count
    assert cost.queries == DUE_QUERIES
    with counted() as cost:
        found = latest_reports(lab.at.date())
        assert {(each.project.title, each.person.name) for each in found}
    assert cost.queries == LATEST_QUERIES


# -- the clock -------------------------------------------------------------------------------------


def reminders() -> list[Letter]:
    rows = Letter.objects.filter(template="projects/mail/report_reminder.txt")
    return list(rows.order_by("pk"))


def test_who_has_not_reported_is_reminded_once_before_the_meeting(lab: Cast) -> None:
    project = going.runs(lab)
    done = going.runs(lab, "Klaar", leader="director")
    going.report(lab, done, actor=lab.director)
    going.leaders_meeting(lab, lab.at + 14 * DAY, lab.at)
    assert remind_reports() == 1
    assert remind_reports() == 1
    (letter,) = reminders()
    assert letter.person_id == lab.contact.pk
    assert project.title in letter.subject
    assert f"/projecten/{project.pk}/rapporteren/" in letter.text
    at = lab.at + 11 * DAY  # 4 October is a Sunday
    assert actions.remind_reports(at=at) == 0, "not outside office hours"
    for _twice in range(2):  # over the third quarter there is time until the end of October
        assert actions.remind_reports(at=at + DAY) == 1
    assert [each.person_id for each in reminders()[1:]] == [lab.contact.pk]
    going.report(lab, project, at=at + DAY)
    assert actions.remind_reports(at=at + DAY) == 0


def test_nobody_is_reminded_without_a_meeting_that_comes_soon(lab: Cast) -> None:
    going.runs(lab)
    assert remind_reports() == 0
    going.leaders_meeting(lab, lab.at + 40 * DAY, lab.at)
    assert remind_reports() == 0
    assert reminders() == []


def test_reporting_locks_the_project(lab: Cast) -> None:
    """Versions are counted under a lock, so two at once get two numbers."""
    project = going.runs(lab)
    going.report(lab, Project.objects.get(pk=project.pk))
    going.report(lab, Project.objects.get(pk=project.pk))
    assert [each.ordinal for each in project.reports.order_by("ordinal")] == [1, 2]
