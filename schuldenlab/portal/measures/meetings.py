"""How a duty to meet stands: held, dated, still open, and until when it can be met."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import Meeting, MeetingSeries
from events.workdays import add_working_days
from partners.querysets import ended_after, local_day

from .reading import Asked, Evidence, LateFact, Reading, judge
from .registry import later_known

DAY = "j\u00a0F"  # 8 december, kept together


def meetings_of(duty: str, asked: Asked) -> Reading:
    """Held meetings against the number that the framework asks for in the year.

    A meeting counts in the year in which it was held, with attendance recorded. A slot without a
    date is in the forecast as long as a date can still be fixed within its window.
    """
    series = MeetingSeries.objects.filter(framework=asked.framework, duty=duty).first()
    if series is None:
        return Reading(judge(asked, 0, 0, 0), 0, 0, _("meetings"), 0)
    slots = list(
        Meeting.objects.known_at(asked.moment).filter(
            series__duty=duty, series__framework__host=asked.framework.host_id, year=asked.year
        )
    )
    pips = tuple(_pip(slot, series, asked) for slot in slots)
    have = pips.count("held")
    forecast = have + pips.count("dated") + pips.count("possible")
    return Reading(
        state=judge(asked, have, series.per_year, forecast),
        have=have,
        need=series.per_year,
        unit=ngettext("meeting", "meetings", series.per_year),
        forecast=forecast,
        evidence=(
            Evidence(
                series.heading,
                reverse("events:year", args=[asked.year]) + f"#{duty}",
            ),
        ),
        note=_note(slots, pips, asked),
        pips=pips,
    )


def _pip(slot: Any, series: MeetingSeries, asked: Asked) -> str:
    if slot.held_then:
        return "held"
    if slot.date_then is not None and local_day(slot.date_then) >= asked.today:
        return "dated"
    return "possible" if last_day_to_plan(slot, series) >= asked.today else "open"


def last_day_to_plan(slot: Meeting, series: MeetingSeries) -> date:
    """The last day on which a date can be fixed so that the meeting still falls in its window."""
    return add_working_days(slot.window_closes_on, -series.lead_days)


def _note(slots: list[Any], pips: tuple[str, ...], asked: Asked) -> str:
    dated = [
        local_day(slot.date_then) for slot, pip in zip(slots, pips, strict=True) if pip == "dated"
    ]
    undated = pips.count("open") + pips.count("possible")
    parts = []
    if dated:
        parts.append(_("Next on %(day)s.") % {"day": date_format(min(dated), DAY)})
    if undated and asked.year == asked.today.year:
        parts.append(
            ngettext("%(count)s has no date yet.", "%(count)s have no date yet.", undated)
            % {"count": undated}
        )
    return " ".join(parts)


@later_known
def late_meetings(asked: Asked) -> Iterator[LateFact]:
    """Meetings that had been held already, without it being recorded who was there."""
    late = Meeting.objects.filter(
        ended_after(asked.moment, "held_on", "held_recorded_at"),
        series__framework__host=asked.framework.host_id,
        year=asked.year,
        held_on__lte=asked.day,
    )
    for slot in late.select_related("series"):
        if slot.held_on and slot.held_recorded_at:
            text = _("“%(meeting)s” was held") % {"meeting": slot.subject or slot.series.heading}
            yield LateFact(slot.held_on, slot.held_recorded_at, text, slot.get_absolute_url())
