"""Holding, resuming, stopping and handing over a project: each with a reason in its log."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from projects.models import Phase, Project, ProjectNote
from schuldenlab.lifecycle import Refused, lock, move

from .notes import put_note


@transaction.atomic
def hold_project(project: Project, *, reason: str, actor: Person | None, at: datetime) -> Project:
    """For now nothing new starts, and everybody reads why."""
    _refuse_silence(reason)
    move(project, "hold_project", actor=actor, at=at)
    put_note(project, kind=ProjectNote.Kind.HELD, text=reason, actor=actor, at=at)
    return project


@transaction.atomic
def resume_project(project: Project, *, reason: str, actor: Person | None, at: datetime) -> Project:
    """It goes on."""
    _refuse_silence(reason)
    move(project, "resume_project", actor=actor, at=at)
    put_note(project, kind=ProjectNote.Kind.RESUMED, text=reason, actor=actor, at=at)
    return project


@transaction.atomic
def stop_project(project: Project, *, reason: str, actor: Person | None, at: datetime) -> Project:
    """It does not go on: what was in preparation is dropped, what runs ends today."""
    _refuse_silence(reason)
    also = {"stop_reason": reason.strip()}
    move(project, "stop_project", actor=actor, at=at, also=also)
    _close_phases(project, reason.strip(), local_day(at), actor, at)
    put_note(project, kind=ProjectNote.Kind.STOPPED, text=reason, actor=actor, at=at)
    return project


@transaction.atomic
def hand_over_project(
    project: Project,
    *,
    to: str,
    handed_over_on: date,
    actor: Person | None,
    at: datetime,
    text: str = "",
) -> Project:
    """A regular service, or the whole country, takes it over; its phases are over."""
    lock(project)
    if not to.strip():
        raise Refused(_("Say to whom the project is handed over."))
    if handed_over_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    begun = project.phases.begun().order_by("started_on").last()
    if begun is None:
        raise Refused(_("Only what has started can be handed over."))
    if handed_over_on < begun.started_on:
        raise Refused(_("The last day lies before the first day."))
    also = {"handed_over_to": " ".join(to.split()), "handed_over_on": handed_over_on}
    move(project, "hand_over_project", actor=actor, at=at, also=also)
    words = text.strip() or project.handed_over_to
    _close_phases(project, words, handed_over_on, actor, at)
    put_note(project, kind=ProjectNote.Kind.HANDED_OVER, text=words, actor=actor, at=at)
    return project


def _refuse_silence(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Say in a few words why."))


def _close_phases(
    project: Project, words: str, day: date, actor: Person | None, at: datetime
) -> None:
    for phase in project.phases.filter(status=Phase.Status.PLANNED):
        move(phase, "drop_phase", actor=actor, at=at)
    for phase in project.phases.filter(status=Phase.Status.RUNNING):
        also = {"ended_on": max(day, phase.started_on or day), "ended_with": words}
        move(phase, "end_phase", actor=actor, at=at, also=also)
