"""What the outside sees of projects: what, for whom, how far, and what it brings. No money."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from partners.models import Organisation
from partners.querysets import local_day
from projects.models import (
    Indicator,
    IndicatorValue,
    Leadership,
    Participation,
    Phase,
    Project,
    Stake,
)
from projects.querysets import on_day

from .records import PublicPhase, PublicProject, PublicResult

Names = dict[int, tuple[str, ...]]


def projects_shown() -> Any:
    """Projects that were marked public, the newest code first."""
    return Project.objects.shown_to_all().order_by("-year", "-sequence")


def phases_shown() -> Any:
    """Their phases, without those that were dropped."""
    shown = Phase.objects.filter(project__in=projects_shown().order_by().values("pk"))
    return shown.exclude(status=Phase.Status.DROPPED).order_by("project", "ordinal")


def values_shown(at: datetime) -> Any:
    """The newest value of each indicator that is still measured in a public project."""
    values = IndicatorValue.objects.holding(at).filter(
        indicator__project__is_public=True, indicator__dropped_at__isnull=True
    )
    newest = values.order_by("indicator_id", "-measured_on", "-pk").distinct("indicator_id")
    return IndicatorValue.objects.filter(pk__in=newest.values("pk")).order_by("pk")


def links_shown(day: date) -> tuple[tuple[Any, str], ...]:
    """Rows that tie a public partner to a public project today, and the way to the project."""
    shown = Organisation.objects.shown_to_all(day).values("pk")
    leads = Leadership.objects.filter(role=Leadership.Role.LEADER)
    takes_part = Participation.objects.filter(kind=Participation.Kind.PARTNER)
    ties = (
        (on_day(leads, day), "project"),
        (Stake.objects.on(day), "stuurgroep__project"),
        (on_day(takes_part, day), "project"),
    )
    return tuple(
        (rows.filter(**{"organisation__in": shown, f"{way}__is_public": True}), way)
        for rows, way in ties
    )


def public_projects(at: datetime) -> tuple[PublicProject, ...]:
    """All that are shown, with phases, partners and results; a constant number of queries."""
    measured = Indicator.objects.standing().with_latest(at).order_by("goal", "pk")
    shown = (
        projects_shown()
        .with_stage()
        .select_related("theme", "innovation_theme")
        .prefetch_related(
            Prefetch("phases", phases_shown(), to_attr="shown"),
            Prefetch("indicators", measured, to_attr="measured"),
        )
    )
    names = _names(local_day(at))
    return tuple(_project(each, names.get(each.pk, ())) for each in shown)


def _names(day: date) -> Names:
    """The public partners of each public project, by name; one query for each kind of tie."""
    found: dict[int, set[str]] = defaultdict(set)
    for rows, way in links_shown(day):
        for project, name in rows.order_by().values_list(way, "organisation__name"):
            found[project].add(name)
    return {project: tuple(sorted(names)) for project, names in found.items()}


def _project(project: Any, organisations: tuple[str, ...]) -> PublicProject:
    theme = project.innovation_theme
    return PublicProject(
        code=project.code,
        title=project.title,
        summary=project.summary,
        target_group=project.target_group,
        debt_phase=project.debt_phase,
        outcome=project.outcome,
        subject=project.theme.name,
        status=project.status,
        phase=project.stage or "",
        phase_status=project.stage_status or "",
        began=project.began,
        handed_over_to=project.handed_over_to,
        handed_over_on=project.handed_over_on,
        figures=project.figures,
        sources=project.sources,
        organisations=organisations,
        results=tuple(_results(project.measured)),
        phases=tuple(
            PublicPhase(each.kind, each.status, each.started_on, each.ended_on)
            for each in project.shown
        ),
        residents_voice=project.residents_voice,
        theme_number=theme.pk if theme is not None and theme.is_public else None,
    )


def _results(indicators: Iterable[Any]) -> Iterable[PublicResult]:
    """What was measured; an indicator without a value is no result yet."""
    for indicator in indicators:
        for newest in indicator.counted[:1]:
            yield PublicResult(
                indicator=indicator.name,
                unit=indicator.unit,
                value=newest.value,
                measured_on=newest.measured_on,
                goal=indicator.goal,
                target=indicator.target,
                target_on=indicator.target_on,
            )
