"""Letters about projects: who leads and steers, what a pilot asks, and reports."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from events.models import Meeting
from partners.models import Person
from partners.querysets import local_day
from programme.notifications.people import kernteam
from projects.models import Leadership, Pilot, Project, StuurgroepMember
from projects.querysets import on_day
from projects.reporting import ReportDue
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient


def leader_named(leadership: Leadership, *, at: datetime) -> None:
    """You lead this project, or stand in for who leads it."""
    post(
        "projects/mail/leader_named.txt",
        [leadership.person.as_recipient()],
        f"leader-named:{leadership.pk}",
        at,
        context={
            "leadership": leadership,
            "project": leadership.project,
            "is_leader": leadership.role == Leadership.Role.LEADER,
        },
    )


def member_named(member: StuurgroepMember, *, at: datetime) -> None:
    """You sit in this stuurgroep, for this organisation."""
    post(
        "projects/mail/member_named.txt",
        [member.person.as_recipient()],
        f"member-named:{member.pk}",
        at,
        context={
            "member": member,
            "organisation": member.stake.organisation,
            "project": member.stuurgroep.project,
        },
    )


def pilot_ends(pilot: Pilot, *, at: datetime) -> None:
    """A month before its last day: who leads it and the kernteam think about what comes after."""
    _about_pilot("projects/mail/pilot_ends.txt", "pilot-ends", pilot, at)


def evaluation_asked(pilot: Pilot, *, at: datetime) -> None:
    """Its last day has passed: it is evaluated, and does not silently run on."""
    _about_pilot("projects/mail/evaluation_asked.txt", "evaluation-asked", pilot, at)


def pilot_evaluated(pilot: Pilot, *, at: datetime) -> None:
    """What came out of it."""
    _about_pilot("projects/mail/pilot_evaluated.txt", "pilot-evaluated", pilot, at)


def _about_pilot(template: str, key: str, pilot: Pilot, at: datetime) -> None:
    project = pilot.phase.project
    context: dict[str, Any] = {"pilot": pilot, "project": project}
    recipients = {*leaders(project, at), *kernteam(at)}
    post(template, recipients, f"{key}:{pilot.pk}:{pilot.ends_on}", at, context=context)


def report_reminder(
    asked: Sequence[ReportDue], meeting: Meeting, *, step: int, at: datetime
) -> None:
    """The project leaders meet soon, and your report is not there yet: one letter a project."""
    ids = {each.leader.pk for each in asked if each.leader is not None}
    able = {each.pk: each for each in Person.objects.can_log_in().filter(pk__in=ids)}
    for project, leader, quarter, due_on in asked:
        if leader is None or leader.pk not in able:
            continue
        post(
            "projects/mail/report_reminder.txt",
            [able[leader.pk].as_recipient()],
            f"report-reminder:{meeting.pk}:{step}:{project.pk}:{quarter.year}-{quarter.number}",
            at,
            context={
                "project": project,
                "meeting": meeting,
                "number": quarter.number,
                "year": quarter.year,
                "due_on": due_on,
                "url": f"{reverse('projects:report-write', args=[project.pk])}"
                f"?quarter={quarter.year}-{quarter.number}",
            },
        )


def leaders(project: Project, at: datetime) -> list[Recipient]:
    """Leader and substitute of that day who can log in."""
    rows = on_day(project.leaderships.all(), local_day(at))
    people = Person.objects.can_log_in().filter(pk__in=rows.values("person"))
    return [person.as_recipient() for person in people]
