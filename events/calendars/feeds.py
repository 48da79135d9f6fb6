"""A calendar to subscribe to: many entries, published anew as often as somebody asks."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from events.ports import CalendarEntry

from .clock import new_calendar, one_line, written_event
from .entries import organiser

REFRESH = timedelta(hours=4)


def feed_of(entries: Iterable[CalendarEntry], *, name: str, at: datetime) -> bytes:
    """The calendar `name` with these entries.

    It says how it is called and how often to look again, in the words of RFC 7986 (5.1, 5.7) and in
    those that older programs know.
    """
    calendar = new_calendar("PUBLISH")
    calendar.add("name", one_line(name))
    calendar.add("x-wr-calname", one_line(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    for entry in entries:
        event = written_event(entry, at)
        event.add("organizer", organiser())
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
