"""Questions about links without login."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from partners.querysets import token_digest


class GuestLinkQuerySet(models.QuerySet[Any]):
    def usable(self, at: datetime) -> GuestLinkQuerySet:
        """Links that still open their question."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at)

    def opened_by(self, token: str, at: datetime) -> Any:
        """The link of this token, or None; compared as a hash, so its time tells nothing."""
        return self.usable(at).filter(token_sha256=token_digest(token)).first()
