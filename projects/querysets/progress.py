"""Questions about reports, risks, links between projects, and what was measured."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q

from projects.quarters import Quarter

from .projects import OfProjectQuerySet, on_day


class ReportQuerySet(OfProjectQuerySet):
    def counting(self, moment: datetime) -> ReportQuerySet:
        """Of each project and quarter the last version that was on record at `moment`."""
        newer = self.model.objects.filter(
            project=OuterRef("project"),
            year=OuterRef("year"),
            quarter=OuterRef("quarter"),
            ordinal__gt=OuterRef("ordinal"),
            reported_at__lte=moment,
        )
        return self.filter(~Exists(newer), reported_at__lte=moment)

    def over(self, quarter: Quarter) -> ReportQuerySet:
        """About this quarter."""
        return self.filter(year=quarter.year, quarter=quarter.number)

    def since(self, quarter: Quarter) -> ReportQuerySet:
        """About this quarter or a later one."""
        same_year = Q(year=quarter.year, quarter__gte=quarter.number)
        return self.filter(same_year | Q(year__gt=quarter.year))

    def before(self, quarter: Quarter) -> ReportQuerySet:
        """About an earlier quarter."""
        same_year = Q(year=quarter.year, quarter__lt=quarter.number)
        return self.filter(same_year | Q(year__lt=quarter.year))

    def newest(self, moment: datetime) -> ReportQuerySet:
        """Of each project the last version over the latest quarter, as on record at `moment`."""
        order = ("project_id", "-year", "-quarter", "-ordinal")
        return self.filter(reported_at__lte=moment).order_by(*order).distinct("project_id")


class RiskQuerySet(OfProjectQuerySet):
    def open_on(self, day: date) -> RiskQuerySet:
        """Raised by this day, and not over yet."""
        goes_on = Q(closed_on__isnull=True) | Q(closed_on__gt=day)
        return self.filter(goes_on, raised_on__lte=day)


class ConnectionQuerySet(OfProjectQuerySet):
    def visible_to(self, person: Any) -> ConnectionQuerySet:
        """Between two projects that this person sees."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        seen = Project.objects.visible_to(person).values("pk")
        return self.filter(project__in=seen, other__in=seen)

    def on(self, day: date) -> ConnectionQuerySet:
        """Those that hold on this day, between projects that go."""
        going = ["active", "on_hold"]
        found: ConnectionQuerySet = on_day(self, day)  # type: ignore[assignment]
        return found.filter(project__status__in=going, other__status__in=going)

    def of(self, project: Any) -> ConnectionQuerySet:
        """Those of one project, whichever way they lead."""
        return self.filter(Q(project=project) | Q(other=project))


class IndicatorQuerySet(OfProjectQuerySet):
    def standing(self) -> IndicatorQuerySet:
        """Those that are measured."""
        return self.filter(dropped_at__isnull=True)

    def with_values(self, moment: datetime) -> IndicatorQuerySet:
        """Each with `counted`: its values that hold, the newest first."""
        from projects.models import IndicatorValue  # noqa: PLC0415 - the model names this file

        values = IndicatorValue.objects.holding(moment).order_by("-measured_on", "-pk")
        return self.prefetch_related(Prefetch("values", values, to_attr="counted"))

    def with_latest(self, moment: datetime) -> IndicatorQuerySet:
        """The same, with the newest value only, however many there are."""
        from projects.models import IndicatorValue  # noqa: PLC0415 - the model names this file

        order = ("indicator_id", "-measured_on", "-pk")
        values = IndicatorValue.objects.holding(moment).order_by(*order).distinct("indicator_id")
        return self.prefetch_related(Prefetch("values", values, to_attr="counted"))


class ValueQuerySet(OfProjectQuerySet):
    way = "indicator__project"

    def holding(self, moment: datetime) -> ValueQuerySet:
        """On record at `moment`, and not corrected by then."""
        newer = self.model.objects.filter(corrects=OuterRef("pk"), recorded_at__lte=moment)
        return self.filter(~Exists(newer), recorded_at__lte=moment)
