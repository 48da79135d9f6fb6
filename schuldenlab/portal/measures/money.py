"""Clause 8: money for four categories, and no start without co-financing."""

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.arranging import covers_when
from partners.querysets import ended_after
from projects.models import Phase
from schuldenlab.portal.moments import end_of

from .projects import projects_list
from .reading import Asked, Evidence, Reading, State
from .registry import measure

MOST_NAMED = 6


@measure("started_with_money")
def started_with_money(asked: Asked) -> Reading:
    """Every phase that began in the year had its co-financing on the day on which it began.

    A prototype counts as exploring and asks for none; what was taken over is outside the measures.
    One that began without it breaks the rule, and that cannot be mended. As long as nothing began
    there is nothing to judge.
    """
    phases, taken_over = begun_in(asked)
    short = without_money(phases, asked)
    need, have = len(phases), len(phases) - len(short)
    listed = [*short, *(each for each in phases if each not in short)]
    return Reading(
        state=_state(need, have),
        have=have,
        need=need,
        unit=ngettext("start of a phase", "starts of phases", need),
        forecast=have,
        evidence=tuple(map(_evidence, listed[:MOST_NAMED])) or (projects_list(0),),
        note=_note(need, len(short), len(taken_over)),
    )


def begun_in(asked: Asked) -> tuple[list[Any], list[Any]]:
    """The phases with money that began in the year, the first one first.

    First those that count; then those that were taken over and began in the year or still run,
    which are outside the measures.
    """
    runs = Q(ended_on=None) | Q(ended_on__gte=asked.day)
    runs |= ended_after(asked.moment, "ended_on", "ended_at")
    asks = Q(started_on__year=asked.year) | (Q(is_taken_over=True) & runs)
    rows = Phase.objects.gated().known_by(asked.moment).filter(asks, started_on__lte=asked.day)
    found = list(rows.select_related("project", "funding_plan").order_by("started_on", "pk"))
    mine = [each for each in found if not each.is_taken_over]
    return mine, [each for each in found if each.is_taken_over]


def without_money(phases: list[Any], asked: Asked) -> list[Any]:
    """Those of which the money was not arranged by the end of the day on which they began."""
    plans = {each.funding_plan.pk: each for each in phases if hasattr(each, "funding_plan")}
    moments = {plan: began_at(phase) for plan, phase in plans.items()}
    covers = covers_when(moments, asked.framework.funders_min)
    arranged = {plans[plan].pk for plan, found in covers.items() if found.is_arranged}
    return [each for each in phases if each.pk not in arranged]


def began_at(phase: Any) -> datetime:
    """The end of the day on which it began, or the moment of recording when that was sooner."""
    started_at: datetime = phase.started_at
    return min(end_of(phase.started_on, started_at), started_at)


def _state(need: int, have: int) -> State:
    if not need:
        return State.NOT_YET
    return State.MET if have == need else State.MISSED


def _evidence(phase: Any) -> Evidence:
    """The money of a phase on the dossier of its project."""
    label = f"{phase.project.title} ({phase.get_kind_display()})"
    return Evidence(label, f"{phase.get_absolute_url()}#money-{phase.pk}")


def _note(need: int, short: int, taken_over: int) -> str:
    said = []
    if not need:
        said.append(_("No phase that asks for money began here this year."))
    if short:
        words = ngettext(
            "%(count)s began before its money was arranged.",
            "%(count)s began before their money was arranged.",
            short,
        )
        said.append(words % {"count": short})
    if taken_over:
        words = ngettext(
            "What was taken over does not count: %(count)s phase.",
            "What was taken over does not count: %(count)s phases.",
            taken_over,
        )
        said.append(words % {"count": taken_over})
    return " ".join(said)
