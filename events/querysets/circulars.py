"""Questions about letters to a part of the network."""

from __future__ import annotations

from typing import Any

from django.db import models


class CircularQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CircularQuerySet:
        """Letters that one got; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(status="sent", recipients__person=person)
