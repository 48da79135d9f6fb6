"""Questions about the periods in which nothing is planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q


class BlockedPeriodQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> BlockedPeriodQuerySet:
        """Everybody who takes part may know when nothing is planned."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()

    def known_at(self, moment: datetime) -> BlockedPeriodQuerySet:
        """Periods that held at this moment."""
        holding = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
        return self.filter(holding, recorded_at__lte=moment)

    def in_years(self, years: Sequence[int]) -> BlockedPeriodQuerySet:
        """Periods with a day in one of these years."""
        first, last = date(min(years), 1, 1), date(max(years), 12, 31)
        return self.filter(first_on__lte=last, last_on__gte=first)

    def spans(self, moment: datetime, years: Sequence[int] = ()) -> tuple[tuple[date, date], ...]:
        """First and last day of each period that held at this moment, as the arithmetic needs.

        With `years` only those with a day from the first until the last of these.
        """
        known = self.known_at(moment)
        known = known.in_years(years) if years else known
        return tuple(known.values_list("first_on", "last_on"))
