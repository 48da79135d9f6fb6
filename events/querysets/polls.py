"""Questions about date polls."""

from __future__ import annotations

from typing import Any

from django.db import models


class DatePollQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> DatePollQuerySet:
        """Polls that ask this person; all of them for the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(invitees__person=person)
