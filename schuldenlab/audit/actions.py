"""Writing the audit trail."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from .models import Entry
from .origin import current

Act = tuple[str, models.Model, dict[str, Any]]  # verb, subject, facts


def record(
    verb: str,
    subject: models.Model,
    *,
    actor: AbstractBaseUser | None,
    at: datetime,
    result: str = Entry.Result.DONE,
    facts: dict[str, Any] | None = None,
) -> Entry:
    """Add one row to the trail, inside the transaction of the act itself.

    `facts` holds ids, roles, figures and states; never names, addresses or codes.
    """
    origin = current.get()
    return Entry.objects.create(
        verb=verb,
        subject_type=subject._meta.label_lower,  # noqa: SLF001
        subject_id=str(subject.pk),
        result=result,
        facts=facts or {},
        origin=origin.door,
        request_id=origin.request_id,
        actor_id=getattr(actor, "pk", None),
        at=at,
    )


def record_all(acts: Iterable[Act], *, actor: AbstractBaseUser | None, at: datetime) -> None:
    """Add one row for each of many acts, in one statement. See `record`."""
    origin = current.get()
    Entry.objects.bulk_create(
        Entry(
            verb=verb,
            subject_type=subject._meta.label_lower,  # noqa: SLF001
            subject_id=str(subject.pk),
            facts=facts,
            origin=origin.door,
            request_id=origin.request_id,
            actor_id=getattr(actor, "pk", None),
            at=at,
        )
        for verb, subject, facts in acts
    )
