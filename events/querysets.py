"""Questions about series and meetings, for today and for any past day."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery

from partners.querysets import local_day


class MeetingSeriesQuerySet(models.QuerySet[Any]):
    def in_force(self) -> MeetingSeriesQuerySet:
        """Series of frameworks that are or were in force, the oldest framework first."""
        return (
            self.filter(framework__in_force_at__isnull=False)
            .select_related("framework")
            .order_by("framework__starts_on", "pk")
        )

    def visible_to(self, person: Any) -> MeetingSeriesQuerySet:
        """Everybody who takes part knows what the network owes."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class MeetingQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> MeetingQuerySet:
        """The calendar of the duties is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()

    def upcoming(self, moment: datetime) -> MeetingQuerySet:
        """Meetings with a date that still comes, the nearest first."""
        return self.filter(status="scheduled", starts_at__gte=moment).order_by("starts_at")

    def known_at(self, moment: datetime) -> MeetingQuerySet:
        """Slots that were there at this moment, with the date that held then as `date_then`."""
        from .models import MeetingDate  # noqa: PLC0415 - the model names this file

        dates = MeetingDate.objects.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment),
            meeting=OuterRef("pk"),
            recorded_at__lte=moment,
        ).order_by("-recorded_at")
        known: MeetingQuerySet = self.filter(recorded_at__lte=moment).annotate(
            date_then=Subquery(dates.values("starts_at")[:1])
        )
        return known

    def held_at(self, moment: datetime) -> Q:
        """The condition under which a meeting counted as held at this moment."""
        return Q(status="held", held_recorded_at__lte=moment, held_on__lte=local_day(moment))
