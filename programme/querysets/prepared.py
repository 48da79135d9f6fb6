"""Questions about commitments that were prepared."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class CommitmentDraftQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CommitmentDraftQuerySet:
        """Nobody but the people of that partner."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(organisation__in=person.standing.organisation_ids)

    def waiting(self) -> CommitmentDraftQuerySet:
        """The last draft of each partner, as long as no answer was given after it."""
        from programme.models import Commitment  # noqa: PLC0415 - the models name this file

        same = {"programme": OuterRef("programme"), "organisation": OuterRef("organisation")}
        later = self.model._base_manager.filter(**same, ordinal__gt=OuterRef("ordinal"))  # noqa: SLF001
        given = Commitment.objects.filter(**same, at__gte=OuterRef("at"))
        return self.exclude(Exists(later)).exclude(Exists(given))
