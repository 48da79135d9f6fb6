"""Questions about the periods in which nothing is planned."""

from __future__ import annotations

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

    def spans(self, moment: datetime) -> tuple[tuple[date, date], ...]:
        """First and last day of each period that held at this moment, as the arithmetic needs."""
        return tuple(self.known_at(moment).values_list("first_on", "last_on"))
