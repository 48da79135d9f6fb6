"""Questions about the parts in which pledges arrive."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


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

    def of(self, pledges: Any) -> InstalmentQuerySet:
        """The parts of these pledges, by year and then by the day on which they are due."""
        found = self.filter(schedule__pledge__in=pledges)
        return found.order_by("schedule__pledge", "year", "due_on", "pk")
