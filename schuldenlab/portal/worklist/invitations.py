"""Replacements to judge, a raad to which too few come, and progress that stands on no agenda."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _

from events.coming import all_coming
from events.models import Meeting, Reply
from events.places import Quorum
from partners.querysets import local_day
from schuldenlab.web.written import quoting

from .due import Due
from .meetings import MEASURES, title_of
from .today import PAPERS, Today

NEAR = timedelta(days=21)


def invitation_dues(today: Today) -> Iterator[Due]:
    """By meeting."""
    yield from _replacements(today)
    coming = all_coming(today.raad_meetings, today.day)
    for meeting in today.raad_meetings:
        quorum = coming[meeting.pk].quorum
        is_near = meeting.starts_at <= today.moment + NEAR
        if quorum.seats and not quorum.is_met and (is_near or quorum.is_lost):
            yield _quorum(meeting, quorum)
        if not meeting.is_told and is_near:
            yield _progress(meeting)


def _replacements(today: Today) -> Iterator[Due]:
    by_meeting = (
        Reply.objects.pending(today.moment)
        .order_by()
        .values("invitee__meeting")
        .annotate(
            number=Count("pk"),
            name=Min("invitee__person__name"),
            instead=Min("replacement_name"),
        )
    )
    counted = {row["invitee__meeting"]: row for row in by_meeting}
    meetings = Meeting.objects.filter(pk__in=[0, *counted]).select_related("series")
    for meeting in meetings.order_by("starts_at"):
        row = counted[meeting.pk]
        one, many = (
            _("Judge who comes instead of %(name)s"),
            _("Judge %(number)s replacements"),
        )
        yield Due(
            f"replacements:{meeting.pk}",
            (one if row["number"] == 1 else many) % row,
            _("%(instead)s would come to %(title)s, and is not at director level.")
            % {"instead": row["instead"], "title": title_of(meeting, meeting.series)}
            if row["number"] == 1
            else _("For %(title)s. Somebody who is not at director level would come.")
            % {"title": title_of(meeting, meeting.series)},
            reverse("events:meeting-invitees", args=[meeting.pk]),
            _("Judge the replacement"),
            meeting.reply_by_on or local_day(meeting.starts_at or today.moment),
            MEASURES.get(meeting.series.duty, ""),
            "people",
        )


def _quorum(meeting: Any, quorum: Quorum) -> Due:
    return Due(
        f"quorum:{meeting.pk}",
        quoting(
            _("See that enough seats come to %(title)s"), title=title_of(meeting, meeting.series)
        ),
        _("%(coming)s of %(seats)s said yes. More than half must be there: %(needed)s.")
        % {"coming": quorum.coming, "seats": quorum.seats, "needed": quorum.needed},
        reverse("events:meeting-invitees", args=[meeting.pk]),
        _("See who comes"),
        local_day(meeting.starts_at),
        MEASURES["raad"],
        "people",
    )


def _progress(meeting: Any) -> Due:
    return Due(
        f"progress:{meeting.pk}",
        _("Put the progress on the agenda of %(title)s")
        % {"title": title_of(meeting, meeting.series)},
        _("The programmaraad hears of it at each of its meetings."),
        reverse("programme:raad-meeting", args=[meeting.pk]),
        _("Fill the agenda"),
        local_day(meeting.starts_at) - PAPERS,
        MEASURES["raad"],
        "list",
    )
