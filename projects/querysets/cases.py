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
    def visible_to(self, person: Any) -> CaseQuerySet:
        """STAND-IN."""
        from projects.models import Project  # noqa: PLC0415

        seen = Project.objects.visible_to(person).values("pk")
        if not person.is_authenticated:
            return self.none()
        return self if person.standing.is_kernteam else self.filter(project__in=seen)

    def to_count(self) -> CaseQuerySet:
        """STAND-IN."""
        rows = self.select_related("discount_rate", "project")
        return rows.prefetch_related("parties", "lines")

    def approved(self) -> CaseQuerySet:
        """The version of each project that counts: the last one that was approved."""
        latest = self.model.objects.filter(project=models.OuterRef("project"), status="approved")
        newest = latest.order_by("-approved_at", "-version").values("pk")[:1]
        return self.filter(pk=models.Subquery(newest))
