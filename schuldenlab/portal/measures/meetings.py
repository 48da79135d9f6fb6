"""How a duty to meet stands: held, dated, still open, and until when it can be met."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from events.duties import NUMBERS, Duty, former_terms, known_meetings, stand, terms_then
from events.models import BlockedPeriod, Meeting, MeetingSeries
from events.wording import advice_of
from partners.querysets import ended_after, local_day

from .latecomers import heard
from .reading import Asked, Evidence, Late, LateFact, Reading, State, judge
from .registry import later_known

DAY = "j\u00a0F"  # 8 december, kept together


def meetings_of(duty: str, asked: Asked) -> Reading:
    """Held meetings against the number that the framework asks for in the year.

    A meeting counts in the year in which it was held, with attendance recorded. A slot without a
    date is in the forecast as long as a date can still be fixed for its window (events.forecast).
    """
    return reading_of(duty_of(duty, asked), asked)


def duty_of(duty: str, asked: Asked) -> Duty | None:
    """The meetings of this duty that the lab knew; None when the framework has no such series."""
    return asked.once(duties_then).get(duty)


def duties_then(asked: Asked) -> dict[str, Duty]:
    """Every duty of the framework with a number of its own; ask it by `asked.once`.

    Each with the lab's meetings of it, also those under another framework. In four queries.
    """
    host = {"framework__host": asked.framework.host_id, "duty__in": NUMBERS}
    every = list(MeetingSeries.objects.filter(**host).order_by("pk"))
    mine: dict[str, Any] = {}
    for each in every:
        if each.framework_id == asked.framework.pk:
            each.framework = asked.framework
            mine.setdefault(each.duty, each)
    former = former_terms([each.pk for each in mine.values()], asked.moment)
    blocked = BlockedPeriod.objects.spans(asked.moment, [asked.year])
    known = known_meetings(Q(series__in=[each.pk for each in every]), [asked.year], asked.moment)[
        asked.year
    ]
    duty_of_series = {each.pk: each.duty for each in every}
    return {
        duty: stand(
            series,
            [each for each in known if duty_of_series[each.series_id] == duty],
            terms_then(series, former.get(series.pk), asked.year, blocked),
            asked.today,
        )
        for duty, series in mine.items()
    }


def reading_of(found: Duty | None, asked: Asked) -> Reading:
    """What these meetings say."""
    if found is None:
        return Reading(judge(asked, 0, 0, 0), 0, 0, _("meetings"), 0)
    series = found.series
    forecast = found.forecast
    return Reading(
        state=_state(found, asked),
        have=forecast.held,
        need=forecast.terms.need,
        unit=npgettext("unit", "meeting", "meetings", forecast.terms.need),
        forecast=forecast.expected,
        evidence=(
            Evidence(
                series.heading,
                reverse("events:year", args=[asked.year]) + f"#{series.duty}",
            ),
        ),
        note=" ".join(notes_of(found, asked)),
        pips=forecast.kinds,
    )


def _state(found: Duty, asked: Asked) -> State:
    """As of every figure with a day; and missed as soon as the days to meet have run out."""
    forecast = found.forecast
    state = judge(asked, forecast.held, forecast.terms.need, forecast.expected)
    is_lost = state in {State.ATTENTION, State.ON_TRACK} and not forecast.is_possible
    return State.MISSED if is_lost else state


def notes_of(found: Duty, asked: Asked) -> list[str]:
    """When the next one is, and until when the duty can be met; the nearest first."""
    forecast = found.forecast
    pairs = zip(found.meetings, forecast.kinds, strict=True)
    dated = [local_day(each.date_then) for each, kind in pairs if kind == "dated"]
    parts = []
    if dated:
        parts.append(_("Next on %(day)s.") % {"day": date_format(min(dated), DAY)})
    if asked.year == asked.today.year:
        parts += advice_of(forecast)
    return parts


@later_known(
    *("inspiration_event", "network_meetings", "leaders_meetings", "progress_reported"),
    "knowledge",
)
def late_meetings(asked: Asked) -> Late:
    """Meetings that had been held already, without it being recorded who was there."""
    late = Meeting.objects.filter(
        ended_after(asked.moment, "held_on", "held_recorded_at"),
        series__framework__host=asked.framework.host_id,
        year=asked.year,
        held_on__lte=asked.day,
    )
    return heard(late.select_related("series"), "held_on", _late_words)


def _late_words(slot: Any) -> Iterator[LateFact]:
    text = _("“%(meeting)s” was held") % {"meeting": slot.subject or slot.series.heading}
    yield LateFact(slot.held_on, slot.held_recorded_at, text, slot.get_absolute_url())
