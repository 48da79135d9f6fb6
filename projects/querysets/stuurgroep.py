"""Questions about stuurgroepen."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from .projects import on_day


class StakeQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> StakeQuerySet:
        """Stakes that hold on this day."""
        found: StakeQuerySet = on_day(self, day)  # type: ignore[assignment]
        return found


class MemberQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> MemberQuerySet:
        """Members on this day."""
        found: MemberQuerySet = on_day(self, day)  # type: ignore[assignment]
        return found
