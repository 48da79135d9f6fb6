"""Questions about stuurgroepen."""

from __future__ import annotations

from datetime import date

from .projects import OfProjectQuerySet, on_day


class StakeQuerySet(OfProjectQuerySet):
    way = "stuurgroep__project"

    def on(self, day: date) -> StakeQuerySet:
        """Stakes that hold on this day."""
        found: StakeQuerySet = on_day(self, day)  # type: ignore[assignment]
        return found


class MemberQuerySet(OfProjectQuerySet):
    way = "stuurgroep__project"

    def on(self, day: date) -> MemberQuerySet:
        """Members on this day."""
        found: MemberQuerySet = on_day(self, day)  # type: ignore[assignment]
        return found
