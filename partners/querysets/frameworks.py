"""Questions about frameworks and who signed them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When

from partners.renewal import renewal_starts

from .dates import recorded_by, taken_over


class FrameworkQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> FrameworkQuerySet:
        """Drafts are for the kernteam; the rest for everybody who takes part."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.exclude(status="draft")
        return self.none()

    def shown_to_all(self) -> FrameworkQuerySet:
        """Those on the public pages: the one in force first, then open ones, then the past."""
        order = Case(
            When(status="in_force", then=Value(0)), When(status="open", then=Value(1)), default=2
        )
        shown = self.filter(is_public=True).exclude(status="draft")
        return shown.order_by(order, "-starts_on")

    def current(self, day: date) -> Any:
        """The framework in force on `day`, else the last one that was; None before the first."""
        return (
            self.exclude(status__in=["draft", "open"])
            .filter(starts_on__lte=day)
            .order_by("-starts_on")
            .first()
        )

    def to_renew(self, day: date) -> Any:
        """The framework of `day` from a year before its end, until the next one has begun."""
        framework = self.select_related("successor").current(day)
        is_due = framework is not None and renewal_starts(framework.ends_on) <= day
        return framework if is_due else None


class ClauseQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ClauseQuerySet:
        """Those of the frameworks that this person sees."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        if person.is_authenticated and person.standing.is_insider:
            return self.exclude(framework__status="draft")
        return self.none()


class SignatureQuerySet(models.QuerySet[Any]):
    def holding(self, moment: datetime | None = None) -> SignatureQuerySet:
        """Those that count: not withdrawn (by `moment`), and known then."""
        if moment is None:
            return self.filter(withdrawal__isnull=True)
        later = Q(withdrawal__isnull=True) | Q(withdrawal__recorded_at__gt=moment)
        return self.filter(later, recorded_by(moment, "signed_on"))

    def with_taken_over(self) -> SignatureQuerySet:
        """Adds `is_taken_over`: it was signed before the lab went live."""
        found: SignatureQuerySet = self.annotate(is_taken_over=taken_over("signed_on"))
        return found

    def visible_to(self, person: Any) -> SignatureQuerySet:
        """Who signed is known to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()
