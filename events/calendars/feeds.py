"""Calendars to subscribe to: many entries, published anew as often as somebody asks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Event

from events.ports import CalendarEntry

from .clock import new_calendar, one_line
from .entries import entry_of, organiser
from .lines import FOLD, written

REFRESH = timedelta(hours=4)
END = b"END:VCALENDAR\r\n"


def calendar_of(meetings: Iterable[Any], others: Iterable[CalendarEntry], *, at: datetime) -> bytes:
    """The calendar of one person; only what it is invited to takes its time."""
    entries = (replace(entry_of(each), is_busy=each.is_mine) for each in _with_series(meetings))
    return _feed([*entries, *others], name=settings.SITE_NAME, at=at)


def public_calendar(meetings: Iterable[Any], *, at: datetime) -> bytes:
    """What anybody may know: what it is, and when."""
    entries = (
        replace(entry_of(each), place="", description="", path="", is_busy=False)
        for each in _with_series(meetings)
    )
    name = _("Meetings of %(name)s") % {"name": settings.SITE_NAME}
    return _feed(entries, name=name, at=at)


def _with_series(meetings: Any) -> Any:
    return meetings.select_related("series")


def _feed(entries: Iterable[CalendarEntry], *, name: str, at: datetime) -> bytes:
    """The calendar `name` with these entries.

    It says how it is called and how often to look again, in the words of RFC 7986 (5.1, 5.7) and in
    those that older programs know.
    """
    calendar = new_calendar("PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    frame: bytes = calendar.to_ical()
    head, end = frame[: -len(END)], frame[-len(END) :]
    return head + written(list(entries), at=at, organiser=organiser_line()) + end


def organiser_line() -> str:
    """The kernteam, in the words of the library, which knows how a name is quoted."""
    event = Event()
    event.add("organizer", organiser())
    lines = unfolded(event.to_ical()).splitlines()
    return next(line for line in lines if line.startswith("ORGANIZER"))


def unfolded(content: bytes) -> str:
    """The text with its long lines whole again (RFC 5545, 3.1)."""
    return content.replace(FOLD, b"").decode()
