"""Questions about people, as a chain of filters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from partners.search import looked_up, together
from schuldenlab.prepared import SOMEBODY, Prepared

from .dates import CorrectableQuerySet

if TYPE_CHECKING:
    from partners.models import Person


class PersonManager(BaseUserManager[Any]):
    def get_queryset(self) -> PersonQuerySet:
        """People by name."""
        return PersonQuerySet(self.model, using=self._db)

    def get(self, *args: Any, **known: Any) -> Any:
        """One person. Every request asks for who is logged in, by nothing but the key."""
        is_by_key = not args and known.keys() == {"pk"} and type(known["pk"]) is int
        if not is_by_key or self._db or type(self) is not PersonManager:
            return self.get_queryset().get(*args, **known)
        found = BY_KEY.found(known["pk"])
        if not found:
            raise self.model.DoesNotExist
        return found[0]

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

    def speaking_for(
        self, organisation_ids: Any, day: date, *, subject: str = "programme"
    ) -> PersonQuerySet:
        """See the queryset."""
        return self.get_queryset().speaking_for(organisation_ids, day, subject=subject)


class PersonQuerySet(models.QuerySet[Any]):
    def can_log_in(self) -> PersonQuerySet:
        """People whose account is open."""
        return self.filter(is_active=True)

    def visible_to(self, person: Any) -> PersonQuerySet:
        """The register of people is the kernteam's."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()

    def looked_for(self, day: date, *, q: str = "") -> PersonQuerySet:
        """By words in the name, the address, and the organisations of today."""
        from partners.models import Mandate  # noqa: PLC0415 - the model names this file

        now = Mandate.objects.on(day).filter(person=OuterRef("pk")).order_by().values("person")
        works_for = Subquery(now.values(names=StringAgg("organisation__name", " ")))
        return cast("PersonQuerySet", looked_up(self, together("name", "email", works_for), q))

    def speaking_for(
        self, organisation_ids: Any, day: date, *, subject: str = "programme"
    ) -> PersonQuerySet:
        """Who may commit these organisations on `day`: directors, and mandates to sign for it."""
        from partners.models import Mandate  # noqa: PLC0415 - the model names this file

        mandates = Mandate.objects.on(day).filter(organisation__in=organisation_ids)
        able = mandates.filter(Q(role=Mandate.Role.DIRECTOR) | signs(subject))
        return self.can_log_in().filter(mandates__in=able).distinct()


def _by_key() -> Any:
    from partners.models import Person  # noqa: PLC0415 - the model names this file

    return PersonQuerySet(Person).filter(pk=SOMEBODY).order_by()


BY_KEY = Prepared(_by_key, SOMEBODY)


def signs(subject: str) -> Q:
    """Mandates to sign that go as far as this subject; without any they go for all."""
    return Q(may_sign=True) & (Q(signs_for=[]) | Q(signs_for__contains=[subject]))


class MandateQuerySet(CorrectableQuerySet[Any]):
    def visible_to(self, person: Any) -> MandateQuerySet:
        """The kernteam sees all; others those of the partners that they work for."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(organisation__in=person.standing.organisation_ids)
