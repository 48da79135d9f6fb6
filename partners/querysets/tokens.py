"""Questions about tokens of the API."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.crypto import constant_time_compare

from .dates import local_day
from .upkeep import token_digest

# "lab_", eight signs that may be shown, and 256 random bits that may not.
TOKEN = re.compile(r"(lab_[a-z0-9]{8})_[A-Za-z0-9_-]{43}")
NOBODY = token_digest("")


class ApiTokenQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ApiTokenQuerySet:
        """The kernteam sees all; a partner's people see those of their own organisation."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        return self.filter(organisation__in=person.standing.organisation_ids)

    def usable(self, at: datetime) -> ApiTokenQuerySet:
        """Those that open something now; a partner that left has none."""
        from partners.models import Partnership  # noqa: PLC0415 - the model names this file

        day = local_day(at)
        partner = Partnership.objects.on(day).filter(organisation=OuterRef("organisation_id"))
        belongs = Q(organisation__isnull=True) | Q(Exists(partner))
        return self.filter(belongs, revoked_at__isnull=True, expires_on__gte=day)

    def opened_by(self, token: str, at: datetime) -> Any:
        """The token that a program shows, or None.

        It is found by the part that may be shown; the secret is compared as a hash, in constant
        time, also when nothing was found.
        """
        form = TOKEN.fullmatch(token)
        found = self.usable(at).filter(prefix=form[1]).first() if form else None
        kept = found.token_sha256 if found else NOBODY
        return found if constant_time_compare(kept, token_digest(token)) and found else None
