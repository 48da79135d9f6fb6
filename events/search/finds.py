"""What the search finds of meetings, their agendas and papers, minutes and actions."""

from typing import Any, Final

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.models import (
    ActionItem,
    AgendaDocument,
    AgendaItem,
    Meeting,
    MeetingDocument,
    Minutes,
)
from partners.search import Question
from partners.search.finds import day_of
from partners.search.kinds import Kind
from schuldenlab.web.ports import Found

SERIES: Final = ("series__title", "series__title_en")


def meetings_for(question: Question) -> Any:
    """Those that are not struck from the calendar, as far as this person sees them."""
    seen = Meeting.objects.visible_to(question.person).exclude(status="dropped")
    return seen.select_related("series")


def _points(question: Question) -> Any:
    """Points of an agenda that its meeting shows; those of the programmaraad it shows itself."""
    seen = Meeting.objects.visible_to(question.person).exclude(status="dropped").values("pk")
    points = AgendaItem.objects.standing().filter(meeting__in=seen)
    return points.exclude(series__duty="raad").select_related("meeting__series")


def _point_papers(question: Question) -> Any:
    papers = AgendaDocument.objects.filter(item__in=_points(question).order_by().values("pk"))
    return papers.select_related("document", "item__meeting__series")


def _papers(question: Question) -> Any:
    papers = MeetingDocument.objects.visible_to(question.person).standing()
    return papers.select_related("document", "meeting__series")


def _minutes(question: Question) -> Any:
    return Minutes.objects.visible_to(question.person).select_related("meeting__series")


def _actions(question: Question) -> Any:
    seen = ActionItem.objects.visible_to(question.person).exclude(status="dropped")
    meetings = Meeting.objects.visible_to(question.person).filter(pk=OuterRef("meeting"))
    return seen.select_related("meeting__series").annotate(sees_meeting=Exists(meetings))


def meeting_found(row: Any, url: str = "") -> Found:
    """A meeting with its day and place."""
    texts = (row.lead,)
    return Found(row.title, url or row.get_absolute_url(), texts, row.place, day_of(row.starts_at))


def point_found(row: Any, url: str = "") -> Found:
    """A point with the meeting that it stands on."""
    meeting = row.meeting
    on = day_of(meeting.starts_at)
    return Found(row.title, url or meeting.get_absolute_url(), (row.text,), meeting.title, on)


def _minutes_found(row: Any) -> Found:
    title = gettext("Minutes: %(meeting)s") % {"meeting": row.meeting.title}
    on = day_of(row.meeting.starts_at)
    return Found(title, row.get_absolute_url(), (row.text,), row.get_status_display(), on)


def _action_found(row: Any) -> Found:
    """On the page of its meeting; an own one of a meeting of others stands on the first page."""
    home = resolve_url(settings.LOGIN_REDIRECT_URL)
    url = row.meeting.get_absolute_url() if row.sees_meeting else home
    return Found(row.text, url, (row.note,), row.meeting.title, row.due_on)


def _point_paper_found(row: Any) -> Found:
    url = reverse("events:agenda-file", args=[row.pk])
    meeting = row.item.meeting
    return Found(row.document.name, url, (), row.item.title, day_of(meeting.starts_at))


def _paper_found(row: Any) -> Found:
    meeting, on = row.meeting, day_of(row.meeting.starts_at)
    url = reverse("events:paper", args=[row.pk])
    return Found(row.title, url, (row.document.name,), meeting.title, on)


KINDS: Final = (
    Kind(
        key="meeting",
        title=_("Meetings"),
        icon="calendar",
        name="subject",
        parts=("subject", "lead", "place", *SERIES),
        rows=meetings_for,
        said=meeting_found,
        newest=("-starts_at",),
    ),
    Kind(
        key="point",
        title=_("Points of agendas"),
        icon="list",
        name="title",
        parts=("title", "text"),
        rows=_points,
        said=point_found,
        newest=("-meeting__starts_at",),
    ),
    Kind(
        key="minutes",
        title=pgettext_lazy("kind", "Minutes"),
        icon="pencil",
        name="meeting__subject",
        parts=("text",),
        rows=_minutes,
        said=_minutes_found,
        newest=("-meeting__starts_at",),
    ),
    Kind(
        key="action",
        title=_("Actions"),
        icon="check",
        name="text",
        parts=("text", "note"),
        rows=_actions,
        said=_action_found,
        newest=("-due_on",),
    ),
    Kind(
        key="meeting-paper",
        title=_("Papers of meetings"),
        icon="document",
        name="title",
        parts=("title", "document__name"),
        rows=_papers,
        said=_paper_found,
        newest=("-meeting__starts_at",),
    ),
    Kind(
        key="point-paper",
        title=_("Papers under points of an agenda"),
        icon="document",
        name="document__name",
        parts=("document__name", "item__title"),
        rows=_point_papers,
        said=_point_paper_found,
        newest=("-item__meeting__starts_at",),
    ),
)
