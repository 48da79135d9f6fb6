"""Questions about projects."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, ExpressionWrapper, OuterRef, Q, Subquery, When

from partners.querysets import ended_after, local_day, recorded_by


class ProjectQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ProjectQuerySet:
        """All of them for whoever takes part in the network; else what one steers or leads."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_insider:
            return self
        from projects.models import Leadership, StuurgroepMember  # noqa: PLC0415 - it names us

        day = local_day(person.moment)
        steers = StuurgroepMember.objects.on(day).filter(
            person=person, stuurgroep__project=OuterRef("pk")
        )
        leads = on_day(Leadership.objects.filter(person=person, project=OuterRef("pk")), day)
        return self.filter(Exists(steers) | Exists(leads))

    def going(self) -> ProjectQuerySet:
        """Neither stopped nor handed over."""
        return self.filter(status__in=["active", "on_hold"])

    def with_stage(self) -> ProjectQuerySet:
        """Each with the phase that it is in (`stage`, `stage_status`): what runs, else what comes.

        Without either it is the phase that ended last.
        """
        from projects.models import Phase  # noqa: PLC0415 - the model names this file

        weight = Case(When(status="running", then=0), When(status="planned", then=1), default=2)
        phases = (
            Phase.objects.filter(project=OuterRef("pk"))
            .exclude(status="dropped")
            .order_by(weight, "-ordinal")
        )
        found: ProjectQuerySet = self.annotate(
            stage=Subquery(phases.values("kind")[:1]),
            stage_status=Subquery(phases.values("status")[:1]),
        )
        return found

    def known_by(self, moment: datetime) -> ProjectQuerySet:
        """What was on record at a moment."""
        return self.filter(recorded_at__lte=moment)


def on_day(rows: models.QuerySet[Any], day: date) -> models.QuerySet[Any]:
    """Rows with a first and maybe a last day that hold on this day."""
    ongoing = Q(until_on__isnull=True) | Q(until_on__gte=day)
    return rows.filter(ongoing, from_on__lte=day)


class OfProjectQuerySet(models.QuerySet[Any]):
    """Rows of a project; they are seen with it."""

    way = "project"

    def visible_to(self, person: Any) -> OfProjectQuerySet:
        """Those of visible projects."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        seen = Project.objects.visible_to(person).values("pk")
        return self.filter(**{f"{self.way}__in": seen})

    def as_known(self, moment: datetime) -> list[Any]:
        """Rows of which the register knew at `moment`; an end that it did not know is not there."""
        later = ended_after(moment, "until_on", "ended_at")
        rows: list[Any] = list(
            self.filter(recorded_by(moment, "from_on")).annotate(
                ends_later=ExpressionWrapper(later, output_field=models.BooleanField())
            )
        )
        for row in rows:
            if row.ends_later:
                row.until_on = None
        return rows
