"""What has been kept long enough: the term of each kind is a setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from schuldenlab.outbox.models import Letter

from .archived import held_until
from .dates import local_day


def kept_until(kind: str, at: datetime) -> datetime:
    """What is of that moment or earlier has been kept long enough."""
    return at - timedelta(days=settings.RETENTION[kind])


def old_accounts(at: datetime) -> QuerySet[Any]:
    """Accounts that closed so long ago, and are named in nothing that is kept in the archive."""
    from partners.models import Person  # noqa: PLC0415 - the model names this file

    closed = Person.objects.get_queryset().filter(is_active=False, anonymised_at=None)
    due = closed.filter(closed_at__lte=kept_until("accounts", at)).order_by("pk")
    held = held_until(list(due.values_list("pk", flat=True)), local_day(at))
    return due.exclude(pk__in=held) if held else due


def old_letters(at: datetime) -> QuerySet[Any]:
    """Letters with words in them."""
    return Letter.objects.to_forget(kept_until("letters", at)).order_by("pk")


def old_notes(at: datetime) -> QuerySet[Any]:
    """Notes of talks, with words in them."""
    from partners.models import ContactNote  # noqa: PLC0415 - the model names this file

    before = kept_until("notes", at)
    talks = ContactNote.objects.filter(spoken_on__lte=before.date(), recorded_at__lte=before)
    return talks.exclude(text="").order_by("pk")


def old_imports(at: datetime) -> QuerySet[Any]:
    """Uploads with lines in them; one that is being saved right now is left alone."""
    from partners.models import ImportRun  # noqa: PLC0415 - the model names this file

    full = ~Q(content=b"") | ~Q(report={}) | ~Q(error="")
    found = ImportRun.objects.filter(full, recorded_at__lte=kept_until("imports", at))
    return found.exclude(status=ImportRun.Status.CONFIRMED).order_by("pk")


def old_tokens(at: datetime) -> QuerySet[Any]:
    """Tokens of programs that opened nothing any more for so long."""
    from partners.models import ApiToken  # noqa: PLC0415 - the model names this file

    before = kept_until("tokens", at)
    ended = Q(expires_on__lte=before.date()) | Q(revoked_at__lte=before)
    return ApiToken.objects.filter(ended).order_by("pk")


def old_sessions(at: datetime) -> QuerySet[Any]:
    """Visits that ended; a browser that still shows one has to log in anew."""
    from partners.models import Visit  # noqa: PLC0415 - the model names this file

    return Visit.objects.filter(expire_date__lte=kept_until("sessions", at)).order_by("pk")


OLD: Mapping[str, Callable[[datetime], QuerySet[Any]]] = {
    "letters": old_letters,  # before accounts: letters to others name people
    "accounts": old_accounts,
    "notes": old_notes,
    "imports": old_imports,
    "tokens": old_tokens,
    "sessions": old_sessions,
}


def kept_too_long(at: datetime) -> dict[str, int]:
    """How much of each kind waits to be forgotten."""
    return {kind: old(at).count() for kind, old in OLD.items()}
