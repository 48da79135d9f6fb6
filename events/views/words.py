"""How meetings are named and judged on every page, and the way back from them."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.models import Meeting
from schuldenlab.web.templatetags.look import NBSP

Crumbs = list[dict[str, str]]
STATUS_BADGE = {"planned": "open", "scheduled": "track", "held": "met"}


def year_crumbs(year: int, *steps: tuple[str, str]) -> Crumbs:
    """Home, the meetings of a year, and steps of (words, address); the last is where you are."""
    way = [
        {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
        {
            "label": _("Meetings %(year)s") % {"year": year},
            "url": reverse("events:year", args=[year]) if steps else "",
        },
    ]
    return [*way, *({"label": label, "url": url} for label, url in steps)]


def meeting_crumbs(meeting: Meeting, *here: str) -> Crumbs:
    """The way to a meeting and to its pages; all but the last of `here` lead to its agenda."""
    steps = [(title_of(meeting), meeting.get_absolute_url())]
    steps += [(words, reverse("events:agenda", args=[meeting.pk])) for words in here[:-1]]
    return year_crumbs(meeting.year, *steps, *((words, "") for words in here[-1:]))


def title_of(meeting: Meeting) -> str:
    """What it is about, else which one of its series it is."""
    return meeting.subject or _("%(series)s %(number)s") % {
        "series": meeting.series.heading,
        "number": meeting.ordinal,
    }


def window_words(meeting: Meeting) -> str:
    """The agreed period of a slot."""
    return _("from %(first)s until %(last)s") % {
        "first": date_format(meeting.window_opens_on, f"j{NBSP}F"),
        "last": date_format(meeting.window_closes_on, f"j{NBSP}F"),
    }


def badge_of(meeting: Meeting, at: datetime) -> dict[str, Any]:
    """The status as a badge; a date that has passed without attendance asks for attention."""
    if has_passed(meeting, at):
        return {"status": "warn", "text": _("Not recorded yet who was there")}
    text = meeting.get_status_display()
    return {"status": STATUS_BADGE[meeting.status], "text": text[:1].upper() + text[1:]}


def has_passed(meeting: Meeting, at: datetime) -> bool:
    """Its moment has come, and nobody recorded that it was held."""
    return (
        meeting.status == Meeting.Status.SCHEDULED
        and meeting.starts_at is not None
        and meeting.starts_at <= at
    )
