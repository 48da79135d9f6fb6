"""Clause 5: the programmaraad hears of the progress of the programme at each of its meetings."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    meetings = raad_meetings(asked)
    unit = npgettext("unit", "meeting", "meetings", len(meetings))
    if not meetings:
        return Reading(State.NOT_YET, 0, 0, unit, 0)
    have, need = sum(each.counts for each in meetings), len(meetings)
    due = [each for each in meetings if each.on - PAPERS <= asked.today]
    forecast = need - sum(not each.is_told for each in due)
    is_kept = all(each.is_told for each in meetings if each.is_over)
    return Reading(
        state=_state(asked, is_kept, forecast == need, have >= need),
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
        pips=tuple(_pip(each) for each in meetings),
    )


@dataclass(frozen=True)
class RaadMeeting:
    """A meeting of the raad on its day, whether that has come, and whether progress is told."""

    meeting: Any
    on: date
    is_over: bool
    is_told: bool

    @property
    def counts(self) -> bool:
        """Its day has come, and the raad heard of the progress."""
        return self.is_over and self.is_told


def raad_meetings(asked: Asked) -> list[RaadMeeting]:
    """Every meeting of this raad that had a day at the moment, in order."""
    slots: Any = Meeting.objects.known_at(asked.moment).filter(
        series__duty="raad", series__framework__host=asked.framework.host_id, year=asked.year
    )
    days = {
        slot: slot.held_on if slot.held_then else local_day(slot.date_then)
        for slot in slots.select_related("series")
        if slot.held_then or slot.date_then is not None
    }
    points = AgendaItem.objects.known_at(asked.moment).filter(is_progress=True, meeting__in=days)
    told = set(points.values_list("meeting_id", flat=True).order_by().distinct())
    return [
        RaadMeeting(slot, day, day <= asked.today, slot.pk in told)
        for slot, day in sorted(days.items(), key=lambda pair: (pair[1], pair[0].pk))
    ]


def _state(asked: Asked, is_kept: bool, is_prepared: bool, is_met: bool) -> State:
    if asked.year > asked.today.year:
        return State.NOT_YET
    if not is_kept:
        return State.MISSED
    if is_met:
        return State.MET
    return State.ON_TRACK if is_prepared else State.ATTENTION


def _pip(each: RaadMeeting) -> str:
    if each.is_over:
        return "held" if each.is_told else "open"
    return "dated" if each.is_told else "possible"


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
