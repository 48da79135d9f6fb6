"""Questions about interests and recusals."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class InterestQuerySet(models.QuerySet[Any]):
    def holding(self) -> InterestQuerySet:
        """Interests that nobody took back."""
        return self.filter(withdrawn_at__isnull=True)

    def paid(self) -> InterestQuerySet:
        """Organisations that are paid from the subject: they step aside."""
        return self.holding().filter(kind="paid")


class InterestQuestionQuerySet(models.QuerySet[Any]):
    def waiting(self) -> InterestQuestionQuerySet:
        """Objections that the kernteam has not answered, the oldest first."""
        return self.filter(answer="").order_by("at", "pk")

    def visible_to(self, person: Any) -> InterestQuestionQuerySet:
        """The kernteam, and whoever votes for the seat that said it."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        seats = Seat.objects.of(person).order_by()
        asked = {"raad": OuterRef("ballot__raad"), "organisation": OuterRef("organisation")}
        return self.filter(Exists(seats.filter(**asked)))


class RecusalQuerySet(models.QuerySet[Any]):
    def effective(self) -> RecusalQuerySet:
        """Seats that do not count; not those whose interest is only disclosed."""
        return self.filter(is_replaced=False)
