"""Questions about annual accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class AccountQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> AccountQuerySet:
        """What is published is for everybody who takes part; a draft is the kernteam's."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.published() if person.standing.is_insider else self.none()

    def published(self) -> AccountQuerySet:
        """The editions that stand."""
        return self.filter(status="published")

    def shown_to_all(self) -> AccountQuerySet:
        """Those on the public pages: all that is published, the latest first."""
        return self.published().order_by("-year", "-edition")

    def latest_of_each(self) -> AccountQuerySet:
        """Of each year the last edition, the latest year first."""
        newer = self.model.objects.filter(
            year=OuterRef("year"), edition__gt=OuterRef("edition"), status="published"
        )
        return self.published().filter(~Exists(newer)).order_by("-year")

    def known_at(self, moment: datetime) -> AccountQuerySet:
        """Those that were published by then."""
        return self.filter(published_at__lte=moment)


class AccountBlockQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> AccountBlockQuerySet:
        """With the edition that they are a part of."""
        from programme.models import AnnualAccount  # noqa: PLC0415 - the model names this file

        return self.filter(account__in=AnnualAccount.objects.visible_to(person).values("pk"))
