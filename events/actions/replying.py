"""What invited people answer, and whom the kernteam lets in in their place."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from events import notifications
from events.audience import seat_of
from events.coming import coming_to
from events.models import Invitee, Meeting, MeetingSeries, Reply
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

from .instead import tell_replacements
from .inviting import telling_who_moves_up
from .links import write_links

FACTS = (
    *("answer", "people", "needs", "replacement_name", "replacement_email"),
    *("is_director_level", "refused_at"),
)


@transaction.atomic
def reply_to_invitation(
    invitee: Invitee,
    *,
    answer: str,
    people: int = 1,
    needs: str = "",
    replacement_name: str = "",
    replacement_email: str = "",
    is_director_level: bool = False,
    actor: Person | None,
    at: datetime,
) -> Reply:
    """Say yes (with colleagues), no, or who comes instead. The last answer counts.

    Answering the same once more changes nothing, so nobody loses a place by pressing twice.
    """
    meeting = _lock_open(invitee, at)
    instead = {
        "replacement_name": replacement_name.strip(),
        "replacement_email": replacement_email.strip(),
        "is_director_level": is_director_level,
    }
    facts = {"people": people, "needs": needs.strip(), **_belonging_to(answer, instead)}
    reply = Reply(invitee=invitee, answer=answer, recorded_at=at, **facts)
    _check(reply, meeting)
    _check_seat(reply, at)
    last = _last(invitee, meeting, at)
    if last is not None and all(getattr(last, name) == getattr(reply, name) for name in FACTS):
        return last
    _keep(reply, meeting, at)
    said = {"answer": answer, "people": reply.people, "ordinal": reply.ordinal}
    record("reply_to_invitation", invitee, actor=actor, at=at, facts=said)
    tell_replacements(meeting, at=at)
    if reply.accepted_at is not None:
        notifications.replacement_welcome(reply, at=at)
    elif answer == Reply.Answer.REPLACEMENT:
        notifications.replacement_asked(reply, at=at)
    return reply


def _belonging_to(answer: str, instead: dict[str, Any]) -> dict[str, Any]:
    """What an answer says besides itself: nobody comes, or one other person."""
    if answer == Reply.Answer.REPLACEMENT:
        return {"people": 1, **instead}
    return {"people": 0} if answer == Reply.Answer.NO else {}


def _keep(reply: Reply, meeting: Meeting, at: datetime) -> None:
    """The next answer of this person; who is welcome at once is so from now on."""
    highest = reply.invitee.replies.aggregate(top=Max("ordinal"))["top"] or 0
    reply.ordinal = highest + 1
    is_instead = reply.answer == Reply.Answer.REPLACEMENT
    if is_instead and is_welcome_at_once(meeting, reply):
        reply.accepted_at = at
    with telling_who_moves_up(meeting, at=at):
        reply.save(force_insert=True)


def is_welcome_at_once(meeting: Meeting, reply: Reply) -> bool:
    """Directors are replaced at director level; elsewhere any colleague may come."""
    directors_only = meeting.series.audience == MeetingSeries.Audience.DIRECTORS
    return reply.is_director_level or not directors_only


def _lock_open(invitee: Invitee, at: datetime) -> Meeting:
    """Hold the meeting, so that answers come one by one; it must still be possible to answer."""
    meeting = lock(invitee.meeting)
    lock(invitee)
    invitee.meeting = meeting
    if invitee.withdrawn_at is not None:
        raise Refused(_("You are not invited to this meeting any more."))
    if meeting.status != Meeting.Status.SCHEDULED or meeting.starts_at is None:
        raise Refused(_("This meeting has no date at the moment. You get a new invitation."))
    if meeting.starts_at <= at:
        raise Refused(_("This meeting has begun. You cannot answer any more."))
    return meeting


def _check(reply: Reply, meeting: Meeting) -> None:
    if reply.answer not in Reply.Answer.values:
        raise Refused(_("Choose one of the answers."))
    most = 1 + meeting.series.colleagues
    if reply.answer == Reply.Answer.YES and not 1 <= reply.people <= most:
        raise Refused(_("You can come with %(most)s people at most.") % {"most": most})
    if reply.answer == Reply.Answer.REPLACEMENT and not reply.replacement_name:
        raise Refused(_("Fill in who comes in your place."))


def _check_seat(reply: Reply, at: datetime) -> None:
    """In the place of who votes for a seat only the other one comes who may vote for it."""
    if reply.answer != Reply.Answer.REPLACEMENT:
        return
    seat = seat_of(reply.invitee, local_day(at))
    if seat is None:
        return
    if seat.stand_in is None:
        raise Refused(_("Nobody else can vote for your seat."))
    if reply.replacement_email.lower() != seat.stand_in.email.lower():
        words = _("Only you and %(name)s can vote for your seat.")
        raise Refused(words % {"name": seat.stand_in.name})


def _last(invitee: Invitee, meeting: Meeting, at: datetime) -> Reply | None:
    """The answer that counts now, if there is one."""
    guests = coming_to(meeting, local_day(at)).guests
    said = next((guest.last for guest in guests if guest.pk == invitee.pk), None)
    return None if said is None else invitee.replies.get(pk=said.pk)


@transaction.atomic
def accept_replacement(reply: Reply, *, actor: Person | None, at: datetime) -> Reply:
    """The kernteam lets somebody come who is not at director level."""
    _lock_pending(reply, at)
    reply.accepted_at = at
    reply.save(update_fields=["accepted_at"])
    record("accept_replacement", reply.invitee, actor=actor, at=at, facts={"reply": reply.pk})
    notifications.replacement_welcome(reply, at=at)
    tell_replacements(reply.invitee.meeting, at=at)
    return reply


@transaction.atomic
def refuse_replacement(reply: Reply, *, actor: Person | None, at: datetime) -> Reply:
    """This meeting asks for a director; the invited person can answer anew."""
    meeting = _lock_pending(reply, at)
    reply.refused_at = at
    with telling_who_moves_up(meeting, at=at):
        reply.save(update_fields=["refused_at"])
    record("refuse_replacement", reply.invitee, actor=actor, at=at, facts={"reply": reply.pk})
    assert meeting.starts_at is not None, "a meeting that can be answered has a moment"
    paths = write_links([reply.invitee], expires_at=meeting.starts_at, at=at)
    notifications.replacement_refused(reply, path=paths[reply.invitee_id], at=at)
    return reply


def _lock_pending(reply: Reply, at: datetime) -> Meeting:
    """Only the answer that counts, and only once."""
    meeting = _lock_open(reply.invitee, at)
    reply.refresh_from_db(fields=["accepted_at", "refused_at"])
    if not Reply.objects.pending(at).filter(pk=reply.pk).exists():
        raise Refused(_("This replacement does not wait for an answer any more."))
    return meeting
