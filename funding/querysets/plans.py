"""Questions about funding plans."""

from __future__ import annotations

from typing import Any

from django.db import models


class FundingPlanQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> FundingPlanQuerySet:
        """Whoever sees the phase sees what it asks; who pays how much is another question."""
        from projects.models import Phase  # noqa: PLC0415 - the models name this file

        return self.filter(phase__in=Phase.objects.visible_to(person).values("pk"))
