"""Days and moments: what holds on a day, and what the register knew at a moment."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar, cast

from django.db import models
from django.db.models import ExpressionWrapper, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

M = TypeVar("M", bound=models.Model)
NEVER = date(1, 1, 1)


def local_day(moment: datetime) -> date:
    """The calendar day of a moment as people in the lab's city mean it."""
    return timezone.localdate(moment)


def end_of_day(day: date) -> datetime:
    """The last moment of a calendar day in the lab's city."""
    midnight = datetime.combine(day + timedelta(days=1), time(), timezone.get_default_timezone())
    return midnight - timedelta(microseconds=1)


def months_before(day: date, count: int) -> date:
    """The same day so many months earlier; the last one of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def within(day: date, start: str = "from_on", end: str = "until_on") -> Q:
    """Dated rows that hold on `day`; both ends count, an empty end stays open."""
    return Q(**{f"{start}__lte": day}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": day}))


def unstruck(moment: datetime) -> Q:
    """Rows that were not struck as a mistake by `moment`."""
    return Q(struck_at__isnull=True) | Q(struck_at__gt=moment)


def live_on() -> Coalesce:
    """The day from which this lab is kept here, inside a query; long ago when it is not set."""
    from partners.models import GoLive  # noqa: PLC0415 - the model names this file

    return Coalesce(Subquery(GoLive.objects.values("live_on")[:1]), Value(NEVER))


def recorded_by(moment: datetime, happened: str, recorded: str = "recorded_at") -> Q:
    """Rows of which the register knew by `moment`.

    What happened before the lab went live was taken over later: it counts from the day on which it
    happened, so that a past day answers as if the lab had been kept here all along.
    """
    taken_over = {f"{happened}__lt": live_on(), f"{happened}__lte": local_day(moment)}
    return Q(**{f"{recorded}__lte": moment}) | Q(**taken_over)


def taken_over(happened: str) -> ExpressionWrapper:
    """Whether a row happened before the lab went live, as a column of a query."""
    before = Q(**{f"{happened}__lt": live_on()})
    return ExpressionWrapper(before, output_field=models.BooleanField())


def ended_after(moment: datetime, last: str, recorded: str) -> Q:
    """Rows with an end of which the register did not know by `moment`; see `recorded_by`."""
    return Q(**{f"{recorded}__gt": moment, f"{last}__gte": live_on()})


def original_or(known: Q, moment: datetime) -> Q:
    """A correction counts from the moment on which it was recorded, also of what is taken over."""
    return known & (Q(corrects__isnull=True) | Q(recorded_at__lte=moment))


class DatedQuerySet(models.QuerySet[M]):
    """Rows that hold from one day until and including another."""

    def on(self, day: date) -> DatedQuerySet[M]:
        """Those that hold on `day`."""
        return self.filter(within(day))


class CorrectableQuerySet(DatedQuerySet[M]):
    """The same of facts that may have been struck as a mistake."""

    def on(self, day: date) -> CorrectableQuerySet[M]:
        """Those that hold on `day`; what was struck never did."""
        return self.filter(within(day), struck_at__isnull=True)

    def recorded_by(self, moment: datetime) -> CorrectableQuerySet[M]:
        """Rows that the register held as right at `moment`, whenever they began or ended."""
        known = original_or(recorded_by(moment, "from_on"), moment)
        return self.filter(known, unstruck(moment))

    def known(self, day: date, moment: datetime) -> CorrectableQuerySet[M]:
        """Those that hold on `day`, as far as the register knew at `moment`."""
        ends_later = Q(until_on__isnull=True) | Q(until_on__gte=day)
        ends_later |= ended_after(moment, "until_on", "ended_at")
        return self.recorded_by(moment).filter(ends_later, from_on__lte=day)

    def with_taken_over(self) -> CorrectableQuerySet[M]:
        """Adds `is_taken_over`: it began before the lab went live."""
        return cast("CorrectableQuerySet[M]", self.annotate(is_taken_over=taken_over("from_on")))


class NetworkQuerySet(CorrectableQuerySet[M]):
    """Dated rows that everybody who takes part may see, today's and those of the past."""

    def visible_to(self, person: Any) -> NetworkQuerySet[M]:
        """Insiders only."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()
