"""Acts about invitations: replacements to judge, and a raad to which too few seats come."""

from datetime import datetime, timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from events.coming import all_coming
from events.models import Meeting, Reply
from events.places import Quorum
from partners.querysets import local_day
from schuldenlab.web.ports import DeskAction

SOON = timedelta(days=21)


def reply_actions(moment: datetime) -> list[DeskAction]:
    """Replacements per meeting; then meetings of the raad that may not be able to decide."""
    return [*_replacements(moment), *_quorums(moment)]


def _replacements(moment: datetime) -> list[DeskAction]:
    counted = dict(
        Reply.objects.pending(moment).values_list("invitee__meeting").annotate(number=Count("pk"))
    )
    if not counted:
        return []
    meetings = Meeting.objects.filter(pk__in=counted).select_related("series")
    return [
        DeskAction(
            _("Judge who comes instead: %(title)s") % {"title": _title(meeting)},
            _("A director wants to send somebody who is not at director level."),
            reverse("events:meeting-invitees", args=[meeting.pk]),
            "people",
            str(counted[meeting.pk]),
        )
        for meeting in meetings.order_by("starts_at")
    ]


def _quorums(moment: datetime) -> list[DeskAction]:
    """Only when the meeting is near, or when too many seats said no already."""
    meetings = list(Meeting.objects.of_raad().upcoming(moment))
    if not meetings:
        return []
    coming = all_coming(meetings, local_day(moment))
    acts = []
    for meeting in meetings:
        quorum = coming[meeting.pk].quorum
        is_near = meeting.starts_at is not None and meeting.starts_at <= moment + SOON
        if quorum.seats and not quorum.is_met and (is_near or quorum.is_lost):
            acts.append(_quorum(meeting, quorum))
    return acts


def _quorum(meeting: Meeting, quorum: Quorum) -> DeskAction:
    return DeskAction(
        _("Do enough seats come? %(title)s") % {"title": _title(meeting)},
        _("%(coming)s of %(seats)s said yes. More than half must be there: %(needed)s.")
        % {"coming": quorum.coming, "seats": quorum.seats, "needed": quorum.needed},
        reverse("events:meeting-invitees", args=[meeting.pk]),
        "people",
        _("Too few") if quorum.is_lost else _("Not sure yet"),
    )


def _title(meeting: Meeting) -> str:
    return meeting.subject or f"{meeting.series.heading} {meeting.ordinal}"
