"""Questions about business cases and the rate by which they are counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from partners.querysets import local_day

from .projects import on_day


class DiscountRateQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> Any:
        """The rate that holds on a day; None before the first."""
        return self.filter(valid_from__lte=day).order_by("-valid_from").first()


class CaseQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CaseQuerySet:
        """All versions for who leads or steers the project, and for the kernteam.

        What was submitted, for the programmaraad too; the approved version that counts, for
        everybody who sees the project.
        """
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        counts = self.model.objects.approved().values("pk")
        seen = _works_on(person) | Q(
            pk__in=counts, project__in=Project.objects.visible_to(person).values("pk")
        )
        if _sits_in_raad(person):
            seen |= Q(status__in=["submitted", "approved"])
        return self.filter(seen)

    def approved(self) -> CaseQuerySet:
        """The version of each project that counts: the last one that was approved."""
        latest = self.model.objects.filter(project=OuterRef("project"), status="approved")
        newest = latest.order_by("-approved_at", "-version").values("pk")[:1]
        return self.filter(pk=models.Subquery(newest))

    def to_count(self) -> CaseQuerySet:
        """With everything that `as_case` reads, in as many queries for one as for many."""
        rows = self.select_related("discount_rate", "project")
        counted: CaseQuerySet = rows.prefetch_related("parties", "lines")
        return counted

    def before_raad(self) -> CaseQuerySet:
        """Of each project what lies before the programmaraad, else what it approved last."""
        rank = models.Case(models.When(status="submitted", then=0), default=1)
        mine = self.model.objects.filter(
            project=OuterRef("project"), status__in=["submitted", "approved"]
        )
        first = mine.order_by(rank, "-approved_at", "-version").values("pk")[:1]
        return self.filter(pk=models.Subquery(first))


class CasePartQuerySet(models.QuerySet[Any]):
    """Lines and parties of versions."""

    def visible_to(self, person: Any) -> CasePartQuerySet:
        """Those of versions that one works on or reads wholly; what others may read is no row."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        from projects.models import BusinessCase  # noqa: PLC0415 - the model names this file

        mine = BusinessCase.objects.filter(_works_on(person))
        return self.filter(case__in=mine.values("pk"))


def _works_on(person: Any) -> Q:
    """Versions of projects that this person leads or steers now."""
    from projects.models import Leadership, StuurgroepMember  # noqa: PLC0415 - they name this file

    day, project = local_day(person.moment), OuterRef("project")
    leads = on_day(Leadership.objects.filter(person=person, project=project), day)
    seats = StuurgroepMember.objects.on(day).filter(person=person, stuurgroep__project=project)
    return Q(Exists(leads)) | Q(Exists(seats))


def _sits_in_raad(person: Any) -> bool:
    from programme.models import Seat  # noqa: PLC0415 - the models name this file

    return bool(Seat.objects.of(person).filter(raad__status="installed").exists())
