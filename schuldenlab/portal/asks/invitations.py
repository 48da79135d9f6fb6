"""Asks about invitations: do you come; and for the kernteam, whom to let in."""

from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.models import Invitee, Meeting, Reply
from schuldenlab.web.templatetags.look import clock
from schuldenlab.web.templatetags.look import day as day_words

from .ask import Ask, Button, days_left

MOST = 3


def invitation_asks(person: Any) -> list[Ask]:
    """Invitations without an answer until the meeting begins, and replacements to judge."""
    return [*_own(person), *_replacements(person)]


def _own(person: Any) -> list[Ask]:
    mine = (
        Invitee.objects.coming_up(person.moment)
        .filter(person=person)
        .silent()
        .select_related("meeting__series")
    )
    return [_ask(person, invitee.meeting) for invitee in mine.order_by("meeting__reply_by_on")]


def _ask(person: Any, meeting: Meeting) -> Ask:
    by = meeting.reply_by_on
    last = timezone.make_aware(datetime.combine(by, time(23, 59))) if by else None
    facts = {"day": day_words(meeting.starts_at), "clock": clock(meeting.starts_at)}
    return Ask(
        title=_("Are you coming to “%(title)s”?") % {"title": _title(meeting)},
        text=_("It is on %(day)s, %(clock)s. One press is enough.") % facts,
        icon="calendar",
        due=last,
        days_left=days_left(person, last),
        url=reverse("events:meeting-reply", args=[meeting.pk]),
        action=_("Another answer"),
        due_is_day=True,
        buttons=(
            Button(_("Yes, I am coming"), value=Reply.Answer.YES, primary=True),
            Button(_("No"), value=Reply.Answer.NO),
        ),
        post_url=reverse("events:meeting-reply", args=[meeting.pk]),
        more=_("See the programme"),
        more_url=meeting.get_absolute_url(),
    )


def _replacements(person: Any) -> list[Ask]:
    if not person.standing.is_kernteam:
        return []
    pending = Reply.objects.pending(person.moment).select_related(
        "invitee__meeting__series", "invitee__person"
    )
    return [
        Ask(
            title=_("May %(instead)s come for %(who)s?")
            % {"instead": reply.replacement_name, "who": reply.invitee.person.name},
            text=_("“%(title)s” is for directors. You decide about this colleague.")
            % {"title": _title(reply.invitee.meeting)},
            icon="people",
            due=None,
            days_left=None,
            url=reverse("events:meeting-invitees", args=[reply.invitee.meeting_id]),
            action=_("Look at it"),
            waits=True,
        )
        for reply in pending.order_by("recorded_at")[:MOST]
    ]


def _title(meeting: Meeting) -> str:
    return meeting.subject or f"{meeting.series.heading} {meeting.ordinal}"
