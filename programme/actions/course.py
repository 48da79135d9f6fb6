"""Changes of course: proposing, writing, judging, and what a seat may say about that."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from events.actions import take_item_off
from events.models import AgendaItem, Meeting
from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, CourseChange, CrucialCall, Programmaraad, Programme, Seat
from programme.models.course_words import CHANGE_FIELDS
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .agendas import put_on_next_agenda

ENOUGH_CALLS = 2
SUBJECT_LENGTH = 120


@transaction.atomic
def propose_change(
    raad: Programmaraad,
    *,
    proposed_for: Organisation | None,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> CourseChange:
    """A partner (`proposed_for`) or the kernteam proposes a change; the kernteam judges it."""
    if raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    change = CourseChange(
        raad=raad,
        programme=Programme.objects.filter(year=raad.year, status="adopted").first(),
        proposed_by=actor,
        proposed_for=proposed_for,
        recorded_at=at,
    )
    _fill(change, facts, local_day(at))
    change.save()
    record("propose_change", change, actor=actor, at=at, facts={"kind": change.kind})
    notifications.change_proposed(change, at=at)
    return change


@transaction.atomic
def write_change(
    change: CourseChange, *, actor: Person | None, at: datetime, **facts: Any
) -> CourseChange:
    """Say it better, as long as nobody judged it."""
    lock(change)
    if change.status != CourseChange.Status.PROPOSED:
        raise Refused(_("This change is judged already, so its text stays as it is."))
    _fill(change, facts, local_day(at))
    change.save()
    record("write_change", change, actor=actor, at=at, facts={"kind": change.kind})
    return change


def _fill(change: CourseChange, facts: dict[str, Any], day: date) -> None:
    for name in CHANGE_FIELDS:
        if name in facts:
            setattr(change, name, facts[name])
    if change.happened_on is not None and change.happened_on > day and not change.departure_id:
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if change.innovation_theme is not None and not change.subject:
        change.subject = change.innovation_theme.title[:SUBJECT_LENGTH]
    change.full_clean(exclude=["departure", "programme", "proposed_by", "proposed_for"])


@transaction.atomic
def judge_change(
    change: CourseChange, *, is_crucial: bool, reason: str, actor: Person | None, at: datetime
) -> CourseChange:
    """Crucial goes to the raad and waits; what is not goes on its next agenda, with a reason."""
    lock(change.raad)
    lock(change)
    reason = reason.strip()
    reasons = change.proposed_reasons()
    if not change.why.strip() or not change.effect.strip():
        raise Refused(_("First write down why, and what the effect is."))
    if not is_crucial and not reason:
        raise Refused(_("Say in a sentence why this is not crucial."))
    if is_crucial and not reasons and not reason:
        raise Refused(_("Say why you judge otherwise than the system."))
    also = {"judgement": reason, "judged_by": actor, "system_reasons": [*map(str, reasons)]}
    name = "judge_crucial" if is_crucial else "judge_minor"
    move(change, name, actor=actor, at=at, also=also, facts={"system": bool(reasons)})
    if is_crucial:
        notifications.change_is_crucial(change, at=at)
        return change
    put_on_next_agenda(
        change.raad,
        title=_point_title(change),
        text=change.judgement,
        kind="inform",
        actor=actor,
        at=at,
    )
    notifications.change_is_minor(change, at=at)
    return change


def _point_title(change: CourseChange) -> str:
    with translation.override(settings.LANGUAGE_CODE):  # what is stored is in one language
        return _("Course change, not crucial: %(title)s") % {"title": change.title}


def _take_point_off(change: CourseChange, *, actor: Person, at: datetime) -> None:
    """Nobody is informed any more that a change is not crucial, once two seats said that it is."""
    points = AgendaItem.objects.standing().filter(
        series__duty="raad",
        year=change.raad.year,
        title=_point_title(change),
        text=change.judgement,
    )
    for item in points.exclude(meeting__status=Meeting.Status.HELD):
        take_item_off(item, actor=actor, at=at)


@transaction.atomic
def call_crucial(
    change: CourseChange, *, seat: Seat, reason: str, actor: Person, at: datetime
) -> CrucialCall:
    """A seat calls a change crucial that the kernteam did not; the second one makes it so."""
    lock(change)
    _refuse_call(change, seat, at)
    call = CrucialCall.objects.create(
        change=change, seat=seat, person=actor, reason=reason.strip(), at=at, recorded_at=at
    )
    count = change.calls.count()
    facts = {"organisation": seat.organisation_id, "calls": count}
    record("call_crucial", change, actor=actor, at=at, facts=facts)
    if count >= ENOUGH_CALLS:
        is_done = change.status == CourseChange.Status.CARRIED_OUT
        move(change, "call_afterwards" if is_done else "call", actor=actor, at=at)
        _take_point_off(change, actor=actor, at=at)
    notifications.change_was_called(call, at=at)
    return call


def _refuse_call(change: CourseChange, seat: Seat, at: datetime) -> None:
    statuses = CourseChange.Status
    if change.status not in {statuses.MINOR, statuses.CARRIED_OUT} or change.crucial_at:
        raise Refused(_("This change is crucial already, or it is not judged yet."))
    if change.called_at or change.called_afterwards_at:
        raise Refused(_("Two seats called this change crucial already."))
    if not Seat.objects.active(local_day(at)).filter(pk=seat.pk, raad=change.raad_id).exists():
        raise Refused(_("Your organisation has no seat in this programmaraad."))
    if change.calls.filter(seat=seat).exists():
        raise Refused(_("Your seat called this change crucial already."))


@transaction.atomic
def withdraw_change(
    change: CourseChange, *, reason: str, actor: Person | None, at: datetime
) -> CourseChange:
    """It does not go on. Not while the raad votes on it, and never what happened to us."""
    lock(change)
    if change.is_fact:
        raise Refused(_("This happened, so it is not withdrawn. Judge what the answer to it is."))
    if not reason.strip():
        raise Refused(_("Say in a few words why it does not go on."))
    if change.ballot is not None and change.ballot.status != Ballot.Status.CLOSED:
        raise Refused(_("The programmaraad votes on it. Wait for the result."))
    return move(change, "withdraw", actor=actor, at=at, also={"withdrawal": reason.strip()})
