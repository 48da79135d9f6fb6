"""Questions about interests and recusals."""

from __future__ import annotations

from typing import Any

from django.db import models


class InterestQuerySet(models.QuerySet[Any]):
    def holding(self) -> InterestQuerySet:
        """Interests that nobody took back."""
        return self.filter(withdrawn_at__isnull=True)

    def paid(self) -> InterestQuerySet:
        """Organisations that are paid from the subject: they step aside."""
        return self.holding().filter(kind="paid")


class RecusalQuerySet(models.QuerySet[Any]):
    def effective(self) -> RecusalQuerySet:
        """Seats that do not count; not those whose interest is only disclosed."""
        return self.filter(is_replaced=False)
