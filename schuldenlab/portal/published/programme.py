"""What the outside sees of a year: its programme, its themes, and decisions."""

from datetime import datetime
from typing import Any

from partners.querysets import local_day
from programme.models import Decision, InnovationTheme, Programme

from .records import PublicDecision, PublicProgramme, PublicTheme


def themes_shown() -> Any:
    """Themes that were marked public, the latest year first, each with its project."""
    shown = InnovationTheme.objects.shown_to_all().select_related("call", "theme", "project")
    return shown.order_by("-call__year", "title", "pk")


def decisions_shown() -> Any:
    """Decisions that were marked public, the newest first."""
    return Decision.objects.shown_to_all().order_by("-year", "-sequence")


def public_programmes(at: datetime) -> tuple[PublicProgramme, ...]:
    """The adopted programmes that are shown, the latest year first; one query."""
    del at
    shown = Programme.objects.shown_to_all().select_related("decision")
    return tuple(_programme(each) for each in shown)


def _programme(programme: Programme) -> PublicProgramme:
    decision, adopted_at = programme.decision, programme.adopted_at
    assert decision is not None, "only a decision adopts a programme"
    assert adopted_at is not None, "and only an adopted one is public"
    return PublicProgramme(
        year=programme.year,
        title=programme.title,
        ambition=programme.ambition,
        text=programme.text,
        adopted_on=local_day(adopted_at),
        decision_number=decision.number if decision.is_public else "",
    )


def public_themes(at: datetime) -> tuple[PublicTheme, ...]:
    """Chosen themes that are shown, with what became of each; one query."""
    del at
    return tuple(_theme(each) for each in themes_shown())


def _theme(theme: InnovationTheme) -> PublicTheme:
    project = getattr(theme, "project", None)
    return PublicTheme(
        number=theme.pk,
        year=theme.call.year,
        title=theme.title,
        question=theme.question,
        why=theme.why,
        subject=theme.theme.name,
        status=theme.status,
        exploring_on=theme.exploring_on,
        result_due_on=theme.result_due_on,
        result_kind=theme.result_kind,
        delivered_on=theme.delivered_on,
        result=theme.result,
        stopped_on=theme.stopped_on,
        project_code=project.code if project is not None and project.is_public else "",
    )


def public_decisions(at: datetime) -> tuple[PublicDecision, ...]:
    """Decisions that are shown, never with a vote; one query."""
    del at
    return tuple(
        PublicDecision(
            number=each.number,
            title=each.title,
            text=each.text,
            taken_on=local_day(each.taken_at),
            origin=each.origin,
            status=each.status,
        )
        for each in decisions_shown()
    )
