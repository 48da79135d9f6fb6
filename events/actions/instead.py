"""What people hear who come in the place of somebody else: welcome, and until it changes."""

from datetime import datetime

from events import notifications
from events.coming import coming_to
from events.models import Meeting, Reply
from partners.querysets import local_day


def tell_replacements(meeting: Meeting, *, at: datetime) -> None:
    """Tell who comes instead when and where, and who does not have to come any more.

    Who was told about this revision of the meeting hears nothing, also when the one in whose place
    it comes answered the same in other words.
    """
    of_meeting = Reply.objects.filter(invitee__meeting=meeting).exclude(replacement_email="")
    known = of_meeting.filter(accepted_at__isnull=False)
    rows = list(known.select_related("invitee__person", "invitee__organisation").order_by("pk"))
    if not rows or _is_over(meeting, at):
        return
    counting = _counting(meeting, at)
    told = {_who(row): row for row in rows if row.sequence_sent is not None}
    for row in rows:
        row.invitee.meeting = meeting
        if row.pk in counting and (before := told.pop(_who(row), None)) != row:
            _hand_on(before, row)
        if row.pk in counting and row.sequence_sent != meeting.sequence:
            is_again = row.sequence_sent is not None
            notifications.replacement_called(row, is_again=is_again, at=at)
            _keep(row, meeting.sequence)
    for row in told.values():
        notifications.replacement_released(row, at=at)
        _keep(row, None)


def _is_over(meeting: Meeting, at: datetime) -> bool:
    has_begun = meeting.starts_at is not None and meeting.starts_at <= at
    return has_begun or meeting.status == Meeting.Status.HELD


def _counting(meeting: Meeting, at: datetime) -> set[int]:
    """The answers that count; none as long as the meeting has no date."""
    if meeting.status != Meeting.Status.SCHEDULED:
        return set()
    guests = coming_to(meeting, local_day(at)).guests
    return {guest.last.pk for guest in guests if guest.last is not None}


def _who(reply: Reply) -> tuple[int, str]:
    return reply.invitee_id, reply.replacement_email.lower()


def _hand_on(before: Reply | None, now: Reply) -> None:
    """The same person by a later answer: it was told already."""
    if before is not None:
        _keep(now, before.sequence_sent)
        _keep(before, None)


def _keep(reply: Reply, sequence: int | None) -> None:
    reply.sequence_sent = sequence
    reply.save(update_fields=["sequence_sent"])
