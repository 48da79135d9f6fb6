"""Questions about series and meetings, for today and for any past day."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import ExpressionWrapper, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from partners.querysets import local_day, recorded_by, taken_over


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
        """Slots that were there at this moment, with `date_then` and whether `held_then`."""
        from .models import MeetingDate  # noqa: PLC0415 - the model names this file

        dates = MeetingDate.objects.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment),
            meeting=OuterRef("pk"),
            recorded_at__lte=moment,
        ).order_by("-recorded_at")
        held = self.held_at(moment)
        known: MeetingQuerySet = self.filter(Q(recorded_at__lte=moment) | held).annotate(
            date_then=Subquery(dates.values("starts_at")[:1]),
            held_then=ExpressionWrapper(held, output_field=models.BooleanField()),
        )
        return known

    def of_raad(self, year: int | None = None) -> MeetingQuerySet:
        """Meetings of a programmaraad; `year` is that of the raad, not of the day."""
        found: MeetingQuerySet = self.filter(series__duty="raad").select_related("series")
        return found if year is None else found.filter(year=year)

    def held_at(self, moment: datetime) -> Q:
        """The condition under which a meeting counted as held at this moment."""
        held = Q(status="held", held_on__isnull=False, held_on__lte=local_day(moment))
        return held & recorded_by(moment, "held_on", "held_recorded_at")

    def with_taken_over(self) -> MeetingQuerySet:
        """Adds `is_taken_over`, held before the lab went live; and `is_before_live`, its window."""
        found: MeetingQuerySet = self.annotate(
            is_taken_over=Coalesce(taken_over("held_on"), Value(value=False)),
            is_before_live=taken_over("window_opens_on"),
        )
        return found


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

    def known_at(self, moment: datetime) -> AgendaItemQuerySet:
        """Points that stood on an agenda at this moment."""
        standing = Q(taken_off_at__isnull=True) | Q(taken_off_at__gt=moment)
        return self.filter(standing, put_on_at__lte=moment)


def meetings_with(organisation: Any, year: int) -> list[Any]:
    """The meetings that were held in a year with somebody of this organisation, the last first."""
    from .models import Meeting  # noqa: PLC0415 - the model names this file

    there = Meeting.objects.filter(attendances__organisation=organisation, status="held")
    held = there.filter(held_on__year=year).select_related("series")
    return list(held.order_by("-held_on", "-pk"))
