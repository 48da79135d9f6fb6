"""Votes in a meeting: entered as called out, said to be wrong, corrected or left as they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Meeting, MeetingSeries
from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import meeting_deadlines
from programme.models import Ballot, Delegate, Dispute, Entitlement, Vote
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .ballots import open_ballot, put_vote


@dataclass(frozen=True)
class CalledOut:
    """What one seat called out, and who said it. In a selection `approves` names options."""

    entitlement: Entitlement
    person: Person
    choice: str
    reason: str = ""
    approves: Collection[int] = ()


@transaction.atomic
def open_ballot_in_meeting(
    ballot: Ballot, *, meeting: Meeting, actor: Person | None, at: datetime
) -> Ballot:
    """Let the raad vote on this in a meeting; from now on that is fixed, like text and rules.

    Seats can say until 17.00 on the third working day after the meeting that their vote was
    entered wrongly. The ballot closes one working day later, so that this can be corrected.
    """
    lock(ballot.raad)
    lock(ballot)
    if ballot.status != Ballot.Status.DRAFT:
        raise Refused(_("This ballot was opened already."))
    dispute_by, closes_at = _deadlines_in(meeting, ballot, at)
    ballot.meeting, ballot.dispute_by, ballot.closes_at = meeting, dispute_by, closes_at
    ballot.save(update_fields=["meeting", "dispute_by", "closes_at"])
    return open_ballot(ballot, closes_at=closes_at, actor=actor, at=at)


def _deadlines_in(meeting: Meeting, ballot: Ballot, at: datetime) -> tuple[datetime, datetime]:
    is_ours = meeting.series.duty == MeetingSeries.Duty.RAAD and meeting.year == ballot.raad.year
    if not is_ours:
        raise Refused(_("This is not a meeting of this programmaraad."))
    if meeting.starts_at is None or local_day(at) > local_day(meeting.starts_at):
        raise Refused(_("Choose a meeting that still comes."))
    return meeting_deadlines(meeting.starts_at)


@transaction.atomic
def enter_votes(
    ballot: Ballot, *, votes: Sequence[CalledOut], actor: Person, at: datetime
) -> list[Vote]:
    """Enter what each seat called out; who called out the same before keeps that vote.

    It is done on the day of the meeting, so that every seat has its full time to object.
    """
    lock(ballot)
    _refuse_outside_meeting(ballot, at)
    entered = [_enter(ballot, said, actor, at) for said in votes if not _is_same(_last(said), said)]
    if not entered:
        raise Refused(_("Nothing is entered: all of this stands there already."))
    facts = {"votes": [vote.sequence for vote in entered]}
    record("enter_votes", ballot, actor=actor, at=at, facts=facts)
    return entered


def _refuse_outside_meeting(ballot: Ballot, at: datetime) -> None:
    meeting = ballot.meeting
    if meeting is None or meeting.starts_at is None:
        raise Refused(_("The seats vote online in this ballot."))
    if at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    if not ballot.accepts_votes(at) or local_day(at) != local_day(meeting.starts_at):
        raise Refused(
            _("Votes are entered on the day of the meeting. A seat can still say what is wrong.")
        )


def _last(said: CalledOut) -> Vote | None:
    return said.entitlement.votes.order_by("-ordinal").first()


def _is_same(vote: Vote | None, said: CalledOut) -> bool:
    return vote is not None and (
        (vote.choice, vote.person_id, vote.reason, vote.said())
        == (said.choice, said.person.pk, " ".join(said.reason.split()), frozenset(said.approves))
    )


def _enter(ballot: Ballot, said: CalledOut, actor: Person, at: datetime) -> Vote:
    seat = said.entitlement.seat_id
    speaks = Delegate.objects.speaking(local_day(at)).filter(seat=seat, person=said.person)
    if said.entitlement.ballot_id != ballot.pk or not speaks.exists():
        raise Refused(_("%(name)s does not vote for this seat.") % {"name": said.person.name})
    return put_vote(
        ballot,
        organisation=said.entitlement.organisation,
        choice=said.choice,
        approves=said.approves,
        reason=said.reason,
        person=said.person,
        entered_by=actor,
        at=at,
    )


@transaction.atomic
def dispute_vote(
    ballot: Ballot, *, organisation: Organisation, text: str, actor: Person, at: datetime
) -> Dispute:
    """A seat says that its vote was entered wrongly, or that it is missing. The vote stands."""
    lock(ballot)
    if ballot.meeting is None or ballot.dispute_by is None:
        raise Refused(_("The seats vote online in this ballot."))
    if ballot.meeting.starts_at is None or at < ballot.meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    if at >= ballot.dispute_by or not ballot.accepts_votes(at):
        raise Refused(_("The time to say that a vote is not right is over."))
    seats = ballot.entitlements.counting(local_day(at))
    entitlement = seats.filter(organisation=organisation).first()
    if entitlement is None:
        raise Refused(_("Your organisation has no vote in this ballot."))
    if entitlement.disputes.waiting().exists():
        raise Refused(_("Your message is with the kernteam already."))
    dispute = Dispute.objects.create(
        entitlement=entitlement,
        vote=entitlement.votes.order_by("-ordinal").first(),
        text=text,
        person=actor,
        at=at,
        recorded_at=at,
    )
    facts = {"organisation": organisation.pk}
    record("dispute_vote", ballot, actor=actor, at=at, facts=facts)
    notifications.vote_disputed(dispute, at=at)
    return dispute


@transaction.atomic
def correct_vote(
    dispute: Dispute,
    *,
    choice: str,
    reason: str,
    words: str,
    actor: Person,
    at: datetime,
    approves: Collection[int] = (),
) -> Vote:
    """Enter the right vote on top of the wrong one; both stay on record."""
    ballot = _lock_waiting(dispute, at)
    vote = put_vote(
        ballot,
        organisation=dispute.entitlement.organisation,
        choice=choice,
        approves=approves,
        reason=reason,
        person=dispute.person,
        entered_by=actor,
        at=at,
    )
    dispute.correction = vote
    _answer(dispute, Dispute.Answer.CORRECTED, words, actor, at)
    return vote


@transaction.atomic
def uphold_vote(dispute: Dispute, *, words: str, actor: Person, at: datetime) -> Dispute:
    """Leave the vote as it was entered, and say why."""
    _lock_waiting(dispute, at)
    return _answer(dispute, Dispute.Answer.UPHELD, words, actor, at)


def _lock_waiting(dispute: Dispute, at: datetime) -> Ballot:
    ballot = lock(dispute.entitlement.ballot)
    lock(dispute)
    if dispute.answer:
        raise Refused(_("This was answered already."))
    if not ballot.accepts_votes(at):
        raise Refused(_("This ballot is closed. The votes stay as they are."))
    return ballot


def _answer(dispute: Dispute, answer: str, words: str, actor: Person, at: datetime) -> Dispute:
    dispute.answer, dispute.words = answer, words
    dispute.answered_by, dispute.answered_at = actor, at
    dispute.save(update_fields=["answer", "words", "correction", "answered_by", "answered_at"])
    facts = {"answer": str(answer), "organisation": dispute.entitlement.organisation_id}
    record("answer_dispute", dispute.entitlement.ballot, actor=actor, at=at, facts=facts)
    notifications.dispute_answered(dispute, at=at)
    return dispute
