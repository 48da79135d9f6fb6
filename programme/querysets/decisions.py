"""Questions about the register of decisions."""

from __future__ import annotations

from typing import Any

from django.db import models


class DecisionQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> DecisionQuerySet:
        """The register of decisions is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()
