"""How meetings are named and judged on every page, and the way back from them."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.forecast import Forecast
from events.models import Meeting, MeetingSeries
from schuldenlab.web.templatetags.look import NBSP

Crumbs = list[dict[str, str]]
STATUS_BADGE = {
    "planned": "open",
    "scheduled": "track",
    "held": "met",
    **dict.fromkeys(("cancelled", "dropped"), "open"),
}


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
    return meeting.title


def window_words(meeting: Meeting) -> str:
    """The agreed period of a slot."""
    return _("from %(first)s until %(last)s") % {
        "first": date_format(meeting.window_opens_on, f"j{NBSP}F"),
        "last": date_format(meeting.window_closes_on, f"j{NBSP}F"),
    }


def owed_words(meeting: Meeting, stands: Forecast) -> str:
    """When a slot without a date is to be held; after its period until when that is possible."""
    window, last_on = window_words(meeting), stands.held_by
    if stands.today <= meeting.window_closes_on:
        return _("To be held %(window)s") % {"window": window}
    if last_on is None or last_on < stands.today:
        return _("Should have been held %(window)s") % {"window": window}
    return _("Should have been held %(window)s; still possible until %(day)s") % {
        "window": window,
        "day": date_format(last_on, f"j{NBSP}F"),
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


def windows_in_words(series: MeetingSeries) -> list[str]:
    """The periods in which a series meets; empty when that is the whole year."""
    days = [date(2000, *edge) for w in series.parsed_windows() for edge in (w.first, w.last)]
    words = [date_format(day, f"j{NBSP}F") for day in days]
    return [
        _("from %(first)s until %(last)s") % {"first": first, "last": last}
        for first, last in zip(words[::2], words[1::2], strict=True)
    ]


def span_words(begins: datetime, minutes: int) -> str:
    """From when until when: 14.00 – 17.30 uur."""
    first, last = (
        timezone.localtime(moment) for moment in (begins, begins + timedelta(minutes=minutes))
    )
    words = _("%(hour)s:%(minute)s – %(end_hour)s:%(end_minute)s") % {
        "hour": f"{first:%H}",
        "minute": f"{first:%M}",
        "end_hour": f"{last:%H}",
        "end_minute": f"{last:%M}",
    }
    return words.replace(" ", NBSP)


def time_of_day(clock: time) -> str:
    """When a part of the day begins: 14.30."""
    return pgettext("time of day", "%(hour)s:%(minute)s") % {
        "hour": f"{clock:%H}",
        "minute": f"{clock:%M}",
    }
