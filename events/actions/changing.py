"""What can change about a meeting besides its date, and meetings that are cancelled for good."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import Meeting
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .approving import free_of_approvals, lock_row, settle_approvals
from .polls import withdraw_polls
from .telling import tell_invitees


@transaction.atomic
def correct_meeting(
    meeting: Meeting,
    *,
    subject: str,
    place: str,
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Another subject or place; the calendars of who is invited follow.

    Of a meeting with a date it is the next revision of its entry; the same words are none.
    """
    lock(meeting)
    if meeting.status not in {Meeting.Status.PLANNED, Meeting.Status.SCHEDULED}:
        raise Refused(_("This meeting has ended. What was written about it stays."))
    new = {"subject": subject, "place": place}
    was = {name: getattr(meeting, name) for name in new}
    changed = sorted(name for name, value in new.items() if getattr(meeting, name) != value)
    if not changed:
        return meeting
    for name in changed:
        setattr(meeting, name, new[name])
    if meeting.starts_at is not None:
        meeting.sequence += 1
    meeting.save(update_fields=[*changed, "sequence"])
    facts = {"fields": changed, "sequence": meeting.sequence}
    record("correct_meeting", meeting, actor=actor, at=at, facts=facts)
    tell_invitees(meeting, at=at, was={name: was[name] for name in changed})
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: str, actor: Person | None, at: datetime) -> Meeting:
    """A meeting that nobody owes does not take place, and no other date is looked for."""
    lock_row(meeting.series)
    lock(meeting)
    if meeting.series.per_year:
        raise Refused(
            _("The framework asks for this meeting. Call it off and choose another date.")
        )
    if meeting.starts_at is not None and meeting.starts_at <= at:
        raise Refused(_("This meeting has begun. Record who was there."))
    if meeting.points.standing().filter(minutes_of__isnull=True).exists():
        raise Refused(_("There are points on its agenda. Move those to another meeting first."))
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    also = {"starts_at": None, "sequence": meeting.sequence + 1}
    facts = {"sequence": meeting.sequence + 1}
    move(meeting, "cancel_meeting", actor=actor, at=at, also=also, facts=facts)
    free_of_approvals(meeting, actor=actor, at=at)
    tell_invitees(meeting, at=at, reason=reason)
    withdraw_polls(meeting, actor=actor, at=at)
    settle_approvals(meeting, actor=actor, at=at)
    return meeting
