"""Questions about invitations to a seat."""

from __future__ import annotations

from typing import Any

from django.db import models


class SeatInvitationQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> SeatInvitationQuerySet:
        """The kernteam, and the partner that is asked. Other partners see who holds a seat."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(organisation__in=person.standing.organisation_ids)

    def asked(self) -> SeatInvitationQuerySet:
        """Those that still wait for an answer."""
        return self.filter(status="asked")

    def newest(self) -> SeatInvitationQuerySet:
        """Of each partner the last invitation for each raad, unless that was withdrawn."""
        return (
            self.exclude(status="withdrawn")
            .order_by("raad_id", "organisation_id", "-sent_at", "-pk")
            .distinct("raad_id", "organisation_id")
        )
