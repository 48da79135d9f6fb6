"""Clause 8: every innovation is offered to all partners before its first phase with money."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from funding.models import FundingPlan, StepInOffer
from projects.models import Phase

from .money import began_at
from .projects import projects_list
from .reading import Asked, Evidence, Reading, State
from .registry import measure


@measure("offered_to_all")
def offered_to_all(asked: Asked) -> Reading:
    """Innovations of which the first phase with money began this year, or has a funding plan.

    A round offers a phase to all partners of its day. One that was not offered before that phase
    began breaks the rule, and that cannot be mended; as long as it has not begun it can. Prototypes
    ask for no money, and what was taken over is outside the measures.
    """
    begun = _first_begun(asked)
    waiting = {} if asked.is_year_over else _planned(asked)
    missed = _not_offered(begun.values(), asked)
    open_ones = _not_offered(waiting.values(), asked)
    need = len(begun) + len(waiting)
    have = need - len(missed) - len(open_ones)
    listed = [*missed, *open_ones]
    return Reading(
        state=_state(asked, need, len(missed), len(open_ones)),
        have=have,
        need=need,
        unit=npgettext("unit", "innovation", "innovations", need),
        forecast=have,
        evidence=tuple(map(_evidence, listed)) or (projects_list(need),),
        note=_note(need, len(missed), len(open_ones)),
    )


def _first_begun(asked: Asked) -> dict[int, Any]:
    """By project its first phase with money, where that began in the year."""
    phases = Phase.objects.own().gated().known_by(asked.moment)
    rows = phases.filter(started_on__lte=asked.day).select_related("project")
    first: dict[int, Any] = {}
    for phase in rows.order_by("started_on", "pk"):
        first.setdefault(phase.project_id, phase)
    return {key: each for key, each in first.items() if each.started_on.year == asked.year}


def _planned(asked: Asked) -> dict[int, Any]:
    """By project a phase that was waiting for its money at the moment, where none began before."""
    plans = FundingPlan.objects.filter(recorded_at__lte=asked.moment)
    phases = Phase.objects.own().gated().prepared_at(asked.moment)
    rows = phases.filter(pk__in=plans.values("phase")).select_related("project")
    begun = Phase.objects.own().gated().known_by(asked.moment)
    before = begun.filter(started_on__lte=asked.day).values("project")
    first: dict[int, Any] = {}
    for phase in rows.exclude(project__in=before).order_by("ordinal", "pk"):
        first.setdefault(phase.project_id, phase)
    return first


def _not_offered(phases: Iterable[Any], asked: Asked) -> list[Any]:
    """Those of a project that nobody was offered before the phase began, as known at the moment."""
    rows = list(phases)
    offers = StepInOffer.objects.filter(
        round__plan__phase__project__in=[each.project_id for each in rows],
        offered_at__lte=asked.moment,
        recorded_at__lte=asked.moment,
    )
    found = offers.order_by("offered_at").values_list("round__plan__phase__project", "offered_at")
    first: dict[int, Any] = {}
    for project, at in found:
        first.setdefault(project, at)
    return [
        each
        for each in sorted(rows, key=lambda row: row.pk)
        if each.project_id not in first
        or (each.started_at is not None and first[each.project_id] > began_at(each))
    ]


def _state(asked: Asked, need: int, missed: int, waiting: int) -> State:
    if missed:
        return State.MISSED
    if not need or asked.year > asked.today.year:
        return State.NOT_YET
    return State.ATTENTION if waiting else State.MET


def _evidence(phase: Any) -> Evidence:
    """The money of the phase, where it can be offered."""
    label = f"{phase.project.title} ({phase.get_kind_display()})"
    return Evidence(label, f"{phase.get_absolute_url()}#money-{phase.pk}")


def _note(need: int, missed: int, waiting: int) -> str:
    return " ".join(_sentences(need, missed, waiting))


def _sentences(need: int, missed: int, waiting: int) -> Iterator[str]:
    if not need:
        yield _("No innovation asked for money this year.")
    if missed:
        yield ngettext(
            "%(count)s began before all partners were asked.",
            "%(count)s began before all partners were asked.",
            missed,
        ) % {"count": missed}
    if waiting:
        yield ngettext(
            "%(count)s waits for its money and was not offered to all partners yet.",
            "%(count)s wait for their money and were not offered to all partners yet.",
            waiting,
        ) % {"count": waiting}
