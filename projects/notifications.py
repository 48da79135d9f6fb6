"""Letters about projects: who leads and steers, and what a pilot asks."""

from datetime import datetime
from typing import Any

from partners.models import Person
from partners.querysets import local_day
from programme.notifications.people import kernteam
from projects.models import Leadership, Pilot, Project, StuurgroepMember
from projects.querysets import on_day
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


def leaders(project: Project, at: datetime) -> list[Recipient]:
    """Leader and substitute of that day who can log in."""
    rows = on_day(project.leaderships.all(), local_day(at))
    people = Person.objects.can_log_in().filter(pk__in=rows.values("person"))
    return [person.as_recipient() for person in people]
