"""Questions about the texts that a programme has had."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class VersionQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> VersionQuerySet:
        """All of them are the kernteam's; others read what was submitted, never a draft."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if not person.standing.is_insider:
            return self.none()
        return self.submitted().exclude(programme__status="preparing")

    def submitted(self) -> VersionQuerySet:
        """Versions that were brought to the programmaraad."""
        from programme.models import ProgrammeSubmission  # noqa: PLC0415 - names this file

        brought = ProgrammeSubmission.objects.filter(version=OuterRef("pk"))
        return self.filter(Exists(brought))


class SubmissionQuerySet(models.QuerySet[Any]):
    def texts(self) -> list[Any]:
        """The versions that were submitted, the last one first; one that came again, once."""
        found: dict[int, Any] = {}
        for each in self.select_related("version").order_by("-ordinal"):
            found.setdefault(each.version_id, each.version)
        return list(found.values())
