"""What becomes of a decision: who sees to it, steps, carried out or dropped, and reminders."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import closing_moment, is_office_hour, reminder_step
from programme.models import Decision, DecisionStep
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .decisions import add_step, refuse_wrong_owner

Kind = DecisionStep.Kind
OWNER_STEPS = (5, 1)  # working days before the last day


@transaction.atomic
def assign_decision(
    decision: Decision,
    *,
    owner: Person,
    due_on: date | None,
    follow_up: str,
    actor: Person,
    at: datetime,
) -> Decision:
    """Somebody sees to it from now on, by a day; who had it before stays in the steps."""
    _open(decision)
    refuse_wrong_owner(owner, due_on, local_day(decision.taken_at))
    wanted = (owner.pk, due_on, follow_up.strip())
    if (decision.owner_id, decision.due_on, decision.follow_up) == wanted:
        raise Refused(_("It stands like this already."))
    before = decision.owner
    decision.owner, decision.due_on, decision.follow_up = owner, due_on, follow_up.strip()
    decision.save(update_fields=["owner", "due_on", "follow_up"])
    add_step(decision, Kind.ASSIGNED, decision.follow_up, actor=actor, at=at)
    facts = {"owner": owner.pk, "due_on": due_on.isoformat() if due_on else None}
    record("assign_decision", decision, actor=actor, at=at, facts=facts)
    notifications.decision_assigned(decision, at=at)
    if before is not None and before != owner:
        notifications.decision_handed_over(decision, before, at=at)
    return decision


@transaction.atomic
def report_step(decision: Decision, *, text: str, actor: Person, at: datetime) -> Decision:
    """What happened, for everybody who takes part to read."""
    _open(decision)
    _refuse_silence(text)
    add_step(decision, Kind.REPORTED, text, actor=actor, at=at)
    record("report_step", decision, actor=actor, at=at)
    return decision


@transaction.atomic
def carry_out_decision(decision: Decision, *, text: str, actor: Person, at: datetime) -> Decision:
    """It is done; the raad and the kernteam read what came of it."""
    _refuse_silence(text)
    move(decision, "carry_out", actor=actor, at=at)
    add_step(decision, Kind.DONE, text, actor=actor, at=at)
    notifications.decision_settled(decision, text.strip(), at=at)
    return decision


@transaction.atomic
def settle_by_themes(decision: Decision | None, *, actor: Person | None, at: datetime) -> None:
    """Carried out, once the last theme that it chose is delivered or stopped. Part of that act.

    Where somebody was named who sees to it, that person says so.
    """
    if decision is None:
        return
    lock(decision)
    themes = list(decision.innovation_themes.order_by("pk"))
    goes_on = any(theme.delivered_on is None and theme.stopped_on is None for theme in themes)
    if decision.status != Decision.Status.OPEN or decision.owner_id is not None or goes_on:
        return
    move(decision, "carry_out", actor=actor, at=at, facts={"themes": len(themes)})
    if actor is not None:
        with translation.override(settings.LANGUAGE_CODE):  # what is stored, is in one language
            text = "\n".join(theme.in_short for theme in themes)
        add_step(decision, Kind.DONE, text, actor=actor, at=at)


@transaction.atomic
def drop_decision(decision: Decision, *, reason: str, actor: Person, at: datetime) -> Decision:
    """It will not be carried out, with the reason; the decision itself stays as it was taken."""
    if not reason.strip():
        raise Refused(_("Say why this decision is not carried out."))
    move(decision, "drop", actor=actor, at=at)
    add_step(decision, Kind.DROPPED, reason, actor=actor, at=at)
    notifications.decision_settled(decision, reason.strip(), at=at)
    return decision


@transaction.atomic
def remind_owners(at: datetime) -> int:
    """Remind owners five and one working day before the last day, and once after it."""
    if not is_office_hour(at):
        return 0
    reminded = 0
    for decision in Decision.objects.due_around(local_day(at)).select_related("owner"):
        if local_day(at) > decision.due_on:
            notifications.decision_overdue(decision, at=at)
            reminded += 1
            continue
        step = reminder_step(at, closing_moment(decision.due_on), OWNER_STEPS)
        if step is not None:
            notifications.decision_reminder(decision, step=step, at=at)
            reminded += 1
    return reminded


def _open(decision: Decision) -> None:
    lock(decision)
    if decision.status != Decision.Status.OPEN:
        raise Refused(
            _("This is no longer possible: the status is “%(status)s” now.")
            % {"status": decision.get_status_display()}
        )


def _refuse_silence(text: str) -> None:
    if not text.strip():
        raise Refused(_("Say in a few words what happened."))
