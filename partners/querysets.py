"""Questions about who is who, as a chain of filters."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

if TYPE_CHECKING:
    from .models import Person

M = TypeVar("M", bound=models.Model)


def local_day(moment: datetime) -> date:
    """The calendar day of a moment as people in the lab's city mean it."""
    return timezone.localdate(moment)


def within(day: date, start: str = "from_on", end: str = "until_on") -> Q:
    """Dated rows that hold on `day`; both ends count, an empty end stays open."""
    return Q(**{f"{start}__lte": day}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": day}))


class DatedQuerySet(models.QuerySet[M]):
    """Rows that hold from one day until and including another."""

    def on(self, day: date) -> DatedQuerySet[M]:
        """Those that hold on `day`."""
        return self.filter(within(day))


class NetworkQuerySet(DatedQuerySet[M]):
    """Dated rows that everybody who takes part may see, today's and those of the past."""

    def visible_to(self, person: Any) -> NetworkQuerySet[M]:
        """Insiders only."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class ThemeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ThemeQuerySet:
        """Themes are there for everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class PartnershipQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> PartnershipQuerySet:
        """Partnerships on `day`; the day of leaving is no longer one."""
        return self.filter(joined_on__lte=day).filter(Q(left_on__isnull=True) | Q(left_on__gt=day))

    def known(self, day: date, moment: datetime) -> PartnershipQuerySet:
        """Partnerships on `day`, as far as they were recorded at `moment`."""
        return self.filter(joined_on__lte=day, recorded_at__lte=moment).filter(
            Q(left_on__isnull=True) | Q(left_on__gt=day) | Q(left_recorded_at__gt=moment)
        )


class OrganisationQuerySet(models.QuerySet[Any]):
    def partners(self, day: date) -> OrganisationQuerySet:
        """Organisations with a partnership on `day`."""
        from .models import Partnership  # noqa: PLC0415 - the model names this file

        current = Partnership.objects.on(day).filter(organisation=OuterRef("pk"))
        return self.filter(Exists(current))

    def visible_to(self, person: Any) -> OrganisationQuerySet:
        """The directory: everybody with a role sees the partners; the kernteam sees all."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.partners(local_day(person.moment))
        return self.none()

    def looked_for(self, q: str = "", sector: str = "") -> OrganisationQuerySet:
        """By a part of the name and by sector; empty means all."""
        chosen = {"name__icontains": q, "sector": sector}
        return self.filter(**{field: value for field, value in chosen.items() if value})

    def with_since(self, day: date) -> OrganisationQuerySet:
        """Adds `since`: from when each is a partner, None when it is not one on `day`."""
        from .models import Partnership  # noqa: PLC0415 - the model names this file

        current = Partnership.objects.on(day).filter(organisation=OuterRef("pk"))
        found: OrganisationQuerySet = self.annotate(since=Subquery(current.values("joined_on")[:1]))
        return found


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

    def current(self, day: date) -> Any:
        """The framework in force on `day`, else the last one that was; None before the first."""
        return (
            self.exclude(status__in=["draft", "open"])
            .filter(starts_on__lte=day)
            .order_by("-starts_on")
            .first()
        )


class PersonManager(BaseUserManager[Any]):
    def get_queryset(self) -> PersonQuerySet:
        """People by name."""
        return PersonQuerySet(self.model, using=self._db)

    def get_by_natural_key(self, email: str | None) -> Person:
        """People log in with their e-mail address, in whatever case they type it."""
        found: Person = self.get(email__iexact=email)
        return found

    def can_log_in(self) -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().can_log_in()

    def visible_to(self, person: Any) -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().visible_to(person)

    def speaking_for(self, organisation_ids: Any, day: date) -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().speaking_for(organisation_ids, day)


class PersonQuerySet(models.QuerySet[Any]):
    def can_log_in(self) -> PersonQuerySet:
        """People whose account is open."""
        return self.filter(is_active=True)

    def visible_to(self, person: Any) -> PersonQuerySet:
        """The register of people is the kernteam's."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()

    def speaking_for(self, organisation_ids: Any, day: date) -> PersonQuerySet:
        """People who may commit these organisations on `day`: directors and signing mandates."""
        from .models import Mandate  # noqa: PLC0415 - the model names this file

        mandates = Mandate.objects.on(day).filter(organisation__in=organisation_ids)
        able = mandates.filter(Q(role=Mandate.Role.DIRECTOR) | Q(may_sign=True))
        return self.can_log_in().filter(mandates__in=able).distinct()
