"""Crucial changes: the raad decides, and only then our own effect is carried out."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, CourseChange, Decision
from schuldenlab.lifecycle import Refused, lock, move

from .ballots import open_ballot
from .follow_up import carry_out_decision
from .interests import derive_interests
from .preparing import prepare_motion

WAITING = frozenset({CourseChange.Status.CRUCIAL, CourseChange.Status.AHEAD})


@transaction.atomic
def prepare_change_ballot(
    change: CourseChange,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Write down the ballot on a crucial change; interests are disclosed before it opens."""
    lock(change.raad)
    lock(change)
    _refuse_undecidable(change)
    with translation.override(settings.LANGUAGE_CODE):  # what is stored, is stored in one language
        title = _("Course change: %(title)s") % {"title": change.title}
        question = _("Do you agree with this change of course?")
        text = change_text(change)
    ballot = prepare_motion(
        change.raad,
        title=title[:120],
        question=question,
        text=text,
        closes_at=closes_at,
        rules=rules,
        actor=actor,
        at=at,
    )
    change.ballot = ballot
    change.save(update_fields=["ballot"])
    derive_interests(ballot, at=at)
    return ballot


@transaction.atomic
def put_change_to_ballot(
    change: CourseChange,
    *,
    closes_at: datetime,
    rules: dict[str, Any],
    actor: Person | None,
    at: datetime,
) -> Ballot:
    """Let the raad vote on a crucial change, from now until `closes_at`."""
    ballot = prepare_change_ballot(change, closes_at=closes_at, rules=rules, actor=actor, at=at)
    return open_ballot(ballot, closes_at=closes_at, actor=actor, at=at)


def change_text(change: CourseChange) -> str:
    """What the raad votes on: the change in its own words, under the names of the parts."""
    parts = [(_("What changes"), change.what), (_("Why"), change.why), (_("Effect"), change.effect)]
    if change.urgency:
        parts.append((_("Carried out already, because"), change.urgency))
    return "\n\n".join([change.title, *(part for words in parts for part in words)])


def _refuse_undecidable(change: CourseChange) -> None:
    if change.status not in WAITING:
        raise Refused(_("Only a crucial change that waits for the programmaraad is decided on."))
    if change.ballot is not None and change.ballot.status != Ballot.Status.CLOSED:
        raise Refused(_("There is a ballot on this change already."))


@transaction.atomic
def decide_change(
    change: CourseChange,
    *,
    decision: Decision,
    is_agreed: bool,
    actor: Person | None,
    at: datetime,
) -> CourseChange:
    """The raad decided in a meeting, or gave its advice; that stands in the register."""
    lock(change.raad)
    lock(change)
    _refuse_undecidable(change)
    if decision.raad_id != change.raad_id:
        raise Refused(_("This decision is of another programmaraad."))
    if decision.ballot_id is not None:
        raise Refused(_("This decision was taken by a ballot on something else."))
    conclude_change(change, decision, is_agreed=is_agreed, actor=actor, at=at)
    return change


def conclude_change(
    change: CourseChange, decision: Decision, *, is_agreed: bool, actor: Person | None, at: datetime
) -> None:
    """What follows from a decision. Also part of closing a ballot."""
    went_first = change.status == CourseChange.Status.AHEAD
    name = ("uphold" if went_first else "agree") if is_agreed else "reject"
    also = {"decision": decision}
    move(change, name, actor=actor, at=at, also=also, facts={"decision": decision.number})
    if name == "uphold":
        _settle_decision(decision, change.effect, actor=actor, at=at)
    notifications.change_decided(change, at=at)


def lock_change_of(ballot: Ballot) -> CourseChange | None:
    """The change that this ballot is about, held. Part of closing a ballot."""
    found: CourseChange | None = (
        CourseChange.objects.select_for_update().filter(ballot=ballot).first()
    )
    return found


def follow_ballot(change: CourseChange, ballot: Ballot, *, at: datetime) -> None:
    """The change takes the outcome, or goes on to the next round. Part of closing a ballot."""
    decision = Decision.objects.filter(ballot=ballot).first()
    following = Ballot.objects.filter(previous=ballot).first()
    if decision is not None:
        is_agreed = ballot.outcome == Ballot.Outcome.ADOPTED
        conclude_change(change, decision, is_agreed=is_agreed, actor=None, at=at)
    elif following is not None:
        change.ballot = following
        change.save(update_fields=["ballot"])


@transaction.atomic
def carry_out_first(
    change: CourseChange, *, reason: str, done_on: date, actor: Person | None, at: datetime
) -> CourseChange:
    """It could not wait: the effect comes before the decision, and that counts as afterwards."""
    lock(change)
    if not reason.strip():
        raise Refused(_("Say why this could not wait for the programmaraad."))
    _refuse_future(done_on, at)
    also = {"urgency": reason.strip(), "carried_out_on": done_on}
    move(change, "go_first", actor=actor, at=at, also=also, facts={"on": done_on.isoformat()})
    notifications.change_went_first(change, at=at)
    return change


@transaction.atomic
def carry_out_change(
    change: CourseChange, *, result: str, done_on: date, actor: Person | None, at: datetime
) -> CourseChange:
    """The effect is there. A crucial one never before the raad agreed."""
    lock(change)
    if change.status == CourseChange.Status.CRUCIAL:
        raise Refused(_("The programmaraad has not decided yet. This change waits for that."))
    _refuse_future(done_on, at)
    decision = change.decision
    if decision is not None and done_on < local_day(decision.taken_at):
        raise Refused(
            _("The programmaraad agreed on %(day)s, not earlier.")
            % {"day": local_day(decision.taken_at).strftime("%d-%m-%Y")}
        )
    also = {"result": result.strip(), "carried_out_on": done_on}
    move(change, "carry_out", actor=actor, at=at, also=also)
    if decision is not None:
        _settle_decision(decision, result.strip() or change.effect, actor=actor, at=at)
    return change


def _settle_decision(decision: Decision, text: str, *, actor: Person | None, at: datetime) -> None:
    """The register says as well that it is done, unless it said so already."""
    lock(decision)
    if actor is not None and decision.status in Decision.MOVES["carry_out"].sources:
        carry_out_decision(decision, text=text, actor=actor, at=at)


def _refuse_future(day: date, at: datetime) -> None:
    if day > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
