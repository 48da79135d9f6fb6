"""Questions about pledges."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


class PledgeQuerySet(models.QuerySet[Any]):
    def standing(self) -> PledgeQuerySet:
        """Offered or firm: not withdrawn."""
        return self.exclude(status="withdrawn")

    def counting(self) -> PledgeQuerySet:
        """Firm, with whatever it asked for met."""
        return self.filter(Q(condition="") | Q(condition_met_at__isnull=False), status="firm")

    def counted_at(self, moment: datetime) -> PledgeQuerySet:
        """The same as it was on record at a past moment."""
        met = Q(condition="") | Q(condition_met_at__lte=moment)
        held = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
        return self.filter(met, held, firm_at__lte=moment)
