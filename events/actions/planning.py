"""Making the slots of a year, exactly once, also when two planners come at the same moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, QuerySet

from events.cadence import Slot, plan_year, slots_to_make
from events.framework_2020 import USUAL_SERIES
from events.models import Meeting, MeetingSeries
from partners.models import Framework
from partners.querysets import local_day

Lane = tuple[int, str, int]
OWED = ("duty", "per_year", "framework__starts_on", "framework__host")


def plan_cadence(*, at: datetime) -> dict[str, int]:
    """Make the slots of this year and the next, exactly once, for every lab.

    A framework in force without series gets the usual ones, as often as its numbers say. The
    natural key of a slot (series, year, ordinal) decides; two planners at once make no double.
    Returns how many slots were made and how many were there.
    """
    this_year = local_day(at).year
    _add_usual_series(at)
    owed = list(series_owed((this_year, this_year + 1)))
    short = [(series, year) for series, year, there in owed if there < series.per_year]
    created = make_slots(short, at=at) if short else 0
    return {"created": created, "existing": sum(each[0].per_year for each in owed) - created}


@transaction.atomic
def make_slots(short: Iterable[tuple[MeetingSeries, int]], *, at: datetime) -> int:
    """Make what these series miss in these years. Returns how many slots this planner made.

    Their rows are locked and read anew: whoever changes a series at the same moment goes first or
    waits, and a slot of what the series was before is never made.
    """
    pairs = [(series.pk, year) for series, year in short]
    keys = {series for series, _year in pairs}
    rows = MeetingSeries.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    locked = {series.pk: series for series in rows}
    taken = numbers_in_use(
        Meeting.objects.exclude(status=Meeting.Status.DROPPED).filter(
            series__in=keys, year__in={year for _series, year in pairs}
        )
    )
    slots = [
        Meeting(
            series_id=key,
            year=year,
            ordinal=slot.ordinal,
            window_opens_on=slot.opens_on,
            window_closes_on=slot.closes_on,
            recorded_at=at,
        )
        for key, year in pairs
        for slot in slots_to_make(slots_of(locked[key], year), taken[key, year])
    ]
    return _insert(slots) if slots else 0


def numbers_in_use(meetings: QuerySet[Meeting]) -> dict[tuple[int, int], dict[int, date]]:
    """Of each series and year the numbers of these meetings, with a day of each."""
    taken: dict[tuple[int, int], dict[int, date]] = defaultdict(dict)
    for series, year, ordinal, starts_at, opens_on in meetings.order_by().values_list(
        "series", "year", "ordinal", "starts_at", "window_opens_on"
    ):
        taken[series, year][ordinal] = local_day(starts_at) if starts_at else opens_on
    return taken


def slots_of(series: MeetingSeries, year: int) -> tuple[Slot, ...]:
    """The slots that a series asks for in a year."""
    return plan_year(year, series.per_year, series.parsed_windows())


def _add_usual_series(at: datetime) -> None:
    """The duties of frameworks for which nobody arranged anything yet, also when two do it."""
    usual = [facts["duty"] for _field, facts in USUAL_SERIES]
    bare = Framework.objects.filter(in_force_at__isnull=False).exclude(series__duty__in=usual)
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


def series_owed(years: tuple[int, ...]) -> Iterator[tuple[MeetingSeries, int, int]]:
    """Which series holds in which year, and how many of its slots are there.

    It is the series of the newest framework that has been in force; with none in force the lab goes
    on under the last one. A year that was planned under an earlier framework keeps those slots; the
    successor's series begin with the year after.
    """
    there = Meeting.objects.live().filter(year__in=years).order_by("series_id")
    planned = {
        (_lane(host, duty, series), year): (series, count)
        for host, duty, year, series, count in there.values_list(
            "series__framework__host", "series__duty", "year", "series"
        ).annotate(Count("pk"))
    }
    every = list(MeetingSeries.objects.in_force().only(*OWED))
    for year in years:
        newest: dict[Lane, MeetingSeries] = {}
        for series in every:  # the oldest framework first
            if series.framework.starts_on.year <= year:
                lane = _lane(series.framework.host_id, series.duty, series.pk)
                newest[lane] = series
        for lane, series in newest.items():
            owner, there = planned.get((lane, year), (series.pk, 0))
            if owner == series.pk:
                yield series, year, there


def _lane(host: int, duty: str, series: int) -> Lane:
    """A lab has one series of each duty at a time, but one for each stuurgroep."""
    return host, duty, series if duty == MeetingSeries.Duty.STEERING else 0


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

    with connection.execute_wrapper(counted):
        Meeting.objects.bulk_create(slots, ignore_conflicts=True, batch_size=5_000)
    return inserted
