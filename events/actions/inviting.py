"""Whom a meeting invites: its audience as it is then, and whoever joins it later."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.db import transaction

from events import notifications
from events.audience import audience_day, audience_on
from events.coming import coming_to
from events.models import GuestLink, Invitee, Meeting
from events.ports import AudienceMember
from events.workdays import last_day_to_answer
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import lock

from .telling import tell_invitees


@transaction.atomic
def invite_audience(meeting: Meeting, *, actor: Person | None, at: datetime) -> int:
    """Invite everybody of the audience who is not invited yet. Returns how many."""
    lock(meeting)
    _set_last_day(meeting, local_day(at))
    count = _invite(meeting, _audience(meeting, local_day(at)), at)
    if count:
        record("invite_audience", meeting, actor=actor, at=at, facts={"invited": count})
    return count


def join_late(at: datetime) -> int:
    """Follow the audiences of meetings that still come: who joined is invited, who left is not.

    Returns for how many meetings something changed.
    """
    coming = Meeting.objects.upcoming(at).select_related("series")
    return sum(_follow_audience(meeting, at) for meeting in coming)


@transaction.atomic
def _follow_audience(meeting: Meeting, at: datetime) -> bool:
    lock(meeting)
    if meeting.status != Meeting.Status.SCHEDULED:
        return False  # called off in the meantime
    if meeting.reply_by_on is None:
        _set_last_day(meeting, local_day(at))
    members = _audience(meeting, local_day(at))
    with telling_who_moves_up(meeting, at=at):
        facts = {"withdrawn": _withdraw(meeting, members, at)}
        facts["invited"] = _invite(meeting, members, at)
    if not any(facts.values()):
        return False
    record("follow_audience", meeting, actor=None, at=at, facts=facts)
    tell_invitees(meeting, at=at)
    return True


def _audience(meeting: Meeting, day: date) -> list[AudienceMember]:
    """Who belongs to it now; of a raad, who holds its seats also before its year begins."""
    series = meeting.series
    return audience_on(series.audience, audience_day(meeting, day), series)


def _invite(meeting: Meeting, members: list[AudienceMember], at: datetime) -> int:
    there = set(meeting.invitees.holding().values_list("person_id", flat=True))
    invitees = [
        Invitee(
            meeting=meeting,
            person_id=member.person_id,
            organisation_id=member.organisation_id,
            reason=member.reason,
            recorded_at=at,
        )
        for member in members
        if member.person_id not in there
    ]
    Invitee.objects.bulk_create(invitees)
    return len(invitees)


def _withdraw(meeting: Meeting, members: list[AudienceMember], at: datetime) -> int:
    """Whoever left the audience is not expected any more, and its links open nothing."""
    stays = [member.person_id for member in members]
    gone = list(meeting.invitees.holding().exclude(person__in=stays).values_list("pk", flat=True))
    Invitee.objects.filter(pk__in=gone).update(withdrawn_at=at)
    GuestLink.objects.filter(invitee__in=gone, revoked_at__isnull=True).update(revoked_at=at)
    return len(gone)


def _set_last_day(meeting: Meeting, today: date) -> None:
    """The last day to answer; another time on the same day does not move it."""
    if meeting.starts_at is None:
        return
    day = local_day(meeting.starts_at)
    earlier = meeting.dates.filter(withdrawn_at__isnull=False).order_by("-withdrawn_at", "-pk")
    last = earlier.first()
    if meeting.reply_by_on is not None and last and local_day(last.starts_at) == day:
        return
    meeting.reply_by_on = last_day_to_answer(today, day, meeting.series.reply_days)
    meeting.save(update_fields=["reply_by_on"])


@contextmanager
def telling_who_moves_up(meeting: Meeting, *, at: datetime) -> Iterator[None]:
    """What happens inside may free places; who gets one that it waited for is told."""
    day = local_day(at)
    before = coming_to(meeting, day) if meeting.capacity is not None else None
    yield
    if before is not None:
        notifications.moved_up(meeting, before=before, now=coming_to(meeting, day), at=at)
