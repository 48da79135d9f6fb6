"""Questions about the papers of meetings as they were sent."""

from __future__ import annotations

from typing import Any

from django.db import models


class PackVersionQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> PackVersionQuerySet:
        """The kernteam, and whoever votes for a seat of the raad that meets."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        return self.filter(meeting__year__in=Seat.objects.of(person).values("raad__year"))
