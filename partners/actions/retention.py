"""Forgetting: what has been kept long enough loses its names, addresses and words.

Votes, decisions, signatures and the audit trail keep their rows; a signature keeps the name of who
signed, because it is the agreement itself. Whom records of the archive name, waits until their
terms are over. Everything may come twice: what is forgotten is no longer found.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.utils import translation
from django.utils.translation import gettext as _

from partners.models import ApiToken, ContactNote, ImportRun, KernteamMember, Mandate, Person, Visit
from partners.querysets import local_day
from partners.querysets.archived import held_until, why_held
from partners.querysets.retention import OLD
from schuldenlab.audit.actions import Act, record_all
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.outbox.models import Letter
from schuldenlab.web.actions import forget_ways_in

BATCH = 500
log = structlog.get_logger()


def apply_retention(at: datetime) -> dict[str, int]:
    """Forget everything whose term is over, in batches. Returns how much of each kind."""
    done = {}
    for kind, forget in FORGET.items():
        done[kind] = 0
        while count := _one_batch(kind, forget, at):
            done[kind] += count
    log.info("retention", **done)
    return done


@transaction.atomic
def _one_batch(kind: str, forget: Callable[[QuerySet[Any], datetime], None], at: datetime) -> int:
    """Two workers take different rows; what one holds, the other leaves alone."""
    rows = OLD[kind](at).select_for_update(skip_locked=True)
    keys = list(rows.values_list("pk", flat=True)[:BATCH])
    if keys:
        forget(rows.model._base_manager.filter(pk__in=keys), at)  # noqa: SLF001
    return len(keys)


@transaction.atomic
def anonymise_person(person: Person, *, actor: Person | None, at: datetime) -> Person:
    """Wipe a name out before its term, because the person asked for it.

    Refused as long as records of the archive name this person: then it waits, like everybody's.
    """
    lock(person)
    if person.is_active:
        raise Refused(_("First close this account."))
    if person.anonymised_at is not None:
        raise Refused(_("The data of this account are gone already."))
    until = held_until([person.pk], local_day(at)).get(person.pk)
    if until is not None:
        raise Refused(why_held(until))
    _forget_names(Person.objects.get_queryset().filter(pk=person.pk), actor, at)
    person.refresh_from_db()
    return person


def _forget_letters(letters: QuerySet[Letter], at: datetime) -> None:
    del at
    Letter.objects.filter(pk__in=letters.values("pk")).forget()


def _forget_people(people: QuerySet[Person], at: datetime) -> None:
    _forget_names(people, None, at)


def _forget_names(people: QuerySet[Person], actor: Person | None, at: datetime) -> None:
    """A name that says the role, an address where no mail arrives, and no way in."""
    everybody = list(people)
    keys = [person.pk for person in everybody]
    roles = _last_roles(keys)
    with translation.override(settings.LANGUAGE_CODE):
        for person in everybody:
            person.name = _role_as_name(roles.get(person.pk, ""))
            person.email = f"voormalig-{person.pk}@weg.invalid"
            person.language, person.last_login = settings.LANGUAGE_CODE, None
            person.anonymised_at = at
    Person.objects.bulk_update(
        everybody, ["name", "email", "language", "last_login", "anonymised_at"]
    )
    Visit.objects.filter(person__in=keys).delete()
    forget_ways_in(keys)
    Letter.objects.filter(person__in=keys).exclude(address="").forget()
    record_all([("anonymise_person", person, {}) for person in everybody], actor=actor, at=at)


def _last_roles(person_ids: list[int]) -> dict[int, str]:
    """The role that each of them had last; the kernteam comes before a mandate."""
    roles: dict[int, str] = {}
    for model in (Mandate, KernteamMember):
        last = model._base_manager.filter(person__in=person_ids, struck_at=None)  # noqa: SLF001
        rows = last.order_by("person_id", "-from_on").distinct("person_id")
        roles |= dict(rows.values_list("person_id", "role"))
    return roles


def _role_as_name(role: str) -> str:
    names = {
        Mandate.Role.DIRECTOR: _("Former director"),
        Mandate.Role.CONTACT: _("Former contact person"),
        KernteamMember.Role.MANAGER: _("Former manager of the kernteam"),
        KernteamMember.Role.STAFF: _("Former member of the kernteam"),
    }
    return {str(key): name for key, name in names.items()}.get(role, _("Former participant"))


def _forget_notes(notes: QuerySet[ContactNote], at: datetime) -> None:
    """The words go; that there was a talk, when and by whom, stays."""
    gone: list[Act] = [("forget_note", note, {}) for note in notes.only("pk")]
    reason = Case(When(corrects__isnull=False, then=Value("–")), default=Value(""))
    notes.update(text="", reason=reason)
    record_all(gone, actor=None, at=at)


def _forget_imports(runs: QuerySet[ImportRun], at: datetime) -> None:
    """An upload that nobody went on with is withdrawn by it."""
    waiting = [ImportRun.Status.UPLOADED, ImportRun.Status.CHECKED]
    runs.filter(status__in=waiting).update(status=ImportRun.Status.WITHDRAWN, withdrawn_at=at)
    gone: list[Act] = [("forget_import", run, {}) for run in runs.only("pk")]
    runs.update(content=b"", report={}, error="")
    record_all(gone, actor=None, at=at)


def _forget_tokens(tokens: QuerySet[ApiToken], at: datetime) -> None:
    """The rows go; the trail keeps that they were made and revoked, and by whom."""
    record_all([("forget_token", token, {}) for token in tokens.only("pk")], actor=None, at=at)
    tokens.delete()


def _forget_sessions(sessions: QuerySet[Any], at: datetime) -> None:
    del at
    sessions.delete()


FORGET: Mapping[str, Callable[[QuerySet[Any], datetime], None]] = {
    "letters": _forget_letters,
    "accounts": _forget_people,
    "notes": _forget_notes,
    "imports": _forget_imports,
    "tokens": _forget_tokens,
    "sessions": _forget_sessions,
}
