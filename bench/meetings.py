"""Meetings with a date, as many as a calendar has to hold."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from events.models import Meeting, MeetingSeries
from events.querysets.feeds import meetings_for

if TYPE_CHECKING:
    from tests.house.world import World


def plan_until(world: World, person: Any, count: int) -> None:
    """So many meetings stand in the calendar of this person; those that stood there stay."""
    from django.db import connection

    cast = world.cast
    person.moment = cast.at
    there = meetings_for(person, cast.at).count()
    series = MeetingSeries.objects.get(framework=cast.framework, duty="network")
    begin = 1000 + Meeting.objects.filter(series=series).count()
    first = cast.at.replace(month=1, day=5, hour=9, minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:  # many at once, as no clock would plan them
        cursor.execute("ALTER TABLE events_meeting DISABLE TRIGGER USER")
        Meeting.objects.bulk_create(
            Meeting(
                series=series,
                year=first.year,
                ordinal=number + 1,
                window_opens_on=first.date(),
                window_closes_on=first.date(),
                subject=f"Bijeenkomst {number}",
                place=f"Stadhuis, zaal {number}",
                starts_at=first + number * timedelta(hours=3),
                status=Meeting.Status.SCHEDULED,
                recorded_at=cast.at,
            )
            for number in range(begin, begin + count - there)
        )
        cursor.execute("ALTER TABLE events_meeting ENABLE TRIGGER USER")
