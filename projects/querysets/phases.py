"""Questions about phases."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from .projects import rounds_of


class PhaseQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> PhaseQuerySet:
        """Those of visible projects."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        return self.filter(project__in=Project.objects.visible_to(person).values("pk"))

    def put_before(self, ballot: Any) -> PhaseQuerySet:
        """Those on which the raad decides in this ballot, or decided in an earlier round of it."""
        return self.filter(ballot__in=rounds_of(ballot))

    def put_before_ever(self, ballot: Any) -> PhaseQuerySet:
        """The same, with those that were put before the raad again in another ballot since."""
        rounds = rounds_of(ballot)
        mine = Q(ballot__in=rounds) | Q(earlier_ballots__in=rounds)
        return self.filter(mine).distinct()

    def concerned_by(self, ballot: Any) -> PhaseQuerySet:
        """The same; and every phase of a project that a change of course before the raad is about.

        The money of a phase that is dropped is no interest any more.
        """
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        rounds = rounds_of(ballot)
        changed = Project.objects.filter(
            Q(course_changes__ballot__in=rounds)
            | Q(innovation_theme__course_changes__ballot__in=rounds)
        )
        mine = Q(ballot__in=rounds) | Q(project__in=changed.values("pk"))
        return self.filter(mine).exclude(status="dropped")

    def begun(self) -> PhaseQuerySet:
        """Phases that started, whatever became of them."""
        return self.filter(status__in=["running", "ended"])
