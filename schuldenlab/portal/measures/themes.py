"""Clause 6: three or four innovation themes a year, guided, to a business case or a prototype."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners.querysets import ended_after
from programme.models import Facilitator, InnovationTheme, ThemeCall
from schuldenlab.lifecycle import status_at

from .latecomers import heard, late_rows
from .reading import (
    PATIENCE,
    Asked,
    Evidence,
    Late,
    LateFact,
    Reading,
    State,
    judge,
    judge_standing,
)
from .registry import later_known, measure

UNDECIDED = {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED, ThemeCall.Status.BALLOT}


def started(asked: Asked) -> list[InnovationTheme]:
    """Themes that count in the year: exploring them began in it, also when they stopped since.

    Ask it by `asked.once`.
    """
    return list(InnovationTheme.objects.started(asked.year, asked.day, asked.moment))


def call_of(asked: Asked) -> ThemeCall | None:
    """The call for themes of the year; ask it by `asked.once`."""
    return ThemeCall.objects.filter(year=asked.year).first()


def _evidence(asked: Asked, count: int) -> tuple[Evidence, ...]:
    call = asked.once(call_of)
    if call is None or call.recorded_at > asked.moment:
        return ()
    label = ngettext("%(count)s theme", "%(count)s themes", count) % {"count": count}
    return (Evidence(label, call.get_absolute_url()),)


def waiting(asked: Asked) -> Any:
    """Themes of the year that were chosen and of which the exploration has not begun."""
    chosen = InnovationTheme.objects.filter(
        call__year=asked.year, selected_at__lte=asked.moment
    ).filter(Q(exploring_at__isnull=True) | Q(exploring_at__gt=asked.moment))
    return chosen.filter(Q(stopped_at__isnull=True) | Q(stopped_at__gt=asked.moment))


@dataclass(frozen=True)
class Results:
    """Themes that began in the year: delivered, stopped, running; and how many are needed."""

    done: list[InnovationTheme]
    stopped: list[InnovationTheme]
    running: list[InnovationTheme]
    need: int


def results(asked: Asked) -> Results:
    """What became of the themes of the year, as was known on the day of the moment."""
    every = asked.once(started)
    done = [each for each in every if _by(each.delivered_on, each.delivered_at, asked)]
    stopped = [each for each in every if _by(each.stopped_on, each.stopped_at, asked)]
    running = [each for each in every if each not in done and each not in stopped]
    need = max(min(len(every), asked.framework.themes_min), len(every) - len(stopped))
    return Results(done, stopped, running, need)


@measure("innovation_themes")
def innovation_themes(asked: Asked) -> Reading:
    """The exploration of enough themes began in the year; what was chosen is expected to begin."""
    low, high = asked.framework.themes_min, asked.framework.themes_max
    have = len(asked.once(started))
    call = asked.once(call_of)
    forecast = have + waiting(asked).count()
    if call is not None and status_at(call, asked.moment) in UNDECIDED:
        forecast = max(forecast, low)  # the raad is on its way to choose them
    return Reading(
        state=judge(asked, have, low, forecast),
        have=have,
        need=low,
        unit=_("themes"),
        forecast=forecast,
        evidence=_evidence(asked, have),
        note=_("The agreement is %(low)s to %(high)s.") % {"low": low, "high": high},
    )


@measure("theme_results")
def theme_results(asked: Asked) -> Reading:
    """Each theme that began in the year became a business case or prototype, in twelve months.

    The result is due in the year after, so it is judged on the day of the moment, also when the
    year itself is over. A theme that stopped with a reason needs none, as long as the fewest themes
    of the framework are left. Overdue is attention for sixty days, then missed until it is there.
    """
    found = results(asked)
    need, have = found.need, len(found.done)
    forecast = have + len(found.running)
    overdue = [
        each.result_due_on
        for each in found.running
        if each.result_due_on is not None and each.result_due_on < asked.today
    ]
    return Reading(
        state=_result_state(asked, have, need, forecast, min(overdue, default=None)),
        have=have,
        need=need,
        unit=_("results"),
        forecast=forecast,
        evidence=_evidence(asked, len(asked.once(started))),
        note=_("Each result is due twelve months after exploring began."),
    )


def _by(day: date | None, recorded_at: Any, asked: Asked) -> bool:
    """Whether it had happened, as was known at the moment."""
    return day is not None and day <= asked.today and recorded_at <= asked.moment


def _result_state(
    asked: Asked, have: int, need: int, forecast: int, overdue_since: date | None
) -> State:
    if asked.year > asked.today.year or need == 0:
        return State.NOT_YET
    if have >= need:
        return State.MET
    if forecast < need:
        return State.MISSED if asked.is_year_over else State.ATTENTION
    if overdue_since is None:
        return State.ON_TRACK
    return State.ATTENTION if asked.today - overdue_since <= PATIENCE else State.MISSED


@measure("themes_facilitated")
def themes_facilitated(asked: Asked) -> Reading:
    """Each theme that began in the year has a facilitator, or had one until it ended."""
    gaps = guided(asked)
    have = sum(gap is None for _theme, gap in gaps)
    since = min((gap for _theme, gap in gaps if gap is not None), default=None)
    state = judge_standing(asked, since) if gaps else State.NOT_YET
    return Reading(
        state=state,
        have=have,
        need=len(gaps),
        unit=_("themes"),
        forecast=have,
        evidence=_evidence(asked, len(gaps)),
    )


def guided(asked: Asked) -> list[tuple[InnovationTheme, date | None]]:
    """The themes of the year, each with since when nobody guides it; None when somebody does."""
    every = asked.once(started)
    known = Facilitator.objects.filter(theme__in=every).as_known(asked.moment)
    return [(theme, _gap(theme, known, asked)) for theme in every]


def _gap(theme: InnovationTheme, known: list[Any], asked: Asked) -> date | None:
    """Since when the theme has nobody who guides it, on the last day of it that is judged."""
    ends = [
        day
        for day, at in (
            (theme.delivered_on, theme.delivered_at),
            (theme.stopped_on, theme.stopped_at),
        )
        if day is not None and at is not None and day <= asked.day and at <= asked.moment
    ]
    last = min([*ends, asked.day])
    mine = [row for row in known if row.theme_id == theme.pk and row.from_on <= last]
    if any(row.until_on is None or row.until_on >= last for row in mine):
        return None
    begun = theme.exploring_on or last
    ended: list[date] = [row.until_on + timedelta(days=1) for row in mine]
    return max([begun, *ended])


MOVES = {
    "exploring": gettext_lazy("Exploring “%(title)s” began"),
    "delivered": gettext_lazy("“%(title)s” was delivered"),
    "stopped": gettext_lazy("“%(title)s” was stopped"),
}


def _late_themes(asked: Asked, move: str) -> Late:
    happened, recorded = f"{move}_on", f"{move}_at"
    late = InnovationTheme.objects.filter(
        ended_after(asked.moment, happened, recorded),
        **{f"{happened}__lte": asked.today, "exploring_on__year": asked.year},
    )

    def say(theme: Any) -> Iterator[LateFact]:
        text = MOVES[move] % {"title": theme.title}
        days = getattr(theme, happened), getattr(theme, recorded)
        yield LateFact(*days, text, theme.get_absolute_url())

    return heard(late, happened, say)


@later_known("innovation_themes", "theme_results", "themes_facilitated")
def late_explorations(asked: Asked) -> Late:
    """Explorations of the year that were recorded later."""
    return _late_themes(asked, "exploring")


@later_known("theme_results")
def late_results(asked: Asked) -> Late:
    """Results that were there already."""
    return _late_themes(asked, "delivered")


@later_known("theme_results", "themes_facilitated")
def late_stops(asked: Asked) -> Late:
    """Themes that had stopped already."""
    return _late_themes(asked, "stopped")


@later_known("themes_facilitated", "knowledge")
def late_facilitators(asked: Asked) -> Late:
    """Facilitators of themes of the year who had begun or stopped already."""
    rows = late_rows(
        Facilitator.objects.filter(theme__exploring_on__year=asked.year),
        asked,
        is_struck_apart=False,
    )
    return heard(rows.select_related("theme", "organisation", "person"), "late_on", _guide_words)


def _guide_words(row: Any) -> Iterator[LateFact]:
    words, url = {"name": row.name, "theme": row.theme.title}, row.theme.get_absolute_url()
    if row.begins_late:
        text = _("%(name)s guides “%(theme)s”") % words
        yield LateFact(row.from_on, row.recorded_at, text, url)
    if row.ends_late:
        text = _("%(name)s stopped guiding “%(theme)s”") % words
        yield LateFact(row.until_on, row.ended_at, text, url)
