"""Which days a meeting could be on: its window without what is blocked and what else is planned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.audience import audience_on
from events.models import BlockedPeriod, Invitee, Meeting, MeetingSeries
from events.proposals import Taken, free_moments, reason_against
from events.workdays import add_working_days, holiday_name, is_working_day, last_free_days
from partners.querysets import local_day

PROPOSED = 5
FEWEST = 3  # with fewer days left after the lead time, earlier ones are proposed as well
MOST_DAYS = 183  # a calendar of half a year at most


@dataclass(frozen=True)
class Openings:
    """The days to choose from, what stands against some of them, and some moments to propose.

    Before `lead_on` there is less time to prepare than the series wants.
    """

    first_on: date
    last_on: date
    lead_on: date
    taken: tuple[Taken, ...]
    proposals: tuple[datetime, ...]

    @property
    def is_late(self) -> bool:
        """No day is left on which there is as much time to prepare as usual."""
        return self.lead_on > self.last_on

    def why_not(self, day: date) -> str:
        """What stands against this day, in words; empty when it is free."""
        return reason_against(day, self.taken) or not_working(day)


def not_working(day: date) -> str:
    """The weekend, or a public holiday by its name; empty on a working day."""
    if is_working_day(day):
        return ""
    return holiday_name(day, get_language() or "nl") or _("weekend")


def blocked_periods(at: datetime) -> tuple[Taken, ...]:
    """The periods in which nothing is planned, as known at this moment."""
    return tuple(
        Taken(period.first_on, period.last_on, period.heading)
        for period in BlockedPeriod.objects.known_at(at)
    )


def other_meetings(meeting: Meeting, at: datetime) -> tuple[Taken, ...]:
    """Days on which people of this audience meet already: a stuurgroep counts if it shares some."""
    series = meeting.series
    people = [each.person_id for each in audience_on(series.audience, local_day(at), series)]
    shared = Invitee.objects.holding().filter(meeting=OuterRef("pk"), person__in=people)
    dated = (
        Meeting.objects.filter(status=Meeting.Status.SCHEDULED, starts_at__gte=at)
        .exclude(pk=meeting.pk)
        .select_related("series")
        .annotate(is_shared=Exists(shared))
    )
    return tuple(
        Taken(day, day, each.subject or each.series.heading)
        for each in dated
        if each.series.duty != MeetingSeries.Duty.STEERING or each.is_shared
        if each.starts_at is not None
        for day in [local_day(each.starts_at)]
    )


def openings(meeting: Meeting, *, asked_until: date, at: datetime) -> Openings:
    """What to choose from when people can answer until and including `asked_until`.

    When its window leaves too little time, it is the rest of the year as well, until the last day
    on which people can meet: as far as the forecast says that the duty can be met.
    """
    series = meeting.series
    first = max(meeting.window_opens_on, asked_until + timedelta(days=1))
    last = meeting.window_closes_on
    blocked = blocked_periods(at)
    lead_on = add_working_days(local_day(at), series.lead_days)
    if max(first, lead_on) > last:
        last = max(_last_of_year(meeting.year, blocked), last)
    last = min(last, first + timedelta(days=MOST_DAYS))
    taken = (*blocked, *other_meetings(meeting, at))
    facts: dict[str, Any] = {
        "clock": series.usual_time,
        "zone": timezone.get_default_timezone(),
        "taken": taken,
        "count": PROPOSED,
    }
    moments = free_moments((first, last), earliest=lead_on, **facts)
    if len(moments) < FEWEST:
        moments = free_moments((first, last), earliest=first, **facts)
    return Openings(first, last, lead_on, taken, tuple(moments))


def _last_of_year(year: int, blocked: Sequence[Taken]) -> date:
    """The last day of a year on which people can meet."""
    spans = [(each.first_on, each.last_on) for each in blocked]
    days = last_free_days(date(year, 1, 1), date(year, 12, 31), 1, spans)
    return days[0] if days else date(year, 12, 31)
