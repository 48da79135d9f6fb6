"""The life of a phase. `start_phase` is the only verb that starts one, and it asks the gate."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from programme.actions import work_out_theme
from programme.models import Decision, InnovationTheme
from projects.gate import FIRST, conditions, decisions_for
from projects.models import Phase, Project
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .case_moves import approve_with
from .going import refuse_ended


@transaction.atomic
def plan_phase(
    project: Project, *, kind: str, actor: Person | None, at: datetime, title: str = ""
) -> Phase:
    """Prepare the next phase of a project. More than one may be in preparation."""
    lock(project)
    refuse_ended(project)
    name = " ".join(title.split())
    same = project.phases.filter(kind=kind, title__iexact=name, status=Phase.Status.PLANNED)
    if same.exists():
        raise Refused(_("This phase is in preparation already. Give another one its own name."))
    last = project.phases.aggregate(top=Max("ordinal"))["top"] or 0
    phase = Phase(project=project, kind=kind, ordinal=last + 1, title=name, recorded_at=at)
    phase.full_clean()
    phase.save()
    record("plan_phase", phase, actor=actor, at=at, facts={"project": project.pk, "kind": kind})
    return phase


@transaction.atomic
def approve_phase(phase: Phase, *, decision: Decision, actor: Person | None, at: datetime) -> Phase:
    """The programmaraad agreed to this phase: write down by which decision.

    One decision approves case and phase, so it approves the case too that lay before the raad then.
    """
    lock(phase.project)
    lock(phase)
    refuse_unless_planned(phase)
    phase.decision = decision
    if not decisions_for(phase).filter(pk=decision.pk).exists():
        raise Refused(_("By this decision the programmaraad did not agree to anything."))
    phase.save(update_fields=["decision"])
    record("approve_phase", phase, actor=actor, at=at, facts={"decision": decision.number})
    if phase.is_steered:
        approve_with(phase.project, [phase], actor=actor, at=at)
    return phase


def refuse_unless_planned(phase: Phase) -> None:
    """Only what is in preparation changes."""
    if phase.status != Phase.Status.PLANNED:
        raise Refused(
            _("This is no longer possible: the status is “%(status)s” now.")
            % {"status": phase.get_status_display()}
        )


@transaction.atomic
def start_phase(phase: Phase, *, started_on: date, actor: Person | None, at: datetime) -> Phase:
    """Through the gate: everything that misses is named at once, and nothing starts without it.

    The first phase of a theme that is explored brings the theme along: it is worked out from then.
    """
    project = lock(phase.project)
    lock(phase)
    refuse_unless_planned(phase)
    if started_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    missing = [each for each in conditions(phase, day=started_on, at=at) if not each.is_met]
    if missing:
        words = " ".join(f"{each.title}: {each.text}" for each in missing)
        raise Refused(_("This phase cannot start yet. %(missing)s") % {"missing": words})
    try:
        with transaction.atomic():
            also = {"started_on": started_on}
            facts = {"on": started_on.isoformat()}
            move(phase, "start_phase", actor=actor, at=at, also=also, facts=facts)
    except IntegrityError as error:
        raise Refused(
            _("Something changed at this moment, so the phase did not start. Look again.")
        ) from error
    _bring_theme(phase, project, started_on, actor, at)
    return phase


def _bring_theme(
    phase: Phase, project: Project, day: date, actor: Person | None, at: datetime
) -> None:
    theme = project.innovation_theme
    if phase.kind in FIRST and theme is not None:
        lock(theme)
        if theme.status == InnovationTheme.Status.EXPLORING:
            work_out_theme(theme, result_kind=phase.kind, working_out_on=day, actor=actor, at=at)


@transaction.atomic
def end_phase(
    phase: Phase, *, ended_on: date, ended_with: str, actor: Person | None, at: datetime
) -> Phase:
    """A phase is over, and with what. A pilot can be evaluated before it and after it."""
    lock(phase.project)
    lock(phase)
    if ended_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if phase.started_on is not None and ended_on < phase.started_on:
        raise Refused(_("The last day lies before the first day."))
    if not ended_with.strip():
        raise Refused(_("Say in a few words what the result is."))
    also = {"ended_on": ended_on, "ended_with": ended_with.strip()}
    return move(phase, "end_phase", actor=actor, at=at, also=also)


@transaction.atomic
def drop_phase(phase: Phase, *, actor: Person | None, at: datetime) -> Phase:
    """A phase in preparation does not come. It stays on record."""
    lock(phase.project)
    return move(phase, "drop_phase", actor=actor, at=at)
