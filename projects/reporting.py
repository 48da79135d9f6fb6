"""Questions about reports: which are asked, which are late, and the newest of every project.

A report over a quarter is asked of every project that is active, and of which a phase had begun by
the last day of that quarter. One that was taken over is asked as soon as somebody leads it here; of
a quarter that was over before this lab was kept here nothing is asked.
When it must be there: see `projects/quarters.py`.
"""

from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from events.models import Meeting, MeetingSeries
from partners.models import GoLive, Person
from partners.querysets import end_of_day, local_day
from projects.models import Leadership, Phase, ProgressReport, Project
from projects.quarters import Quarter
from projects.querysets import on_day


class ReportDue(NamedTuple):
    """A report that is asked: of which project, of whom (None: nobody leads it), and by when."""

    project: Project
    leader: Person | None
    quarter: Quarter
    due_on: date


def reports_asked(day: date) -> list[ReportDue]:
    """Every report over the last quarter that is over on `day`, made or not. Three queries."""
    return _asked(day, Project.objects.all(), Quarter.asked_on(day))


def reports_due(
    day: date, among: QuerySet[Any] | None = None, over: Quarter | None = None
) -> list[ReportDue]:
    """Those of them that are not there by the end of `day`. Three queries.

    `among` are the projects that it is about, without it all of them; `over` is another quarter.
    """
    quarter = over or Quarter.asked_on(day)
    made = ProgressReport.objects.over(quarter).filter(reported_at__lte=end_of_day(day))
    projects = Project.objects.all() if among is None else among
    return _asked(day, projects.filter(~Exists(made.filter(project=OuterRef("pk")))), quarter)


def reports_overdue(day: date) -> list[ReportDue]:
    """Those of them that should have been there before `day`. Three queries."""
    return [each for each in reports_due(day) if each.due_on < day]


def reports_due_of(person: Person, day: date) -> list[ReportDue]:
    """Those that this person owes, as who leads the project or stands in. Three queries at most."""
    leads = on_day(Leadership.objects.filter(person=person, project=OuterRef("pk")), day)
    return reports_due(day, Project.objects.filter(Exists(leads)))


def latest_reports(day: date) -> list[ProgressReport]:
    """The newest report of each project, as it counted at the end of `day`. One query."""
    newest = ProgressReport.objects.newest(end_of_day(day))
    return list(newest.select_related("project", "person"))


def next_leaders_meeting(at: datetime) -> Meeting | None:
    """The first project leaders' meeting with a date that still comes."""
    coming = Meeting.objects.upcoming(at).filter(series__duty=MeetingSeries.Duty.LEADERS)
    found: Meeting | None = coming.select_related("series").first()
    return found


def _asked(day: date, projects: QuerySet[Any], quarter: Quarter) -> list[ReportDue]:
    live_on = GoLive.objects.day()
    if live_on is not None and quarter.last_on < live_on:
        return []
    begun = Phase.objects.known_by(end_of_day(day)).filter(started_on__lte=quarter.last_on)
    leads = on_day(Leadership.objects.filter(role="leader"), day).select_related("person")
    rows = (
        projects.active_on(day)  # type: ignore[attr-defined]
        .filter(Exists(begun.filter(project=OuterRef("pk"))))
        .prefetch_related(Prefetch("leaderships", leads, to_attr="leading"))
        .order_by("year", "sequence")
    )
    found = []
    for project in rows:
        leader = project.leading[0].person if project.leading else None
        if leader is not None or not project.is_taken_over:
            found.append(ReportDue(project, leader, quarter, quarter.due_on))
    return found


class MeetingReports(NamedTuple):
    """What is reported for a meeting: reports, and the projects of which there is none."""

    reports: list[ProgressReport]
    silent: list[ReportDue]
    quarter: Quarter


def reports_for(meeting: Meeting, person: Any, at: datetime) -> MeetingReports:
    """What a project leaders' meeting talks about, as far as this person sees the projects.

    Over the last quarter of which the reports must be there when it meets, or later ones. Until the
    day of the meeting what there is now; afterwards what there was on that day.
    """
    meets_on = local_day(meeting.starts_at or at)
    day, quarter = min(local_day(at), meets_on), Quarter.expected_on(meets_on)
    seen = Project.objects.visible_to(person)
    newest = ProgressReport.objects.since(quarter).newest(end_of_day(day))
    reports = list(
        newest.filter(project__in=seen.going().values("pk")).select_related("project", "person")
    )
    reports.sort(key=lambda each: (each.project.year, each.project.sequence))
    silent = reports_due(day, seen, quarter)
    known = {each.project_id for each in reports}
    return MeetingReports(reports, [one for one in silent if one.project.pk not in known], quarter)
