"""Links without login: each opens one question of one person."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from events.models import ActionItem, GuestLink, Invitee, PollInvitee
from partners.querysets import token_digest

TOKEN_BYTES = 32
# Which field of a link a question stands in, and the address that answers it.
QUESTIONS: dict[type[Any], tuple[str, str]] = {
    Invitee: ("invitee", "events:invitation-reply"),
    PollInvitee: ("poll_invitee", "events:poll-answer"),
    ActionItem: ("action_item", "events:action-finish"),
}


@transaction.atomic
def write_links(
    questions: Iterable[Invitee] | Iterable[PollInvitee] | Iterable[ActionItem],
    *,
    expires_at: datetime,
    at: datetime,
) -> dict[int, str]:
    """A fresh link for each question, in one statement; question's id -> path, kept nowhere else.

    Links of earlier letters go on working until they expire.
    """
    rows = list(questions)
    if not rows:
        return {}
    field, address = QUESTIONS[type(rows[0])]
    tokens = {row.pk: secrets.token_urlsafe(TOKEN_BYTES) for row in rows}
    GuestLink.objects.bulk_create(
        GuestLink(
            **{f"{field}_id": pk},
            token_sha256=token_digest(token),
            expires_at=expires_at,
            recorded_at=at,
        )
        for pk, token in tokens.items()
    )
    return {pk: reverse(address, args=[token]) for pk, token in tokens.items()}


@transaction.atomic
def revoke_links(question: Invitee | PollInvitee | ActionItem, *, at: datetime) -> int:
    """No link opens this question any more. Returns how many did."""
    field, _address = QUESTIONS[type(question)]
    links = GuestLink.objects.filter(**{field: question}, revoked_at__isnull=True)
    count: int = links.update(revoked_at=at)
    return count
