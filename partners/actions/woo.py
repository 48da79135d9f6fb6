"""Requests under the Woo: received, postponed once, filled with records, answered."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.documents.models import Openness, WooItem, WooRequest
from schuldenlab.documents.querysets import Subject
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def receive_request(
    *,
    reference: str,
    subject: str,
    received_on: date,
    first_on: date | None = None,
    last_on: date | None = None,
    actor: Person | None,
    at: datetime,
) -> WooRequest:
    """Somebody asked; who that is stays in the letters of the municipality."""
    if received_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in today or an earlier day."))
    request = WooRequest(
        reference=" ".join(reference.split()),
        subject=" ".join(subject.split()),
        received_on=received_on,
        first_on=first_on,
        last_on=last_on,
        recorded_at=at,
    )
    request.full_clean(exclude=["recorded_at"])
    request.save()
    facts = {"received_on": received_on.isoformat()}
    record("receive_request", request, actor=actor, at=at, facts=facts)
    return request


@transaction.atomic
def postpone_request(
    request: WooRequest, *, because: str, actor: Person | None, at: datetime
) -> WooRequest:
    """Two weeks more, once, and before the first four weeks are over (article 4.4 of the act)."""
    _lock_waiting(request)
    if request.postponed_at is not None:
        raise Refused(_("This request was postponed already. The law allows it once."))
    if local_day(at) > request.term_ends_on:
        raise Refused(_("The first four weeks are over, so it cannot be postponed any more."))
    request.postponed_at, request.postponed_because = at, because.strip()
    request.save(update_fields=["postponed_at", "postponed_because"])
    record("postpone_request", request, actor=actor, at=at)
    return request


@transaction.atomic
def choose_records(
    request: WooRequest,
    *,
    chosen: Collection[Subject],
    dropped: Collection[Subject] = (),
    actor: Person | None,
    at: datetime,
) -> int:
    """These records belong to it, and `dropped` do not (any more). Returns how many changed."""
    _lock_waiting(request)
    rows = {
        (row.subject_type, row.subject_id): row for row in request.items.filter(taken_off_at=None)
    }
    new = [
        WooItem(request=request, subject_type=label, subject_id=key, at=at)
        for label, key in dict.fromkeys(chosen)
        if (label, key) not in rows
    ]
    off = [rows[subject].pk for subject in set(dropped) - set(chosen) if subject in rows]
    WooItem.objects.bulk_create(new)
    request.items.filter(pk__in=off).update(taken_off_at=at)
    if new or off:
        facts = {"chosen": len(new), "taken_off": len(off)}
        record("choose_records", request, actor=actor, at=at, facts=facts)
    return len(new) + len(off)


@transaction.atomic
def answer_request(request: WooRequest, *, actor: Person | None, at: datetime) -> WooRequest:
    """The answer went out; the list stays as it is now. Everything in it has been judged first."""
    _lock_waiting(request)
    subjects = list(
        request.items.filter(taken_off_at=None).values_list("subject_type", "subject_id")
    )
    unjudged = len(subjects) - len(Openness.objects.known(at).of(subjects))
    if unjudged:
        raise Refused(
            _("First judge how open each record is. Not judged yet: %(count)s.")
            % {"count": unjudged}
        )
    request.answered_at = at
    request.save(update_fields=["answered_at"])
    record("answer_request", request, actor=actor, at=at, facts={"records": len(subjects)})
    return request


@transaction.atomic
def withdraw_request(request: WooRequest, *, actor: Person | None, at: datetime) -> WooRequest:
    """Who asked took it back."""
    _lock_waiting(request)
    request.withdrawn_at = at
    request.save(update_fields=["withdrawn_at"])
    record("withdraw_request", request, actor=actor, at=at)
    return request


@transaction.atomic
def export_dossier(
    request: WooRequest, *, files: int, sha256: str, actor: Person | None, at: datetime
) -> None:
    """The file with the open parts was made; the trail says by whom, and which file it was."""
    facts = {"files": files, "sha256": sha256}
    record("export_dossier", request, actor=actor, at=at, facts=facts)


def _lock_waiting(request: WooRequest) -> None:
    lock(request)
    if not request.is_waiting:
        raise Refused(_("This request is closed: it was answered or withdrawn."))
