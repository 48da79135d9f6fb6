"""The line of a year: its meetings drawn in lanes, and the same in a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from events.models import BlockedPeriod, Meeting
from events.yearline import Span, kind_of, levels_of, months_of, place_of, span_of
from partners.querysets import local_day

from .words import title_of

TOP, ROW = 22, 26  # pixels: the middle of the first row of marks, and between two rows


@dataclass(frozen=True)
class Mark:
    """One meeting on the line: what it is, when, where it stands, and its agreed period if open."""

    kind: str
    on: date
    title: str
    url: str
    x: str
    y: int
    window: dict[str, str] | None


def year_line(person: Any, year: int, at: datetime) -> dict[str, Any] | None:
    """Lanes, months, blocked periods and the rows of the table; None: no meetings (two queries)."""
    meetings = Meeting.objects.visible_to(person).filter(year=year).select_related("series")
    slots = list(
        meetings.exclude(status=Meeting.Status.DROPPED).order_by("series", "window_opens_on")
    )
    if not slots:
        return None
    today = local_day(at)
    blocked = BlockedPeriod.objects.visible_to(person).known_at(at)
    spans = [
        (period, span)
        for period in blocked.filter(first_on__year__lte=year, last_on__year__gte=year)
        if (span := span_of(period.first_on, period.last_on, year))
    ]
    lanes = [
        _lane(list(rows), year, today) for _key, rows in groupby(slots, lambda slot: slot.series_id)
    ]
    return {
        "lanes": lanes,
        "months": [
            {"name": str(MONTHS_3[number]), **_drawn(span), "middle": _percent(_middle(span))}
            for number, span in enumerate(months_of(year), start=1)
        ],
        "blocked": [_drawn(span) for _period, span in spans],
        "today": _percent(place_of(today, year)) if today.year == year else "",
        "kinds": _kinds(lanes),
        "rows": _rows(lanes, [period for period, _span in spans]),
    }


def _lane(slots: list[Meeting], year: int, today: date) -> dict[str, Any]:
    days = sorted(((_day(slot), slot) for slot in slots), key=lambda pair: (pair[0], pair[1].pk))
    places = [place_of(day, year) for day, _slot in days]
    levels = levels_of(places)
    marks = [
        _mark(slot, day, today, place, level)
        for (day, slot), place, level in zip(days, places, levels, strict=True)
    ]
    owed = slots[0].series.per_year
    return {
        "title": slots[0].series.heading,
        "held": sum(mark.kind == "held" for mark in marks),
        "total": owed or sum(mark.kind != "cancelled" for mark in marks),
        "marks": marks,
        "height": TOP * 2 + ROW * max(levels),
    }


def _day(slot: Meeting) -> date:
    """When it was or is; without a date, the last day of its period."""
    if slot.held_on is not None:
        return slot.held_on
    return local_day(slot.starts_at) if slot.starts_at else slot.window_closes_on


def _mark(slot: Meeting, day: date, today: date, place: float, level: int) -> Mark:
    kind = kind_of(
        day if slot.starts_at else None,
        today,
        is_held=slot.status == Meeting.Status.HELD,
        is_cancelled=slot.status == Meeting.Status.CANCELLED,
    )
    window = span_of(slot.window_opens_on, slot.window_closes_on, slot.year)
    y = TOP + ROW * level
    return Mark(
        kind,
        day,
        title_of(slot),
        slot.get_absolute_url(),
        _percent(place),
        y,
        _drawn(window) if window and kind == "open" else None,
    )


def _rows(lanes: Iterable[dict[str, Any]], periods: Iterable[BlockedPeriod]) -> list[Any]:
    """The table: everything on the line by its day, the blocked periods too."""
    rows = [
        {"on": mark.on, "kind": mark.kind, "title": mark.title, "url": mark.url}
        for lane in lanes
        for mark in lane["marks"]
    ]
    rows += [
        {"on": each.first_on, "until": each.last_on, "kind": "blocked", "title": each.heading}
        for each in periods
    ]
    return [
        {**row, "words": _words(row["kind"])} for row in sorted(rows, key=lambda row: row["on"])
    ]


def _words(kind: str) -> str:
    return {
        "held": _("Held"),
        "dated": _("Date fixed"),
        "open": _("No date yet"),
        "passed": _("Not recorded yet who was there"),
        "cancelled": _("Cancelled"),
        "blocked": _("No meetings are planned"),
    }[kind]


def _kinds(lanes: Iterable[dict[str, Any]]) -> list[dict[str, str]]:
    """What the legend explains: only what is there."""
    there = {mark.kind for lane in lanes for mark in lane["marks"]}
    order = ("held", "dated", "open", "passed", "cancelled")
    return [{"kind": kind, "words": _words(kind)} for kind in order if kind in there]


def _middle(span: Span) -> float:
    return span.start + span.width / 2


def _drawn(span: Span) -> dict[str, str]:
    return {"x": _percent(span.start), "width": _percent(span.width)}


def _percent(number: float) -> str:
    """As SVG reads it: with a point, in every language."""
    return f"{number:.2f}%"
