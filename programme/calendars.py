"""The deadline of a ballot as an entry in a calendar (iCalendar, RFC 5545)."""

from datetime import datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from events.calendars import CALENDAR_TYPE, new_calendar, written_event
from events.ports import CalendarEntry
from events.workdays import add_working_days
from programme.deadlines import CITY_ZONE
from programme.models import Ballot

__all__ = ["CALENDAR_TYPE", "deadline_entry", "deadlines_of", "entry_name"]

LAST_HALF_HOUR = timedelta(minutes=30)
MORNING = time(9, 0)


def deadline_entry(ballot: Ballot) -> bytes:
    """The last half hour of an opened ballot, with an alarm one working day before it.

    Nothing in it depends on who asks or when, but the language: so it is the same entry for a
    calendar that has it already.
    """
    calendar = new_calendar("PUBLISH")
    stamp = ballot.opened_at or ballot.recorded_at
    calendar.add_component(written_event(_entry(ballot), stamp))
    content: bytes = calendar.to_ical()
    return content


def deadlines_of(person: Any) -> list[CalendarEntry]:
    """The deadlines of the ballots in which this person may vote now, for its own calendar."""
    ballots = Ballot.objects.entitling(person).order_by("closes_at", "pk")
    return [_entry(ballot) for ballot in ballots]


def _entry(ballot: Ballot) -> CalendarEntry:
    path = ballot.get_absolute_url()
    closes_at = ballot.closes_at.astimezone(CITY_ZONE)
    words = _("%(question)s\n\nYour vote must be in before this ends. Vote here: %(url)s")
    return CalendarEntry(
        name=f"ballot-{ballot.pk}",
        starts_at=closes_at - LAST_HALF_HOUR,
        ends_at=closes_at,
        summary=_("Vote: %(title)s") % {"title": ballot.title},
        description=words % {"question": ballot.question, "url": settings.SITE_URL + path},
        path=path,
        is_busy=False,
        alarm_at=_morning_before(closes_at),
    )


def _morning_before(closes_at: datetime) -> datetime:
    """At nine in the morning of the working day before."""
    day = add_working_days(closes_at.date(), -1)
    return datetime.combine(day, MORNING, tzinfo=CITY_ZONE)


def entry_name(ballot: Ballot) -> str:
    """The name of the file, the same in every language."""
    return f"stemming-{ballot.pk}.ics"
