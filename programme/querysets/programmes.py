"""Questions about programmes and what partners answer to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from partners.querysets import recorded_by


class ProgrammeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ProgrammeQuerySet:
        """A draft is the kernteam's; submitted and later everybody's who takes part."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.exclude(status="preparing")
        return self.none()

    def shown_to_all(self) -> ProgrammeQuerySet:
        """Those on the public pages, the latest year first."""
        return self.filter(is_public=True).order_by("-year")

    def withdrawn(self) -> ProgrammeQuerySet:
        """Submitted before, and being written again: partners know of it, and do not see it."""
        return self.filter(status="preparing", submissions__isnull=False).distinct()


class CommitmentQuerySet(models.QuerySet[Any]):
    def known(self, moment: datetime) -> CommitmentQuerySet:
        """Answers of which the register knew at `moment`."""
        return self.filter(recorded_by(moment, "given_on"))

    def holding(self) -> CommitmentQuerySet:
        """The answer of each organisation that holds now, per programme: its last one."""
        return self.order_by("programme_id", "organisation_id", "-ordinal").distinct(
            "programme_id", "organisation_id"
        )

    def visible_to(self, person: Any) -> CommitmentQuerySet:
        """Who commits is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()
