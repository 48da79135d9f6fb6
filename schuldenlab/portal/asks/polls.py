"""Asks about date polls: say which moments suit you."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import PollInvitee
from partners.querysets import local_day

from .ask import Ask, days_left


def poll_asks(person: Any) -> list[Ask]:
    """Each open date poll that asks this person and has some moment without an answer."""
    waiting = (
        PollInvitee.objects.waiting()
        .asked_now(local_day(person.moment))
        .filter(person=person)
        .select_related("poll__meeting__series")
    )
    return [_ask(person, invitee) for invitee in waiting]


def _ask(person: Any, invitee: PollInvitee) -> Ask:
    poll, meeting = invitee.poll, invitee.poll.meeting
    due = timezone.make_aware(datetime.combine(poll.closes_on, time.max))
    return Ask(
        title=_("When can you come? %(title)s") % {"title": meeting.full_title},
        text=_("There are new moments. Say also for those whether they suit you.")
        if invitee.answered_at
        else _("Say which moments suit you. It takes half a minute."),
        icon="calendar",
        due=due,
        days_left=days_left(person, due),
        url=reverse("events:poll-mine", args=[poll.pk]),
        action=_("Say when you can"),
        due_is_day=True,
    )
