"""Questions about phases."""

from __future__ import annotations

from typing import Any

from django.db import models


class PhaseQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> PhaseQuerySet:
        """Those of visible projects."""
        from projects.models import Project  # noqa: PLC0415 - the model names this file

        return self.filter(project__in=Project.objects.visible_to(person).values("pk"))

    def begun(self) -> PhaseQuerySet:
        """Phases that started, whatever became of them."""
        return self.filter(status__in=["running", "ended"])
