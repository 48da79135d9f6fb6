"""Questions about how open records are, and about requests under the Woo."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery

Subject = tuple[str, int]  # the label of a model in small letters, and the number of the record


class OpennessQuerySet(models.QuerySet[Any]):
    def known(self, at: datetime) -> OpennessQuerySet:
        """What had been judged by then."""
        return self.filter(at__lte=at)

    def of(self, subjects: Iterable[Subject]) -> dict[Subject, Any]:
        """The judgement that counts of each of these records, in one query; none is not judged."""
        by_type: dict[str, list[int]] = {}
        for label, key in subjects:
            by_type.setdefault(label, []).append(key)
        if not by_type:
            return {}
        which = Q()
        for label, keys in by_type.items():
            which |= Q(subject_type=label, subject_id__in=keys)
        rows = self.filter(which).select_related("redacted")
        last = rows.order_by("subject_type", "subject_id", "-id")
        found = last.distinct("subject_type", "subject_id")
        return {(row.subject_type, row.subject_id): row for row in found}

    def last_of(self, label: str) -> Any:
        """As part of a query over records of this model: the judgement that counts."""
        return self.filter(subject_type=label, subject_id=OuterRef("pk")).order_by("-id")

    def state_of(self, label: str) -> Subquery:
        """Its state, within such a query; empty when it is not judged."""
        return Subquery(self.last_of(label).values("state")[:1])

    def counting(self) -> OpennessQuerySet:
        """Only the rows that count: the last one of each record."""
        later = self.model._base_manager.filter(  # noqa: SLF001
            subject_type=OuterRef("subject_type"),
            subject_id=OuterRef("subject_id"),
            pk__gt=OuterRef("pk"),
        )
        return self.exclude(models.Exists(later))


class WooRequestQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> WooRequestQuerySet:
        """The kernteam answers them; nobody else sees who asked what."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()

    def waiting(self) -> WooRequestQuerySet:
        """To be answered still, the oldest first."""
        return self.filter(answered_at=None, withdrawn_at=None).order_by("received_on", "pk")


class YearQuerySet(models.QuerySet[Any]):
    def transferred(self, day: date) -> dict[int, date]:
        """On which day each year went to the archive, as far as it had by then."""
        rows = self.filter(on__lte=day).order_by("-on").values_list("year", "on")
        return dict(rows)
