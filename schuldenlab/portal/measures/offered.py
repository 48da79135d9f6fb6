"""Clause 8: every innovation is offered to all partners before its first phase with money."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from funding.models import FundingPlan, StepInOffer
from projects.models import Phase

from .money import MOST_NAMED, began_at
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
    found = innovations(asked)
    missed, open_ones = found.missed, found.waiting
    need, have = found.need, len(found.offered)
    listed = [*missed, *open_ones]
    return Reading(
        state=_state(asked, need, len(missed), len(open_ones)),
        have=have,
        need=need,
        unit=npgettext("unit", "innovation", "innovations", need),
        forecast=have,
        evidence=tuple(map(_evidence, listed[:MOST_NAMED])) or (projects_list(need),),
        note=_note(need, len(missed), len(open_ones)),
    )


@dataclass(frozen=True)
class Innovations:
    """Phases by which innovations are judged: offered in time, begun without, not offered yet."""

    offered: list[Any]
    missed: list[Any]
    waiting: list[Any]

    @property
    def need(self) -> int:
        """All of them."""
        return len(self.offered) + len(self.missed) + len(self.waiting)


def innovations(asked: Asked) -> Innovations:
    """The first phase with money of every innovation of the year, in four queries."""
    begun = _first_begun(asked)
    planned = [] if asked.is_year_over else _planned(asked)
    first = _first_offers([*begun, *planned], asked)
    missed = [each for each in begun if not _in_time(each, first)]
    waiting = [each for each in planned if not _in_time(each, first)]
    late = {each.pk for each in (*missed, *waiting)}
    offered = [each for each in (*begun, *planned) if each.pk not in late]
    return Innovations(offered, missed, waiting)


def _first_begun(asked: Asked) -> list[Any]:
    """Of each project its first phase with money, where that began in the year."""
    phases = Phase.objects.own().gated().known_by(asked.moment).filter(started_on__lte=asked.day)
    first = phases.order_by("project_id", "started_on", "pk").distinct("project_id")
    mine = Phase.objects.filter(pk__in=first.values("pk"), started_on__year=asked.year)
    return list(mine.select_related("project").order_by("pk"))


def _planned(asked: Asked) -> list[Any]:
    """Of each project a phase that was waiting for its money then, where none began before."""
    plans = FundingPlan.objects.filter(recorded_at__lte=asked.moment)
    phases = Phase.objects.own().gated().prepared_at(asked.moment)
    rows = phases.filter(pk__in=plans.values("phase"))
    begun = Phase.objects.own().gated().known_by(asked.moment)
    before = begun.filter(started_on__lte=asked.day).values("project")
    still = rows.exclude(project__in=before).order_by("project_id", "ordinal", "pk")
    first = Phase.objects.filter(pk__in=still.distinct("project_id").values("pk"))
    return list(first.select_related("project").order_by("pk"))


def _first_offers(phases: Iterable[Any], asked: Asked) -> dict[int, datetime]:
    """By project when it was offered to partners for the first time, as known at the moment."""
    offers = StepInOffer.objects.filter(
        round__plan__phase__project__in=[each.project_id for each in phases],
        offered_at__lte=asked.moment,
        recorded_at__lte=asked.moment,
    )
    rows = offers.order_by().values_list("round__plan__phase__project")
    return dict(rows.annotate(Min("offered_at")))


def _in_time(phase: Any, first: Mapping[int, datetime]) -> bool:
    """Whether its project was offered before the phase began, if it began."""
    at = first.get(phase.project_id)
    return at is not None and (phase.started_at is None or at <= began_at(phase))


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
