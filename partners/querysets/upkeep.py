"""Questions about what keeps the register right: notes, requests, imports, links."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any

from django.contrib.sessions.base_session import BaseSessionManager
from django.db import models
from django.utils.crypto import constant_time_compare


class StaffOnlyQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> Any:
        """Only the kernteam sees these."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()


class ContactNoteQuerySet(StaffOnlyQuerySet):
    """What the kernteam keeps of its talks with partners."""


class GoLiveQuerySet(StaffOnlyQuerySet):
    def day(self) -> date | None:
        """The first day of this lab here; None as long as nobody set it."""
        found: date | None = self.values_list("live_on", flat=True).first()
        return found


class ImportRunQuerySet(StaffOnlyQuerySet):
    """Imports and how far they are."""

    def due(self) -> ImportRunQuerySet:
        """Those that wait for a machine, the oldest first."""
        return self.filter(status__in=["uploaded", "confirmed"]).order_by("pk")

    def without_files(self) -> ImportRunQuerySet:
        """For pages: the file itself stays where it is."""
        return self.defer("content")


def token_digest(token: str) -> str:
    """What is kept of a token; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


class InvitationQuerySet(StaffOnlyQuerySet):
    def usable(self, at: datetime) -> InvitationQuerySet:
        """Links that still let somebody in."""
        return self.filter(used_at__isnull=True, revoked_at__isnull=True, expires_at__gt=at)

    def opened_by(self, token: str, at: datetime) -> Any:
        """The invitation of this token, with its person, if it still lets anybody in."""
        digest = token_digest(token)
        usable = self.usable(at).filter(person__is_active=True, token_sha256=digest)
        found = usable.select_related("person").first()
        return found if found and constant_time_compare(found.token_sha256, digest) else None


class VisitManager(BaseSessionManager[Any]):
    def of(self, person: Any, at: datetime) -> models.QuerySet[Any]:
        """The visits in which somebody is logged in now, the newest on top."""
        return self.filter(person=person, expire_date__gt=at).order_by("-expire_date")


class SigningRequestQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> SigningRequestQuerySet:
        """The kernteam, and whoever works for that partner."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(mandate__organisation__in=person.standing.organisation_ids)
