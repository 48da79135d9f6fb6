"""Question: how the amount that a category needs came about."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from funding.yearly import moves_at
from programme.models import BudgetLine, Programme


@dataclass(frozen=True)
class Step:
    """A decided change of course, and by how much it moved the category."""

    change: Any
    by: Decimal

    @property
    def is_more(self) -> bool:
        """Whether it asks more since."""
        return self.by > 0


@dataclass(frozen=True)
class Trace:
    """The programme that was adopted, and what moved each category since."""

    programme: Programme
    starts: dict[str, Decimal]
    steps: dict[str, list[Step]]


def trace_of(year: int, at: datetime) -> Trace | None:
    """Of the programme that was adopted by then, in three queries; None without one."""
    programme = Programme.objects.filter(year=year, adopted_at__lte=at).first()
    if programme is None:
        return None
    steps = defaultdict(list)
    for each in moves_at([year], at).order_by("pk"):
        steps[each.category].append(Step(each, each.budget_after - each.budget_before))
    lines = BudgetLine.objects.filter(programme=programme).order_by()
    starts = dict(lines.values_list("category").annotate(Sum("amount")))
    return Trace(programme, starts, dict(steps))
