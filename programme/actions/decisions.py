"""The register of decisions: the one place where numbers are given."""

from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.models import Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, Decision, DecisionStep, Programmaraad
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused

DECISION_LOCK = 70_070_001


@transaction.atomic
def enter_decision(
    raad: Programmaraad,
    *,
    title: str,
    text: str,
    origin: str,
    taken_at: datetime,
    actor: Person | None,
    at: datetime,
    ballot: Ballot | None = None,
    meeting: Meeting | None = None,
    follow_up: str = "",
    owner: Person | None = None,
    due_on: date | None = None,
) -> Decision:
    """Enter a decision under the next number of the year in which it was taken.

    What a ballot rejected has nothing to carry out, so it is done at once.
    """
    if ballot is None:
        _refuse_impossible(raad, title, text, taken_at, at)
        _refuse_wrong_meeting(meeting, taken_at)
    refuse_wrong_owner(owner, due_on, local_day(taken_at))
    taken = {"origin": origin, "ballot": ballot, "meeting": meeting, "taken_at": taken_at}
    given = {"follow_up": follow_up.strip(), "owner": owner, "due_on": due_on, "recorded_at": at}
    decision = Decision.objects.create(
        raad=raad,
        title=title.strip(),
        text=text.strip() if ballot is None else text,
        **taken,
        **given,
        **_number_and_status(ballot, taken_at, at),
    )
    if owner is not None and actor is not None:
        add_step(decision, DecisionStep.Kind.ASSIGNED, decision.follow_up, actor=actor, at=at)
    record("enter_decision", decision, actor=actor, at=at, facts={"number": decision.number})
    if ballot is None:
        notifications.decision_entered(decision, at=at)
    notifications.decision_assigned(decision, at=at)
    return decision


def _number_and_status(ballot: Ballot | None, taken_at: datetime, at: datetime) -> dict[str, Any]:
    """The number after the last one of the year; nobody else takes one until this is done.

    Numbers rise without gaps in the order in which decisions are entered. This lock is the last
    one that is taken: after the raad, the programme and the ballot.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DECISION_LOCK])
    year = local_day(taken_at).year
    top = Decision.objects.filter(year=year).aggregate(top=Max("sequence"))["top"] or 0
    number = {"year": year, "sequence": top + 1}
    if ballot is not None and _changes_nothing(ballot):
        return {**number, "status": Decision.Status.DONE, "done_at": at}
    return number


def _changes_nothing(ballot: Ballot) -> bool:
    """Rejected, or a selection that chose nothing: there is nothing to carry out."""
    if ballot.is_selection:
        return not ballot.counts["chosen"]
    return bool(ballot.outcome == Ballot.Outcome.REJECTED)


def add_step(decision: Decision, kind: str, text: str, *, actor: Person, at: datetime) -> None:
    """A line under the decision: what holds from now, or what happened."""
    is_assigned = kind == DecisionStep.Kind.ASSIGNED
    DecisionStep.objects.create(
        decision=decision,
        kind=kind,
        text=text.strip(),
        owner=decision.owner if is_assigned else None,
        due_on=decision.due_on if is_assigned else None,
        person=actor,
        at=at,
        recorded_at=at,
    )


def _refuse_impossible(
    raad: Programmaraad, title: str, text: str, taken_at: datetime, at: datetime
) -> None:
    """A raad decides from the day on which it was installed, and not in the future."""
    if not title.strip() or not text.strip():
        raise Refused(_("A decision has a title and a text."))
    if taken_at > at:
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    installed_at = raad.installed_at
    if installed_at is None or local_day(taken_at) < local_day(installed_at):
        raise Refused(
            _("The programmaraad of %(year)s was not installed on that day.") % {"year": raad.year}
        )


def _refuse_wrong_meeting(meeting: Meeting | None, taken_at: datetime) -> None:
    if meeting is None:
        return
    if meeting.held_on is None:
        raise Refused(_("This meeting has not been held yet."))
    if meeting.held_on != local_day(taken_at):
        raise Refused(
            _("This meeting was held on %(day)s.") % {"day": meeting.held_on.strftime("%d-%m-%Y")}
        )


def refuse_wrong_owner(owner: Person | None, due_on: date | None, from_on: date) -> None:
    """Somebody who can log in, and a day that is not before the decision."""
    if owner is None:
        if due_on is not None:
            raise Refused(_("Say who sees to it as well: a day alone has no owner."))
        return
    if not Person.objects.can_log_in().filter(pk=owner.pk).exists():
        raise Refused(_("%(name)s cannot log in, so choose somebody else.") % {"name": owner.name})
    if due_on is not None and due_on < from_on:
        raise Refused(_("This day lies before the decision itself."))
