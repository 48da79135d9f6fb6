"""Making the slots of a year, exactly once, also when two planners come at the same moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count

from events.cadence import plan_year
from events.framework_2020 import USUAL_SERIES
from events.models import Meeting, MeetingSeries
from partners.models import Framework
from partners.querysets import local_day


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


def _owed(years: tuple[int, ...]) -> Iterator[tuple[MeetingSeries, int, int]]:
    """Which series holds in which year, and how many of its slots are there.

    It is the series of the newest framework that has been in force; with none in force the lab goes
    on under the last one. A year that was planned under an earlier framework keeps those slots; the
    successor's series begin with the year after.
    """
    planned = {
        (host, duty, year): (series, count)
        for host, duty, year, series, count in Meeting.objects.live()
        .filter(year__in=years)
        .values_list("series__framework__host", "series__duty", "year", "series", Count("pk"))
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
