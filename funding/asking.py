"""Question: what the phases ask that are in preparation or running, beside the budget of the year.

A funding plan asks for a phase, not for a year. So what the phases ask is no part of what a year
needs: it stands beside what the programme says about projects. A category of which a phase misses
money is never simply *arranged* on a page, also when the amount of the programme is there.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from funding.arranging import covers_of
from funding.cover import NOTHING
from funding.models import FundingPlan
from funding.querysets.pledges import sees_all
from projects.models import Phase


@dataclass(frozen=True)
class Asking:
    """So many phases ask so much in all; of `short` ones the money is not arranged.

    `missing` is None for who may not know every amount.
    """

    phases: int
    total: Decimal
    short: int
    missing: Decimal | None


def asked_now(person: Any) -> Asking | None:
    """By the funding plans of all phases that this person sees; None when nothing is asked."""
    phases = Phase.objects.visible_to(person).open_now().gated()
    plans = FundingPlan.objects.filter(phase__in=phases.values("pk"), phase__is_taken_over=False)
    covers = covers_of(plans.values_list("pk", flat=True), person.moment).values()
    if not covers:
        return None
    missing = sum((max(each.missing, each.missing_cash) for each in covers), NOTHING)
    return Asking(
        phases=len(covers),
        total=sum((each.terms.total for each in covers), NOTHING),
        short=sum(not each.is_arranged for each in covers),
        missing=missing if sees_all(person) else None,
    )
