"""How the series of a lab stand in a year, as they were known at a moment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from events.forecast import (
    Forecast,
    Standing,
    Terms,
    first_day_to_poll,
    forecast,
    last_day_in_time,
)
from events.models import BlockedPeriod, FormerTerms, Meeting, MeetingSeries
from events.workdays import add_working_days
from partners.querysets import local_day

# The number of the framework that a duty must reach; other series have their own number only.
NUMBERS = {
    "inspiration": "inspiration_events",
    "network": "network_meetings",
    "leaders": "leaders_meetings",
}


@dataclass(frozen=True)
class Duty:
    """A series in a year: its meetings that were known, and how they stand."""

    series: MeetingSeries
    meetings: tuple[Any, ...]
    forecast: Forecast

    def without_date(self) -> list[Any]:
        """The meetings that have no date, the first window first."""
        pairs = zip(self.meetings, self.forecast.kinds, strict=True)
        return [each for each, kind in pairs if kind in OPEN and each.date_then is None]

    def last_day_of(self, meeting: Any) -> date:
        """The last day to fix its date so that it falls in its window."""
        window = meeting.window_opens_on, meeting.window_closes_on
        terms = self.forecast.terms
        return last_day_in_time(*window, terms.lead_days, terms.blocked) or window[0]

    def last_day_to_poll(self, last_on: date) -> date | None:
        """The last day to begin a date poll for a date that is fixed on `last_on`, if it comes."""
        forecast = self.forecast
        day = add_working_days(last_on, -forecast.terms.poll_days)
        return day if forecast.today <= day and last_on != forecast.held_by else None


OPEN = {"possible", "open"}


def duties(
    found: Iterable[MeetingSeries], years: Sequence[int], moment: datetime
) -> dict[tuple[int, int], Duty]:
    """Each of these series (with its framework) in each of these years, in three queries."""
    every = list(found)
    keys = [each.pk for each in every]
    known = known_meetings(Q(series__in=keys), years, moment)
    former = former_terms(keys, moment)
    blocked = BlockedPeriod.objects.spans(moment, years)
    return {
        (series.pk, year): stand(
            series,
            [each for each in known[year] if each.series_id == series.pk],
            terms_then(series, former.get(series.pk), year, blocked),
            local_day(moment),
        )
        for series in every
        for year in years
    }


def known_meetings(which: Q, years: Sequence[int], moment: datetime) -> dict[int, list[Any]]:
    """Meetings of each year as they were known; one that was held belongs to the year of that."""
    known = Meeting.objects.known_at(moment).filter(
        which, Q(year__in=years) | Q(held_on__year__in=years)
    )
    by_year: dict[int, list[Any]] = {year: [] for year in years}
    for each in known.order_by("window_opens_on", "ordinal", "pk"):
        year = each.held_on.year if each.held_then else each.year
        if year in by_year:
            by_year[year].append(each)
    return by_year


def former_terms(series: Sequence[int], moment: datetime) -> dict[int, FormerTerms]:
    """The terms that held at a moment of each series that was changed after it."""
    later = FormerTerms.objects.filter(series__in=series, until_at__gt=moment)
    first = later.order_by("series_id", "until_at", "pk").distinct("series_id")
    return {row.series_id: row for row in first}


def terms_then(series: MeetingSeries, former: FormerTerms | None, year: int, blocked: Any) -> Terms:
    """What a series asked: what its framework owes, else its own number."""
    terms = former or series
    number = NUMBERS.get(series.duty)
    return Terms(
        year=year,
        need=getattr(series.framework, number) if number else terms.per_year,
        lead_days=terms.lead_days,
        poll_days=terms.poll_days,
        blocked=tuple(blocked),
    )


def stand(series: MeetingSeries, meetings: list[Any], terms: Terms, today: date) -> Duty:
    """How these meetings of a series stand on a day."""
    standings = [
        Standing(
            opens_on=each.window_opens_on,
            closes_on=each.window_closes_on,
            held_on=each.held_on if each.held_then else None,
            dated_on=local_day(each.date_then) if each.date_then else None,
        )
        for each in meetings
    ]
    return Duty(series, tuple(meetings), forecast(standings, terms, today))


def duties_ahead(at: datetime, **which: Any) -> list[Duty]:
    """Every series of frameworks that are or were in force, in this year and the next."""
    this_year = local_day(at).year
    series = MeetingSeries.objects.in_force().filter(**which)
    return list(duties(series, (this_year, this_year + 1), at).values())


def slots_to_poll(at: datetime) -> Iterator[tuple[Meeting, date]]:
    """Slots whose date poll is due, each with the last day to answer; nobody asked for them yet."""
    today = local_day(at)
    unasked = Meeting.objects.unasked().select_related("series")
    for duty in duties_ahead(at, polls_itself=True):
        terms = duty.forecast.terms
        for meeting in duty.without_date():
            window = meeting.window_opens_on, meeting.window_closes_on
            first = first_day_to_poll(*window, terms)
            if (first is None or first <= today) and today <= date(meeting.year, 12, 31):
                found = unasked.filter(pk=meeting.pk).first()
                if found is not None:
                    yield found, add_working_days(today, terms.poll_days)
