"""Questions about votes that were entered in a meeting."""

from __future__ import annotations

from typing import Any

from django.db import models


class DisputeQuerySet(models.QuerySet[Any]):
    def waiting(self) -> DisputeQuerySet:
        """Objections that the kernteam has not answered, the oldest first."""
        return self.filter(answer="").order_by("at", "pk")

    def visible_to(self, person: Any) -> DisputeQuerySet:
        """The kernteam, and whoever votes for the seat."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        return self.filter(entitlement__seat__in=Seat.objects.of(person).values("pk"))
