"""Ways in: invitations, visits, and the second step."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Invitation, Person, Visit
from partners.querysets import token_digest
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused

TOKEN_BYTES = 32


@transaction.atomic
def write_invitations(
    people: Sequence[Person], *, actor: Person | None, at: datetime
) -> dict[int, str]:
    """A link for each of them, in one statement; returns person id -> path, kept nowhere else."""
    tokens = {person.pk: secrets.token_urlsafe(TOKEN_BYTES) for person in people}
    Invitation.objects.bulk_create(
        Invitation(
            person=person,
            token_sha256=token_digest(tokens[person.pk]),
            invited_by=actor,
            expires_at=at + timedelta(days=settings.INVITATION_DAYS),
            recorded_at=at,
        )
        for person in people
    )
    return {pk: reverse("partners:invitation", args=[token]) for pk, token in tokens.items()}


@transaction.atomic
def withdraw_invitations(person: Person, *, actor: Person | None, at: datetime) -> int:
    """Links that were sent no longer let anybody in. Returns how many there were."""
    waiting = Invitation.objects.filter(person=person, used_at=None, revoked_at=None)
    count: int = waiting.update(revoked_at=at)
    if count:
        record("withdraw_invitations", person, actor=actor, at=at, facts={"count": count})
    return count


@transaction.atomic
def resend_invitation(person: Person, *, actor: Person | None, at: datetime) -> Person:
    """A new link by mail; those before it stop working."""
    locked: Person = Person.objects.get_queryset().select_for_update().get(pk=person.pk)
    if not locked.is_active:
        raise Refused(_("The account of this person is closed."))
    withdraw_invitations(locked, actor=actor, at=at)
    paths = write_invitations([locked], actor=actor, at=at)
    locked.invited_at = at
    locked.save(update_fields=["invited_at"])
    record("resend_invitation", locked, actor=actor, at=at)
    key = f"invitation:{Invitation.objects.filter(person=locked).latest('pk').pk}"
    notifications.people_invited([locked], paths=paths, key=key, at=at)
    return locked


@transaction.atomic
def accept_invitation(token: str, *, at: datetime) -> Person:
    """Use a link up and return whom it lets in; of two at once, one comes in."""
    locked = Invitation.objects.select_for_update(of=("self",))
    found = locked.opened_by(token, at)
    if found is None:
        raise Refused(_("This link does not work any more."))
    found.used_at = at
    found.save(update_fields=["used_at"])
    record("accept_invitation", found, actor=found.person, at=at)
    person: Person = found.person
    return person


@transaction.atomic
def end_visits(
    person: Person, *, handles: Sequence[str], actor: Person | None, at: datetime
) -> int:
    """Log somebody out where these visits are; returns how many there were."""
    mine = [visit for visit in Visit.objects.of(person, at) if visit.handle in set(handles)]
    Visit.objects.filter(pk__in=[visit.pk for visit in mine]).delete()
    if mine:
        record("end_visits", person, actor=actor, at=at, facts={"count": len(mine)})
    return len(mine)


@transaction.atomic
def note_factor(
    person: Person, *, change: str, kind: str, actor: Person | None, at: datetime
) -> None:
    """A way to log in was added, taken away or renewed: trail, and a mail to its owner."""
    entry = record(f"{change}_factor", person, actor=actor, at=at, facts={"kind": kind})
    notifications.security_changed(person, change=change, kind=kind, key=str(entry.pk), at=at)
