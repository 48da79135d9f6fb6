"""What the clock does about answers: reminders, and places that fall free on the last day."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events import notifications
from events.coming import coming_to
from events.models import Invitee, Meeting
from events.workdays import add_working_days, is_working_day
from partners.querysets import local_day
from schuldenlab.lifecycle import lock

from .links import write_links

REMINDERS = (5, 2)  # working days before the last day to answer
OPENS, CLOSES = 9, 17  # reminders leave in office hours


def remind_invitees(at: datetime) -> int:
    """Remind who has not answered, five and two working days before the last day. How many."""
    day = local_day(at)
    if not is_working_day(day) or not OPENS <= timezone.localtime(at).hour < CLOSES:
        return 0
    asking = Meeting.objects.upcoming(at).filter(reply_by_on__gte=day).select_related("series")
    return sum(_remind(meeting, at) for meeting in asking)


@transaction.atomic
def _remind(meeting: Meeting, at: datetime) -> int:
    """One reminder for each step, and none on the day of the invitation itself."""
    lock(meeting)
    if meeting.reply_by_on is None or meeting.status != Meeting.Status.SCHEDULED:
        return 0
    day = local_day(at)
    begins = [add_working_days(meeting.reply_by_on, -step) for step in REMINDERS]
    begun = [first for first in begins if first <= day <= meeting.reply_by_on]
    if not begun:
        return 0
    since = max(begun)
    silent = [
        invitee
        for invitee in meeting.invitees.holding().silent().select_related("person")
        if local_day(invitee.recorded_at) < day
        and (invitee.reminded_at is None or local_day(invitee.reminded_at) < since)
    ]
    if silent:
        expires_at = meeting.starts_at
        assert expires_at is not None, "a meeting that is scheduled has a moment"
        paths = write_links(silent, expires_at=expires_at, at=at)
        Invitee.objects.filter(pk__in=[each.pk for each in silent]).update(reminded_at=at)
        notifications.reply_reminder(meeting, silent, paths=paths, since=since, at=at)
    return len(silent)


def free_places(at: datetime) -> int:
    """Tell who waited and has a place now that the last day to answer is over. How many."""
    full = Meeting.objects.upcoming(at).filter(
        capacity__isnull=False, reply_by_on__lt=local_day(at)
    )
    return sum(_free_places(meeting, at) for meeting in full)


@transaction.atomic
def _free_places(meeting: Meeting, at: datetime) -> int:
    """A letter that was written before is not written again."""
    lock(meeting)
    if meeting.reply_by_on is None:
        return 0
    before = coming_to(meeting, meeting.reply_by_on)
    now = coming_to(meeting, meeting.reply_by_on + timedelta(days=1))
    return notifications.moved_up(meeting, before=before, now=now, at=at)
