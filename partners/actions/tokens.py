"""Tokens with which a program reads the API: made, used and revoked."""

import secrets
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import ApiToken, Organisation, Person
from partners.models.tokens import LONGEST
from partners.querysets import local_day, token_digest
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

SIGNS: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # without those that look alike
AT_ONCE: Final = 10  # so many may work for one organisation at a time


@transaction.atomic
def make_token(
    organisation: Organisation | None,
    *,
    purpose: str,
    expires_on: date,
    actor: Person | None,
    at: datetime,
) -> tuple[ApiToken, str]:
    """A token for one integration; without an organisation it is the lab's, for what is public.

    Returns its row and the token itself, which is kept nowhere and can never be shown again.
    """
    day = local_day(at)
    if not day < expires_on <= local_day(at + LONGEST):
        raise Refused(_("Choose a day after today, at most a year from now."))
    if organisation is not None:
        lock(organisation)  # two at once do not pass the number that may work
        if not organisation.partnerships.on(day).exists():
            raise Refused(_("%(name)s is no partner now.") % {"name": organisation.name})
    if ApiToken.objects.usable(at).filter(organisation=organisation).count() >= AT_ONCE:
        raise Refused(_("Ten tokens work already. Revoke one that you do not use."))
    prefix = "lab_" + "".join(secrets.choice(SIGNS) for _sign in range(8))
    token = f"{prefix}_{secrets.token_urlsafe(32)}"
    row = ApiToken.objects.create(
        organisation=organisation,
        purpose=" ".join(purpose.split()),
        prefix=prefix,
        token_sha256=token_digest(token),
        expires_on=expires_on,
        made_by=actor,
        recorded_at=at,
    )
    facts = {"organisation": getattr(organisation, "pk", None), "until": expires_on.isoformat()}
    record("make_token", row, actor=actor, at=at, facts=facts)
    notifications.token_made(row, at=at)
    return row, token


@transaction.atomic
def revoke_token(token: ApiToken, *, actor: Person | None, at: datetime) -> ApiToken:
    """Nothing opens with it any more; doing it twice changes nothing."""
    lock(token)
    if token.revoked_at is None:
        token.revoked_at, token.revoked_by = at, actor
        token.save(update_fields=["revoked_at", "revoked_by"])
        record("revoke_token", token, actor=actor, at=at)
        notifications.token_revoked(token, at=at)
    return token


@transaction.atomic
def note_use(token: ApiToken, *, at: datetime) -> None:
    """That it was used today; written once a day, so that reading stays reading."""
    day = local_day(at)
    if token.last_used_on is None or token.last_used_on < day:
        older = Q(last_used_on__isnull=True) | Q(last_used_on__lt=day)
        ApiToken.objects.filter(older, pk=token.pk).update(last_used_on=day)
