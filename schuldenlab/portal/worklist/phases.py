"""The phases of projects that go, with what the gate asks and how their money stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, Max, OuterRef, Subquery

from funding.arranging import covers_of
from funding.cover import NOTHING, Cover
from funding.models import FundingTerms, StepInRound
from projects.models import Phase, Stake, StuurgroepMember

from .today import Today


@dataclass(frozen=True)
class Phases:
    """Rows of phases in preparation or running, and the money of those in preparation."""

    rows: list[Any]
    covers: Mapping[int, Cover]

    def is_arranged(self, phase: Any) -> bool:
        """Whether its money is there."""
        cover = self.covers.get(phase.plan_id)
        return cover is not None and cover.is_arranged

    def missing(self, phase: Any) -> Decimal:
        """How much is still needed, in euro."""
        cover = self.covers.get(phase.plan_id)
        return NOTHING if cover is None else max(cover.missing, cover.missing_cash)


def phases_of(today: Today) -> Phases:
    """Five queries, however many there are."""
    rows = list(_rows(today))
    planned = {each.plan_id for each in rows if each.status == "planned" and each.plan_id}
    return Phases(rows, covers_of({0, *planned}, today.moment))


def _rows(today: Today) -> Any:
    terms = FundingTerms.objects.filter(plan__phase=OuterRef("pk")).order_by("-ordinal")
    rounds = StepInRound.objects.filter(plan__phase=OuterRef("pk"))
    group = {"stuurgroep__project": OuterRef("project")}
    return (
        Phase.objects.open_now()
        .with_gate(today.day)
        .annotate(
            plan_id=Subquery(terms.values("plan")[:1]),
            deadline_on=Subquery(terms.values("deadline_on")[:1]),
            was_offered=Exists(rounds),
            is_offered=Exists(rounds.open_at(today.moment)),
            stake_until=_last(Stake, **group),
            chair_until=_last(StuurgroepMember, is_chair=True, **group),
        )
        .select_related("project__innovation_theme", "pilot", "prototype")
        .order_by("project_id", "ordinal")
    )


def _last(model: Any, **which: Any) -> Subquery:
    """The last day of those that ended last."""
    rows = model.objects.filter(until_on__isnull=False, **which).order_by()
    last = rows.values("stuurgroep").annotate(last=Max("until_on")).values("last")
    return Subquery(last)


def short_since(phase: Any, until: date | None) -> date:
    """Since when a stuurgroep misses somebody, but not from before its phase began."""
    begun: date = phase.started_on
    return begun if until is None else max(begun, until)
