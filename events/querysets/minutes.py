"""Questions about minutes and the actions that came of meetings."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q


def _invited(person: Any) -> Exists:
    from events.models import Invitee  # noqa: PLC0415 - the model names this file

    return Exists(Invitee.objects.holding().filter(meeting=OuterRef("meeting"), person=person))


class MinutesQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> MinutesQuerySet:
        """Sent minutes for those who were invited; drafts are the kernteam's."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(_invited(person)).exclude(status="draft")


class ActionItemQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ActionItemQuerySet:
        """Own actions, and those of meetings to which one was invited."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(Q(owner=person) | _invited(person))

    def open(self) -> ActionItemQuerySet:
        """Actions that still have to be done, the most urgent first."""
        return self.filter(status="open").order_by("due_on", "pk")
