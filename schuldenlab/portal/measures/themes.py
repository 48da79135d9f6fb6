"""Clause 6: three or four innovation themes a year, guided, to a business case or a prototype."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.querysets import ended_after
from programme.models import Facilitator, InnovationTheme, ThemeCall
from schuldenlab.lifecycle import status_at

from .reading import PATIENCE, Asked, Evidence, LateFact, Reading, State, judge, judge_standing
from .registry import later_known, measure

UNDECIDED = {ThemeCall.Status.OPEN, ThemeCall.Status.CLOSED, ThemeCall.Status.BALLOT}


def _started(asked: Asked) -> list[InnovationTheme]:
    """Themes that count in the year: exploring them began in it, also when they stopped since."""
    return list(InnovationTheme.objects.started(asked.year, asked.day, asked.moment))


def _evidence(asked: Asked, count: int) -> tuple[Evidence, ...]:
    call = ThemeCall.objects.filter(year=asked.year, recorded_at__lte=asked.moment).first()
    if call is None:
        return ()
    label = ngettext("%(count)s theme", "%(count)s themes", count) % {"count": count}
    return (Evidence(label, call.get_absolute_url()),)


@measure("innovation_themes")
def innovation_themes(asked: Asked) -> Reading:
    """The exploration of enough themes began in the year; what was chosen is expected to begin."""
    low, high = asked.framework.themes_min, asked.framework.themes_max
    have = len(_started(asked))
    chosen = InnovationTheme.objects.filter(
        call__year=asked.year, selected_at__lte=asked.moment
    ).filter(Q(exploring_at__isnull=True) | Q(exploring_at__gt=asked.moment))
    waiting = chosen.filter(Q(stopped_at__isnull=True) | Q(stopped_at__gt=asked.moment)).count()
    call = ThemeCall.objects.filter(year=asked.year).first()
    forecast = have + waiting
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
    started = _started(asked)
    done = [each for each in started if _by(each.delivered_on, each.delivered_at, asked)]
    stopped = [each for each in started if _by(each.stopped_on, each.stopped_at, asked)]
    running = [each for each in started if each not in done and each not in stopped]
    need = max(min(len(started), asked.framework.themes_min), len(started) - len(stopped))
    have, forecast = len(done), len(done) + len(running)
    overdue = [
        each.result_due_on
        for each in running
        if each.result_due_on is not None and each.result_due_on < asked.today
    ]
    return Reading(
        state=_result_state(asked, have, need, forecast, min(overdue, default=None)),
        have=have,
        need=need,
        unit=_("results"),
        forecast=forecast,
        evidence=_evidence(asked, len(started)),
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
    started = _started(asked)
    known = Facilitator.objects.filter(theme__in=started).as_known(asked.moment)
    gaps = [_gap(theme, known, asked) for theme in started]
    have = sum(gap is None for gap in gaps)
    since = min((gap for gap in gaps if gap is not None), default=None)
    state = judge_standing(asked, since) if started else State.NOT_YET
    return Reading(
        state=state,
        have=have,
        need=len(started),
        unit=_("themes"),
        forecast=have,
        evidence=_evidence(asked, len(started)),
    )


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


@later_known
def late_themes(asked: Asked) -> Iterator[LateFact]:
    """Explorations, results and stops of the year that were recorded later."""
    moves = (
        ("exploring_on", "exploring_at", _("Exploring “%(title)s” began")),
        ("delivered_on", "delivered_at", _("“%(title)s” was delivered")),
        ("stopped_on", "stopped_at", _("“%(title)s” was stopped")),
    )
    for happened, recorded, words in moves:
        late = InnovationTheme.objects.filter(
            ended_after(asked.moment, happened, recorded),
            **{f"{happened}__lte": asked.today, "exploring_on__year": asked.year},
        )
        for theme in late:
            yield LateFact(
                getattr(theme, happened),
                getattr(theme, recorded),
                words % {"title": theme.title},
                theme.get_absolute_url(),
            )


@later_known
def late_facilitators(asked: Asked) -> Iterator[LateFact]:
    """Facilitators of themes of the year who had begun or stopped already."""
    rows = Facilitator.objects.filter(theme__exploring_on__year=asked.year)
    begun = rows.filter(ended_after(asked.moment, "from_on", "recorded_at"), from_on__lte=asked.day)
    ended = rows.filter(ended_after(asked.moment, "until_on", "ended_at"), until_on__lt=asked.day)
    related = ("theme", "organisation", "person")
    for row in begun.select_related(*related):
        text = _("%(name)s guides “%(theme)s”") % {"name": row.name, "theme": row.theme.title}
        yield LateFact(row.from_on, row.recorded_at, text, row.theme.get_absolute_url())
    for row in ended.select_related(*related):
        text = _("%(name)s stopped guiding “%(theme)s”") % {
            "name": row.name,
            "theme": row.theme.title,
        }
        yield LateFact(row.until_on, row.ended_at, text, row.theme.get_absolute_url())
