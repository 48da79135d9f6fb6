"""Questions about the parts in which pledges arrive."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Sum, Value, When

from funding.budget import FIRM, OFFERED, WAITS


class InstalmentQuerySet(models.QuerySet[Any]):
    def held_at(self, moment: datetime) -> InstalmentQuerySet:
        """Those of the schedule that held at a moment: no other one was there after it."""
        from funding.models import Schedule  # noqa: PLC0415 - the models name this file

        later = Schedule.objects.filter(
            pledge=OuterRef("schedule__pledge"),
            ordinal__gt=OuterRef("schedule__ordinal"),
            at__lte=moment,
        )
        return self.filter(~Exists(later), schedule__at__lte=moment)

    def sums_at(self, moment: datetime, *, together: bool = False) -> Any:
        """Sums per year, category, organisation, form, state and whether it is for a phase.

        As they stood at a moment, without what was withdrawn by then. `together` adds up all
        organisations, so that the rows do not grow with them.
        """
        pledge = "schedule__pledge__"
        gone = Q(**{f"{pledge}withdrawn_at__lte": moment})
        met = Q(**{f"{pledge}condition": ""}) | Q(**{f"{pledge}condition_met_at__lte": moment})
        is_firm = Q(**{f"{pledge}firm_at__lte": moment})
        state = Case(
            When(is_firm & met, then=Value(FIRM)),
            When(is_firm, then=Value(WAITS)),
            default=Value(OFFERED),
        )
        rows = self.held_at(moment).filter(**{f"{pledge}offered_at__lte": moment}).exclude(gone)
        return (
            rows.order_by()
            .values(
                "year",
                category=F(f"{pledge}category"),
                is_cash=Case(When(**{f"{pledge}form": "cash"}, then=True), default=False),
                to_phase=Case(When(**{f"{pledge}plan__isnull": False}, then=True), default=False),
                state=state,
                **({} if together else {"organisation": F(f"{pledge}organisation")}),
            )
            .annotate(sum=Sum("amount"))
        )

    def of(self, pledges: Any) -> InstalmentQuerySet:
        """The parts of these pledges, by year and then by the day on which they are due."""
        found = self.filter(schedule__pledge__in=pledges)
        return found.order_by("schedule__pledge", "year", "due_on", "pk")
