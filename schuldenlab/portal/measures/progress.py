"""Clause 5: the programmaraad hears of the progress of the programme at each of its meetings."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from events.models import AgendaItem, Meeting
from partners.querysets import local_day

from .latecomers import heard
from .reading import Asked, Evidence, Late, LateFact, Reading, State
from .registry import later_known, measure

PAPERS = timedelta(days=7)


@measure("progress_reported")
def progress_reported(asked: Asked) -> Reading:
    """Meetings of the year's raad with progress on their agenda, of all that have a date.

    A meeting that went by without it breaks the agreement: that cannot be mended. A coming one
    asks for attention from the day on which its papers are due.
    """
    days = _known_days(asked)
    unit = npgettext("unit", "meeting", "meetings", len(days))
    if not days:
        return Reading(State.NOT_YET, 0, 0, unit, 0)
    told = set(
        AgendaItem.objects.known_at(asked.moment)
        .filter(meeting__in=days, is_progress=True)
        .values_list("meeting_id", flat=True)
    )
    over = {pk for pk, day in days.items() if day <= asked.today}
    due = {pk for pk, day in days.items() if day - PAPERS <= asked.today}
    have, need = len(over & told), len(days)
    forecast = need - len(due - told)
    return Reading(
        state=_state(asked, over <= told, due <= told, have >= need),
        have=have,
        need=need,
        unit=unit,
        forecast=forecast,
        evidence=(
            Evidence(
                _("Meetings of the programmaraad"),
                reverse("events:year", args=[asked.year]) + "#raad",
            ),
        ),
        pips=tuple(_pip(pk in over, pk in told) for pk in days),
    )


def _known_days(asked: Asked) -> dict[int, date]:
    """The day of every meeting of this raad that had one at the moment, in order."""
    slots: Any = Meeting.objects.known_at(asked.moment).filter(
        series__duty="raad", series__framework__host=asked.framework.host_id, year=asked.year
    )
    days = {
        slot.pk: slot.held_on if slot.held_then else local_day(slot.date_then)
        for slot in slots
        if slot.held_then or slot.date_then is not None
    }
    return dict(sorted(days.items(), key=lambda pair: (pair[1], pair[0])))


def _state(asked: Asked, is_kept: bool, is_prepared: bool, is_met: bool) -> State:
    if asked.year > asked.today.year:
        return State.NOT_YET
    if not is_kept:
        return State.MISSED
    if is_met:
        return State.MET
    return State.ON_TRACK if is_prepared else State.ATTENTION


def _pip(is_over: bool, is_told: bool) -> str:
    if is_over:
        return "held" if is_told else "open"
    return "dated" if is_told else "possible"


@later_known("progress_reported")
def late_points(asked: Asked) -> Late:
    """Progress that was on the agenda of a meeting by then, and was recorded after the moment."""
    late: Any = AgendaItem.objects.filter(
        is_progress=True,
        taken_off_at__isnull=True,
        put_on_at__gt=asked.moment,
        meeting__series__duty="raad",
        meeting__series__framework__host=asked.framework.host_id,
        meeting__year=asked.year,
        meeting__starts_at__date__lte=asked.day,
    )
    first = late.order_by("meeting_id", "put_on_at", "pk").distinct("meeting_id")
    rows = AgendaItem.objects.filter(pk__in=first.values("pk")).select_related("meeting__series")
    return heard(rows, "meeting__starts_at", _late_words)


def _late_words(item: Any) -> Iterator[LateFact]:
    text = _("“%(point)s” was on the agenda") % {"point": item.title}
    url = reverse("programme:raad-meeting", args=[item.meeting_id])
    yield LateFact(local_day(item.meeting.starts_at), item.put_on_at, text, url)
