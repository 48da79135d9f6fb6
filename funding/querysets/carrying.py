"""Questions about what was carried over from year to year."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from .pledges import sees_all


class CarryOverQuerySet(models.QuerySet[Any]):
    def held_at(self, moment: datetime) -> CarryOverQuerySet:
        """What was on record at a moment, without the mistakes."""
        kept = Q(struck_at__isnull=True) | Q(struck_at__gt=moment)
        return self.filter(kept, at__lte=moment)

    def visible_to(self, person: Any) -> CarryOverQuerySet:
        """Who sees every amount; to others it would tell how much more than the need there was."""
        return self if sees_all(person) else self.none()
