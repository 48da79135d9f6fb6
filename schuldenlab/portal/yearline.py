"""The meetings of a year in lanes, as they were known at one moment, for one reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from events.models import Meeting
from events.yearline import kind_of
from partners.models import Framework
from partners.querysets import local_day


@dataclass(frozen=True)
class Mark:
    """One meeting in its lane: held, dated, passed (a date without attendance) or open."""

    kind: str
    on: date
    url: str


@dataclass(frozen=True)
class Lane:
    """One series in a year: its marks by month, and how many of them were held."""

    title: str
    held: int
    total: int
    months: tuple[tuple[int, tuple[Mark, ...]], ...]


def lanes(framework: Framework, year: int, moment: datetime, reader: Any) -> list[Lane]:
    """A lane for each series of the lab with slots in the year that `reader` sees (one query)."""
    slots = (
        Meeting.objects.visible_to(reader)
        .known_at(moment)
        .filter(series__framework__host=framework.host_id, year=year)
        .select_related("series")
        .order_by("series", "window_opens_on", "ordinal")
    )
    return [_lane(list(rows), moment) for _key, rows in groupby(slots, lambda row: row.series_id)]


def _lane(slots: list[Any], moment: datetime) -> Lane:
    marks = sorted((_mark(slot, moment) for slot in slots), key=lambda mark: mark.on)
    return Lane(
        title=slots[0].series.heading,
        held=sum(mark.kind == "held" for mark in marks),
        total=slots[0].series.per_year or len(marks),  # where nothing is owed: what is planned
        months=tuple(_by_month(marks)),
    )


def _by_month(marks: Iterable[Mark]) -> Iterable[tuple[int, tuple[Mark, ...]]]:
    for month, together in groupby(marks, lambda mark: mark.on.month):
        yield month, tuple(together)


def _mark(slot: Any, moment: datetime) -> Mark:
    today, url = local_day(moment), slot.get_absolute_url()
    then = None if slot.date_then is None else local_day(slot.date_then)
    kind = kind_of(then, today, is_held=slot.held_then)
    day = slot.held_on if slot.held_then else then or slot.window_closes_on
    return Mark(kind, day, url)
