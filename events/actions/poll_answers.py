"""Answering a date poll, choosing from it, and calling it off."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events import notifications
from events.models import DatePoll, PollAnswer, PollInvitee, PollOption
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .approving import lock_row
from .meetings import schedule_meeting


@transaction.atomic
def answer_poll(
    invitee: PollInvitee, *, answers: Mapping[int, str], actor: Person | None, at: datetime
) -> PollInvitee:
    """Say of every moment (option's id -> answer) whether it suits; the last word counts.

    The kernteam may record it for somebody who phoned, until a date is chosen.
    """
    poll = lock(invitee.poll)
    if not poll.is_running:
        raise Refused(_("This date poll is over."))
    if actor == invitee.person and not poll.accepts_answers(at):
        raise Refused(_("The last day to answer has passed. Please call the kernteam."))
    lock(invitee)
    asked = set(poll.options.values_list("pk", flat=True))
    if set(answers) != asked or not set(answers.values()) <= set(PollAnswer.Answer.values):
        raise Refused(_("Say of every moment whether it suits: yes, if need be, or no."))
    PollAnswer.objects.bulk_create(
        (
            PollAnswer(option_id=pk, invitee=invitee, answer=answer, recorded_at=at)
            for pk, answer in answers.items()
        ),
        update_conflicts=True,
        unique_fields=["option", "invitee"],
        update_fields=["answer", "recorded_at"],
    )
    invitee.answered_at = at
    invitee.save(update_fields=["answered_at"])
    facts = {"invitee": invitee.pk, "answers": {str(pk): each for pk, each in answers.items()}}
    record("answer_poll", poll, actor=actor, at=at, facts=facts)
    if not poll.invitees.waiting().exists():
        notifications.poll_complete(poll, at=at)
    return invitee


@transaction.atomic
def choose_date(
    poll: DatePoll,
    *,
    option: PollOption,
    subject: str = "",
    place: str = "",
    actor: Person | None,
    at: datetime,
) -> DatePoll:
    """The meeting gets the date of this moment, and its audience is invited. One choice wins."""
    lock_row(poll.meeting.series)
    lock(poll.meeting)
    if option.poll_id != poll.pk:
        raise Refused(_("This moment is not in this date poll."))
    move(poll, "choose_date", actor=actor, at=at, facts={"option": option.pk})
    option.is_chosen = True
    option.save(update_fields=["is_chosen"])
    schedule_meeting(
        poll.meeting,
        starts_at=option.starts_at,
        subject=subject,
        place=place,
        actor=actor,
        at=at,
    )
    return poll
