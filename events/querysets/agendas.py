"""Questions about the points of an agenda."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q


class AgendaItemQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> AgendaItemQuerySet:
        """Single points are the kernteam's; a meeting shows its agenda to those it is for."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()

    def standing(self) -> AgendaItemQuerySet:
        """Points that nobody took off, in the order of the agenda."""
        return self.filter(taken_off_at__isnull=True).order_by("position", "pk")

    def waiting(self, year: int) -> AgendaItemQuerySet:
        """Points for a programmaraad of this year that no meeting has on its agenda yet."""
        return self.standing().filter(meeting__isnull=True, series__duty="raad", year=year)

    def waiting_for(self, series: Any) -> AgendaItemQuerySet:
        """Points of a series that no meeting has on its agenda yet."""
        return self.standing().filter(meeting__isnull=True, series=series)

    def known_at(self, moment: datetime) -> AgendaItemQuerySet:
        """Points that stood on an agenda at this moment."""
        standing = Q(taken_off_at__isnull=True) | Q(taken_off_at__gt=moment)
        return self.filter(standing, put_on_at__lte=moment)
