"""What invited people are told about the date of a meeting: letters with an entry for calendars."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from events.models import Invitee, Meeting
from events.notifications import dates as letters
from schuldenlab.lifecycle import lock

from .instead import tell_replacements
from .links import write_links


@transaction.atomic
def tell_invitees(
    meeting: Meeting, *, at: datetime, reason: str = "", was: Mapping[str, str] | None = None
) -> int:
    """A letter to each invited person whose calendar is behind on this meeting.

    Who has the entry of this revision hears nothing. `reason` goes along when the meeting is called
    off, `was` (a subject, a place) when something else than the date changed. Returns how many
    letters it were.
    """
    lock(meeting)
    tell_replacements(meeting, at=at)
    if meeting.status == Meeting.Status.SCHEDULED and meeting.starts_at and meeting.starts_at > at:
        return _tell_uninvited(meeting, at) + _tell_date(meeting, was or {}, at)
    if meeting.status in {Meeting.Status.PLANNED, Meeting.Status.CANCELLED}:
        return _tell_end(meeting, reason, at)
    return 0


def _reachable(meeting: Meeting) -> QuerySet[Invitee]:
    """Invitations of people with an open account, with those people."""
    rows: QuerySet[Invitee] = meeting.invitees.filter(person__is_active=True)
    return rows.select_related("person").order_by("pk")


def _replaced() -> Exists:
    """The same person is invited again, by a later row."""
    same = {"meeting": OuterRef("meeting"), "person": OuterRef("person")}
    return Exists(Invitee.objects.holding().filter(**same))


def _tell_uninvited(meeting: Meeting, at: datetime) -> int:
    """Whoever has an entry and is not invited any more: it comes out of the calendar."""
    gone = list(
        _reachable(meeting)
        .filter(withdrawn_at__isnull=False, sequence_sent__isnull=False)
        .exclude(_replaced())
    )
    if gone:
        letters.meeting_withdrawn(meeting, gone, at=at)
        _keep(gone, None)
    return len(gone)


def _tell_date(meeting: Meeting, was: Mapping[str, str], at: datetime) -> int:
    """An entry for who has none, and an update for who has an older one."""
    rows = list(_reachable(meeting).filter(withdrawn_at__isnull=True))
    first = [each for each in rows if each.sequence_sent is None]
    behind = [each for each in rows if (each.sequence_sent or 0) < meeting.sequence]
    behind = [each for each in behind if each.sequence_sent is not None]
    if not first and not behind:
        return 0
    expires_at = meeting.ends_at or at
    paths = write_links([*first, *behind], expires_at=expires_at, at=at)
    if first:
        letters.meeting_invited(meeting, first, paths, at=at)
    if behind:
        _tell_change(meeting, behind, paths, was, at)
    _keep([*first, *behind], meeting.sequence)
    return len(first) + len(behind)


def _tell_change(
    meeting: Meeting,
    behind: Sequence[Invitee],
    paths: dict[int, str],
    was: Mapping[str, str],
    at: datetime,
) -> None:
    """Another date when one was fixed at this moment, else something else than the date."""
    now, *before = meeting.dates.order_by("-recorded_at", "-pk")[:2]
    if now.recorded_at < at or not before:
        letters.meeting_changed(meeting, behind, paths, was=was, at=at)
    else:
        letters.meeting_moved(meeting, behind, paths, before=before[0], reason=now.reason, at=at)


def _tell_end(meeting: Meeting, reason: str, at: datetime) -> int:
    """Whoever has an entry reads that it does not take place."""
    rows = _reachable(meeting).filter(sequence_sent__lt=meeting.sequence)
    rows = rows.exclude(_replaced(), withdrawn_at__isnull=False)
    told = list(rows)
    last = meeting.dates.order_by("-recorded_at", "-pk").first()
    if told and last is not None:
        was_at = last.starts_at
        letters.meeting_called_off(meeting, told, was_at=was_at, reason=reason, at=at)
        _keep(told, meeting.sequence)
    return len(told)


def _keep(invitees: Sequence[Invitee], sequence: int | None) -> None:
    """Which revision they have now."""
    rows = Invitee.objects.filter(pk__in=[each.pk for each in invitees])
    rows.update(sequence_sent=sequence)
