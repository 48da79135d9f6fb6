"""The deadline of a ballot as an entry in a calendar (iCalendar, RFC 5545)."""

from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from events.workdays import add_working_days
from programme.deadlines import CITY_ZONE
from programme.models import Ballot

CALENDAR_TYPE = "text/calendar"
LAST_HALF_HOUR = timedelta(minutes=30)
MORNING = time(9, 0)


def deadline_entry(ballot: Ballot) -> bytes:
    """The last half hour of an opened ballot, with an alarm one working day before it.

    Nothing in it depends on who asks or when, but the language: so it is the same entry for a
    calendar that has it already.
    """
    url = settings.SITE_URL + ballot.get_absolute_url()
    closes_at = ballot.closes_at.astimezone(CITY_ZONE)
    event = Event()
    event.add("uid", f"ballot-{ballot.pk}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}")
    event.add("dtstamp", (ballot.opened_at or ballot.recorded_at).astimezone(UTC))
    event.add("sequence", 0)
    summary = _("Vote: %(title)s") % {"title": ballot.title}
    event.add("summary", summary)
    event.add(
        "description",
        _("%(question)s\n\nYour vote must be in before this ends. Vote here: %(url)s")
        % {"question": ballot.question, "url": url},
    )
    event.add("url", url)
    event.add("dtstart", closes_at - LAST_HALF_HOUR)
    event.add("dtend", closes_at)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(closes_at, summary))
    calendar = Calendar()
    calendar.add("prodid", "-//Mijn Schuldenlab//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_city_clock())
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _city_clock() -> Timezone:
    """Summer and winter time of the city by their rule, since 1996 the same in all of Europe.

    The library can list the changes around a day instead, but programs that remember a time zone by
    its name would then keep those of the first entry that they saw.
    """
    clock = Timezone()
    clock.add("tzid", CITY_ZONE.key)
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


def _alarm(closes_at: datetime, summary: str) -> Alarm:
    """At nine in the morning of the working day before."""
    day = add_working_days(closes_at.date(), -1)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    moment = datetime.combine(day, MORNING, tzinfo=CITY_ZONE)
    alarm.add("trigger", moment.astimezone(UTC), parameters={"VALUE": "DATE-TIME"})
    return alarm


def entry_name(ballot: Ballot) -> str:
    """The name of the file, the same in every language."""
    return f"stemming-{ballot.pk}.ics"
