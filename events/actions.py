"""Planning the year, giving a slot a date, and recording that it was held."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from events.cadence import plan_year
from events.framework_2020 import USUAL_SERIES
from events.models import Attendance, Meeting, MeetingDate, MeetingSeries
from partners.models import Framework, GoLive, Organisation, Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move


def plan_cadence(*, at: datetime) -> dict[str, int]:
    """Make the slots of this year and the next, exactly once, for every lab.

    A framework in force without series gets the usual ones, as often as its numbers say. The
    natural key of a slot (series, year, ordinal) decides; two planners at once make no double.
    Returns how many slots were made and how many were there.
    """
    this_year = local_day(at).year
    _add_usual_series(at)
    owed = list(_owed((this_year, this_year + 1)))
    slots = [
        Meeting(
            series=series,
            year=year,
            ordinal=slot.ordinal,
            window_opens_on=slot.opens_on,
            window_closes_on=slot.closes_on,
            recorded_at=at,
        )
        for series, year, there in owed
        if there < series.per_year
        for slot in plan_year(year, series.per_year, series.parsed_windows())
    ]
    created = _insert(slots) if slots else 0
    return {"created": created, "existing": sum(each[0].per_year for each in owed) - created}


def _add_usual_series(at: datetime) -> None:
    """The duties of frameworks for which nobody arranged anything yet, also when two do it."""
    bare = Framework.objects.filter(in_force_at__isnull=False, series__isnull=True)
    series = [
        MeetingSeries(
            framework=framework,
            per_year=count,
            recorded_at=at,
            **{**facts, "windows": facts["windows"] if len(facts["windows"]) == count else []},
        )
        for framework in bare
        for field, facts in USUAL_SERIES
        if (count := getattr(framework, field))
    ]
    MeetingSeries.objects.bulk_create(series, ignore_conflicts=True, batch_size=5_000)


def _owed(years: tuple[int, ...]) -> Iterator[tuple[MeetingSeries, int, int]]:
    """Which series holds in which year, and how many of its slots are there.

    It is the series of the newest framework that has been in force; with none in force the lab goes
    on under the last one. A year that was planned under an earlier framework keeps those slots; the
    successor's series begin with the year after.
    """
    planned = {
        (host, duty, year): (series, count)
        for host, duty, year, series, count in Meeting.objects.filter(year__in=years).values_list(
            "series__framework__host", "series__duty", "year", "series", Count("pk")
        )
    }
    every = list(MeetingSeries.objects.in_force())
    for year in years:
        newest: dict[tuple[int, str], MeetingSeries] = {}
        for series in every:  # the oldest framework first
            if series.framework.starts_on.year <= year:
                newest[series.framework.host_id, series.duty] = series
        for (host, duty), series in newest.items():
            owner, there = planned.get((host, duty, year), (series.pk, 0))
            if owner == series.pk:
                yield series, year, there


def _insert(slots: list[Meeting]) -> int:
    """Insert what is not there yet; how many rows this planner inserted, also when two do it.

    The database says so of each statement; counting the table would count the rows of others too.
    """
    inserted = 0

    def counted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal inserted
        result = execute(sql, params, many, context)
        inserted += max(0, context["cursor"].rowcount)
        return result

    with transaction.atomic(), connection.execute_wrapper(counted):
        Meeting.objects.bulk_create(slots, ignore_conflicts=True, batch_size=5_000)
    return inserted


@transaction.atomic
def add_series(
    framework: Framework, *, actor: Person | None, at: datetime, **facts: Any
) -> MeetingSeries:
    """A duty of the framework to meet."""
    series = MeetingSeries(framework=framework, recorded_at=at, **facts)
    series.full_clean()
    plan_year(framework.starts_on.year, series.per_year, series.parsed_windows())
    series.save()
    record("add_series", series, actor=actor, at=at, facts={"duty": series.duty})
    return series


@transaction.atomic
def schedule_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    subject: str = "",
    place: str = "",
    reason: str = "",
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Give a slot a date, or another one; the earlier date stays on record as withdrawn."""
    lock(meeting)
    if starts_at <= at:
        raise Refused(_("This moment has passed. Choose one that still comes."))
    if local_day(starts_at).year != meeting.year:
        raise Refused(_("The date must lie in %(year)s.") % {"year": meeting.year})
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    MeetingDate.objects.create(meeting=meeting, starts_at=starts_at, reason=reason, recorded_at=at)
    also = {"starts_at": starts_at, "subject": subject, "place": place}
    facts = {"starts_at": starts_at.isoformat()}
    return move(meeting, "schedule", actor=actor, at=at, also=also, facts=facts)


@transaction.atomic
def call_off_meeting(
    meeting: Meeting, *, reason: str, actor: Person | None, at: datetime
) -> Meeting:
    """The date is withdrawn; the slot is open again and still owed."""
    lock(meeting)
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    also = {"starts_at": None}
    return move(meeting, "call_off", actor=actor, at=at, also=also, facts={"reason": reason})


@transaction.atomic
def hold_meeting(
    meeting: Meeting,
    *,
    attendance: Mapping[Organisation, int] | Iterable[Organisation],
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """Record that the meeting was held, and who was there; without attendance it does not count."""
    lock(meeting)
    if meeting.starts_at is None or at < meeting.starts_at:
        raise Refused(_("This meeting has not begun yet."))
    people = _people(attendance)
    also = {"held_on": local_day(meeting.starts_at)}
    facts = {"organisations": len(people)}
    move(meeting, "hold", actor=actor, at=at, also=also, facts=facts)
    _record_attendance(meeting, people, at)
    return meeting


@transaction.atomic
def take_over_meeting(
    meeting: Meeting,
    *,
    starts_at: datetime,
    subject: str = "",
    place: str = "",
    attendance: Mapping[Organisation, int] | Iterable[Organisation],
    actor: Person | None,
    at: datetime,
) -> Meeting:
    """A meeting that was held before the lab went live, with its own date and who was there."""
    lock(meeting)
    live_on, day = GoLive.objects.day(), local_day(starts_at)
    if live_on is None:
        raise Refused(_("First set from which day this lab is kept here."))
    if starts_at > at:
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    if day >= live_on:
        raise Refused(
            _("This is not before %(day)s. Fix the date and record who was there, as usual.")
            % {"day": live_on.strftime("%d-%m-%Y")}
        )
    if day.year != meeting.year:
        raise Refused(_("The date must lie in %(year)s.") % {"year": meeting.year})
    people = _people(attendance)
    meeting.dates.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)
    MeetingDate.objects.create(meeting=meeting, starts_at=starts_at, recorded_at=at)
    also = {"starts_at": starts_at, "held_on": day, "subject": subject, "place": place}
    also["held_recorded_at"] = at
    facts = {"starts_at": starts_at.isoformat(), "organisations": len(people)}
    move(meeting, "take_over", actor=actor, at=at, also=also, facts=facts)
    _record_attendance(meeting, people, at)
    return meeting


def _people(
    attendance: Mapping[Organisation, int] | Iterable[Organisation],
) -> Mapping[Organisation, int]:
    people = attendance if isinstance(attendance, Mapping) else dict.fromkeys(attendance, 1)
    if not people:
        raise Refused(_("Record who was there: without attendance a meeting does not count."))
    return people


def _record_attendance(meeting: Meeting, people: Mapping[Organisation, int], at: datetime) -> None:
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, organisation=organisation, people=count, recorded_at=at)
        for organisation, count in people.items()
    )
