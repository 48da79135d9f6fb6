"""Questions about letters to a part of the network."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce


class CircularQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CircularQuerySet:
        """Letters that one got; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(status="sent", recipients__person=person)

    def in_order(self) -> CircularQuerySet:
        """What is being written on top, then the last that was sent; with its number of `people`.

        What was thrown away stands last.
        """
        from events.models import CircularRecipient  # noqa: PLC0415 - the model names this file

        got = CircularRecipient.objects.filter(circular=OuterRef("pk")).order_by()
        counted = got.values("circular").annotate(n=Count("pk")).values("n")
        place = Case(When(status="draft", then=0), When(status="sent", then=1), default=2)
        found: CircularQuerySet = self.annotate(
            people=Coalesce(Subquery(counted), 0), place=place
        ).order_by("place", F("sent_at").desc(nulls_last=True), "-pk")
        return found
