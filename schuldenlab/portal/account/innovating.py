"""Figures about themes, projects, what they delivered and what they reached."""

from datetime import date
from typing import Any

from django.db.models import Q

from partners.querysets import ended_after
from programme.models import InnovationTheme
from projects.models import Indicator, Phase, Project
from schuldenlab.portal.measures.money import begun_in, without_money

from .figure import Figure, Question, Row, counted
from .naming import Named, grouped
from .registry import figure


def themes_of(question: Question) -> list[InnovationTheme]:
    """Themes of which exploring began in the year; ask it by `once`."""
    found = InnovationTheme.objects.started(question.year, question.day, question.moment)
    return list(found.order_by("exploring_on", "pk"))


@figure("themes")
def themes(question: Question) -> Figure:
    """Themes of the year with how they stood."""
    rows = (
        (
            Row(
                f"theme:{each.pk}",
                each.title,
                on=each.exploring_on,
                note=f"theme_{_status_of(each, question)}",
            ),
            each.is_public,
        )
        for each in question.once(themes_of)
    )
    return counted("themes", "theme", grouped(rows, note=True))


def _status_of(theme: Any, question: Question) -> str:
    """How a theme stood on the day that is described, as was known at the moment."""
    for move in ("stopped", "delivered", "working_out"):
        day, at = getattr(theme, f"{move}_on"), getattr(theme, f"{move}_at")
        if day is not None and day <= question.day and at <= question.moment:
            return move
    return "exploring"


@figure("delivered")
def delivered(question: Question) -> Figure:
    """Business cases and prototypes that a theme delivered in the year."""
    found = InnovationTheme.objects.filter(
        delivered_on__range=(question.first, question.day), delivered_at__lte=question.moment
    ).order_by("delivered_on", "pk")
    rows = (
        (
            Row(
                f"theme:{each.pk}",
                each.title,
                on=each.delivered_on,
                note=f"result_{each.result_kind}",
            ),
            each.is_public,
        )
        for each in found
    )
    return counted("delivered", "result", grouped(rows, note=True))


@figure("projects")
def projects(question: Question) -> Figure:
    """Projects of which a phase ran on the day that is described, by that phase."""
    going = Q(ended_on__isnull=True) | Q(ended_on__gt=question.day)
    going |= ended_after(question.moment, "ended_on", "ended_at")
    rows = Phase.objects.known_by(question.moment).filter(going, started_on__lte=question.day)
    last: dict[int, Any] = {}
    for each in rows.select_related("project").order_by("ordinal"):
        if not _is_over(each.project, question):
            last[each.project_id] = each
    found = sorted(last.values(), key=lambda each: (each.project.title, each.pk))
    return counted("projects", "project", grouped((_project(each) for each in found), note=True))


def _is_over(project: Project, question: Question) -> bool:
    """Stopped or handed over by then."""
    ends = (project.stopped_at, project.handed_over_at)
    return any(end is not None and end <= question.moment for end in ends)


def _project(phase: Any, note: str = "phase") -> Named:
    project = phase.project
    row = Row(
        f"project:{project.pk}",
        project.title,
        on=phase.started_on,
        note=f"{note}_{phase.kind}",
        text=project.code,
    )
    return row, project.is_public


@figure("phases_started")
def phases_started(question: Question) -> Figure:
    """Phases that began in the year with their co-financing arranged, of all that began."""
    asked = question.asked
    if asked is None:
        return counted("phases_started", "phase", ())
    begun, _taken_over = begun_in(asked)
    short = without_money(begun, asked)
    rows = (_keyed(each) for each in begun if each not in short)
    return counted("phases_started", "phase", grouped(rows, note=True), len(begun))


def _keyed(phase: Any) -> Named:
    row, is_public = _project(phase, "started")
    return Row(f"phase:{phase.pk}", row.title, row.amount, row.on, row.note, row.text), is_public


def measured_in(question: Question) -> list[tuple[Any, Any]]:
    """Indicators with their last value of the year, as was known at the moment."""
    found = Indicator.objects.filter(recorded_at__lte=question.moment).select_related("project")
    pairs = []
    for each in found.with_values(question.moment).order_by("name", "pk"):
        values = [value for value in each.counted if _is_in(value.measured_on, question)]
        if values:
            pairs.append((each, values[0]))
    return pairs


def _is_in(day: date, question: Question) -> bool:
    return question.first <= day <= question.day


@figure("measured")
def measured(question: Question) -> Figure:
    """What projects counted in the year: each result that has a value.

    Their values are never added up: two results in the same unit are still two things.
    """
    return counted("measured", "measured", grouped(_value(*pair) for pair in measured_in(question)))


def _value(indicator: Any, value: Any) -> Named:
    row = Row(
        f"indicator:{indicator.pk}",
        indicator.name,
        on=value.measured_on,
        note="measured",
        text=indicator.unit,
        measure=value.value,
    )
    return row, indicator.project.is_public
