"""The facts of a dossier, and what a prototype and a pilot ask besides."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Person
from projects import notifications
from projects.models import Phase, Pilot, Project, ProjectNote, Prototype
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.lifecycle import Refused, lock

from .going import refuse_ended
from .notes import put_note

CHANGEABLE = frozenset(
    {
        *("title", "summary", "target_group", "debt_phase", "outcome", "current_state"),
        *("residents_voice", "theme", "began", "figures", "sources"),
    }
)


@transaction.atomic
def change_project(
    project: Project,
    *,
    facts: Mapping[str, Any],
    actor: Person | None,
    at: datetime,
    rests_on: Mapping[str, Any] | None = None,
) -> Project:
    """Write the dossier otherwise. Its code, its innovation theme and its status stay.

    `rests_on` says how the facts stood for whoever changes them.
    """
    lock(project)
    if any(getattr(project, name) != value for name, value in (rests_on or {}).items()):
        raise Refused(_("Somebody did this at the same moment. Look and try again."))
    if set(facts) - CHANGEABLE:
        raise ValueError(sorted(facts))
    changed = [name for name in sorted(facts) if getattr(project, name) != facts[name]]
    was = plain_values(project, changed)
    for name in changed:
        setattr(project, name, facts[name])
    if not changed:
        return project
    project.full_clean(exclude=["innovation_theme"])
    project.save(update_fields=changed)
    told = {"changed": changed, **was_and_now(project, was)}
    record("change_project", project, actor=actor, at=at, facts=told)
    return project


@transaction.atomic
def describe_prototype(
    phase: Phase, *, tried: str, with_whom: str, learned: str, actor: Person | None, at: datetime
) -> Prototype:
    """What was tried, with whom, and what was learned."""
    lock(phase.project)
    refuse_ended(phase.project)
    _refuse_other(phase, Phase.Kind.PROTOTYPE, {Phase.Status.PLANNED, Phase.Status.RUNNING})
    prototype, _new = Prototype.objects.get_or_create(phase=phase, defaults={"recorded_at": at})
    lock(prototype)
    if prototype.decided_at is not None:
        raise Refused(_("The choice was made already; what it rests on stays as it is."))
    prototype.tried, prototype.with_whom = tried.strip(), with_whom.strip()
    prototype.learned = learned.strip()
    prototype.save(update_fields=["tried", "with_whom", "learned"])
    record("describe_prototype", phase, actor=actor, at=at)
    return prototype


@transaction.atomic
def decide_prototype(
    phase: Phase, *, goes_on: bool, because: str, actor: Person | None, at: datetime
) -> Prototype:
    """Go on after the prototype, or not; the reason goes into the log."""
    lock(phase.project)
    _refuse_other(phase, Phase.Kind.PROTOTYPE, {Phase.Status.RUNNING, Phase.Status.ENDED})
    prototype = Prototype.objects.select_for_update().filter(phase=phase).first()
    if prototype is None or not prototype.learned:
        raise Refused(_("First write down what was learned."))
    if prototype.decided_at is not None:
        raise Refused(_("The choice was made already; what it rests on stays as it is."))
    if not because.strip():
        raise Refused(_("Say in a few words why."))
    prototype.goes_on, prototype.because, prototype.decided_at = goes_on, because.strip(), at
    prototype.save(update_fields=["goes_on", "because", "decided_at"])
    record("decide_prototype", phase, actor=actor, at=at, facts={"goes_on": goes_on})
    put_note(phase.project, kind=ProjectNote.Kind.LEARNED, text=because, actor=actor, at=at)
    return prototype


@transaction.atomic
def describe_pilot(
    phase: Phase,
    *,
    size: str,
    ends_on: date,
    criterion: str,
    actor: Person | None,
    at: datetime,
) -> Pilot:
    """How big it is, until when, and when it has succeeded. A later end asks its reminder again."""
    lock(phase.project)
    refuse_ended(phase.project)
    _refuse_other(phase, Phase.Kind.PILOT, {Phase.Status.PLANNED, Phase.Status.RUNNING})
    if not size.strip() or not criterion.strip():
        raise Refused(_("Say how big the pilot is, and when it has succeeded."))
    if phase.started_on is not None and ends_on < phase.started_on:
        raise Refused(_("The last day lies before the first day."))
    pilot = Pilot.objects.select_for_update().filter(phase=phase).first()
    if pilot is None:
        pilot = Pilot(phase=phase, recorded_at=at)
    elif pilot.evaluated_at is not None:
        raise Refused(_("This pilot was evaluated already."))
    elif pilot.ends_on != ends_on:
        pilot.reminded_at = pilot.asked_at = None
        _tell_other_end(phase, pilot.ends_on, ends_on, actor, at)
    pilot.size, pilot.ends_on, pilot.criterion = size.strip(), ends_on, criterion.strip()
    pilot.save()
    record("describe_pilot", phase, actor=actor, at=at, facts={"ends_on": ends_on.isoformat()})
    return pilot


def _tell_other_end(
    phase: Phase, before: date, after: date, actor: Person | None, at: datetime
) -> None:
    """Once a pilot runs, everybody reads in the log that it got another last day."""
    if phase.status != Phase.Status.RUNNING:
        return
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        words = _("The last day of the pilot moved from %(before)s to %(after)s.") % {
            "before": before.strftime("%d-%m-%Y"),
            "after": after.strftime("%d-%m-%Y"),
        }
    put_note(phase.project, kind=ProjectNote.Kind.STEP, text=words, actor=actor, at=at)


@transaction.atomic
def evaluate_pilot(
    phase: Phase, *, evaluation: str, has_succeeded: bool, actor: Person | None, at: datetime
) -> Pilot:
    """What came out of it, held against its criterion."""
    lock(phase.project)
    _refuse_other(phase, Phase.Kind.PILOT, {Phase.Status.RUNNING, Phase.Status.ENDED})
    pilot = Pilot.objects.select_for_update().filter(phase=phase).first()
    if pilot is None:
        raise Refused(_("Say how big the pilot is, and when it has succeeded."))
    if pilot.evaluated_at is not None:
        raise Refused(_("This pilot was evaluated already."))
    if not evaluation.strip():
        raise Refused(_("Say in a few words what the result is."))
    pilot.evaluation, pilot.has_succeeded = evaluation.strip(), has_succeeded
    pilot.evaluated_at = at
    pilot.save(update_fields=["evaluation", "has_succeeded", "evaluated_at"])
    record("evaluate_pilot", phase, actor=actor, at=at, facts={"has_succeeded": has_succeeded})
    notifications.pilot_evaluated(pilot, at=at)
    return pilot


def _refuse_other(phase: Phase, kind: str, states: set[Any]) -> None:
    lock(phase)
    if phase.kind != kind:
        raise Refused(_("This phase is of another kind."))
    if phase.status not in states:
        raise Refused(
            _("This is no longer possible: the status is “%(status)s” now.")
            % {"status": phase.get_status_display()}
        )
