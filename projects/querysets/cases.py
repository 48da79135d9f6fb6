"""Questions about business cases and the rate by which they are counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models


class DiscountRateQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Any:
        """The rate that holds on a day; None before the first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from").first()


class CaseQuerySet(models.QuerySet[Any]):
    def approved(self) -> CaseQuerySet:
        """The version of each project that counts: the last one that was approved."""
        latest = self.model.objects.filter(project=models.OuterRef("project"), status="approved")
        newest = latest.order_by("-approved_at", "-version").values("pk")[:1]
        return self.filter(pk=models.Subquery(newest))
