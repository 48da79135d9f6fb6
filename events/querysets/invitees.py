"""Questions about whom meetings invite."""

from __future__ import annotations

from typing import Any

from django.db import models


class InviteeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> InviteeQuerySet:
        """Own invitations; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(person=person)

    def holding(self) -> InviteeQuerySet:
        """Invitations that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)
