"""What every calendar of ours is made of: the city's clock, clean texts, one event."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from events.ports import CalendarEntry

CALENDAR_TYPE = "text/calendar"
# What some programs take for the end of a line besides CR and LF.
LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# All other characters of the category Cc, but the tab.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def city_zone() -> ZoneInfo:
    """The zone of the city, under the name that its clock has in the file."""
    return ZoneInfo(settings.TIME_ZONE)


def city_clock() -> Timezone:
    """Summer and winter time of the city by their rule, since 1996 the same in all of Europe.

    The library can list the changes around a day instead, but programs that remember a time zone by
    its name would then keep those of the first entry that they saw.
    """
    clock = Timezone()
    clock.add("tzid", settings.TIME_ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, before, after, begin, name in (
        (TimezoneDaylight(), winter, summer, datetime(1996, 3, 31, 2), "CEST"),  # noqa: DTZ001
        (TimezoneStandard(), summer, winter, datetime(1996, 10, 27, 3), "CET"),  # noqa: DTZ001
    ):
        part.add("dtstart", begin)
        part.add("rrule", {"freq": "yearly", "bymonth": begin.month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        clock.add_component(part)
    return clock


def new_calendar(method: str) -> Calendar:
    """An empty calendar with the clock of the city, for one method of RFC 5546, 1.4."""
    calendar = Calendar()
    calendar.add("prodid", "-//Mijn Schuldenlab//NL")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(city_clock())
    return calendar


def plain_text(text: str) -> str:
    """Text as RFC 5545, 3.3.11 allows it: no control characters but tabs and ends of lines."""
    return text if text.isprintable() else CONTROLS.sub("", LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The same on one line, for titles, places and names."""
    return " ".join(plain_text(text).split())


def uid(name: str) -> str:
    """Globally unique and the same for ever (RFC 5545, 3.8.4.7)."""
    return f"{name}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}"


def written_event(entry: CalendarEntry, stamp: datetime) -> Event:
    """One event, from moment to moment on the city's clock (RFC 5545, 3.6.1).

    `stamp` is when this revision was made (3.8.7.2). An end is reckoned in real time, so also a
    meeting across the change of the clock takes as long as it takes.
    """
    event = Event()
    event.add("uid", uid(entry.name))
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", one_line(entry.summary))
    event.add("dtstart", entry.starts_at.astimezone(city_zone()))
    event.add("dtend", entry.ends_at.astimezone(city_zone()))
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    if entry.place:
        event.add("location", one_line(entry.place))
    if entry.description:
        event.add("description", plain_text(entry.description))
    if entry.path:
        event.add("url", settings.SITE_URL + entry.path)
    if entry.alarm_at is not None:
        event.add_component(_alarm(entry.alarm_at, entry.summary))
    return event


def _alarm(moment: datetime, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(summary))
    alarm.add("trigger", moment.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
    return alarm
