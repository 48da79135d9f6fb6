"""Questions about the day of a meeting: its programme and its papers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class ProgrammePartQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ProgrammePartQuerySet:
        """Whoever sees the meeting sees its programme."""
        from events.models import Meeting  # noqa: PLC0415 - the model names this file

        return self.filter(meeting__in=Meeting.objects.visible_to(person))

    def standing(self) -> ProgrammePartQuerySet:
        """Parts that nobody took out, in the order of the day."""
        return self.filter(taken_out_at__isnull=True).order_by("begins", "pk")


class MeetingDocumentQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> MeetingDocumentQuerySet:
        """Papers for who is invited, as long as they are there; all of them for the kernteam."""
        from events.models import Invitee  # noqa: PLC0415 - the model names this file

        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        invited = Invitee.objects.holding().filter(meeting=OuterRef("meeting_id"), person=person)
        return self.standing().filter(Exists(invited), audience="invited")

    def standing(self) -> MeetingDocumentQuerySet:
        """Papers that nobody took out."""
        return self.filter(taken_out_at__isnull=True)
