"""What a partner does about its own people: inviting, and asking that somebody may sign."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Mandate, Organisation, Person, SigningRequest
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .people import close_mandate, give_mandate, invite_for_organisation, refuse_oneself


@transaction.atomic
def invite_colleague(
    organisation: Organisation,
    *,
    email: str,
    name: str,
    role: str,
    actor: Person | None,
    at: datetime,
) -> Mandate:
    """A partner brings in somebody of its own, from today; who may sign is not for it to give."""
    mandate = invite_for_organisation(
        organisation,
        email=email,
        name=name,
        role=role,
        may_sign=False,
        from_on=local_day(at),
        actor=actor,
        at=at,
    )
    if mandate.person.invited_at != at:  # who is new gets an invitation, which says the same
        notifications.colleague_invited(mandate, by=actor, at=at)
    return mandate


@transaction.atomic
def ask_signing(
    mandate: Mandate,
    *,
    reason: str = "",
    signs_for: Sequence[str] = (),
    pledge_limit: Decimal | None = None,
    actor: Person | None,
    at: datetime,
) -> SigningRequest:
    """A partner asks the kernteam that somebody of its own may sign for it, and for what."""
    lock(mandate)
    _refuse_no_longer(mandate, at)
    if mandate.signing_requests.filter(status=SigningRequest.Status.ASKED).exists():
        raise Refused(_("This was asked already. The kernteam answers it."))
    request = SigningRequest.objects.create(
        mandate=mandate,
        asked_by=actor,
        reason=reason.strip(),
        signs_for=list(signs_for),
        pledge_limit=pledge_limit,
        recorded_at=at,
    )
    facts = {"organisation": mandate.organisation_id}
    record("ask_signing", request, actor=actor, at=at, facts=facts)
    notifications.signing_asked(request, at=at)
    return request


@transaction.atomic
def confirm_signing(
    request: SigningRequest, *, actor: Person | None, at: datetime
) -> SigningRequest:
    """The person's mandate ends today; from tomorrow there is one that may sign."""
    day = local_day(at)
    mandate = lock(request.mandate)
    refuse_oneself(mandate.person, actor)
    if actor is not None and actor.pk == request.asked_by_id:
        raise Refused(_("You asked this yourself. Ask a colleague of the kernteam to confirm it."))
    _refuse_no_longer(mandate, at)
    move(request, "confirm", actor=actor, at=at)
    close_mandate(mandate, until_on=day, actor=actor, at=at)
    new = give_mandate(
        mandate.person,
        organisation=mandate.organisation,
        role=mandate.role,
        may_sign=True,
        signs_for=request.signs_for,
        pledge_limit=request.pledge_limit,
        from_on=day + timedelta(days=1),
        actor=actor,
        at=at,
    )
    notifications.signing_confirmed(request, new, at=at)
    return request


@transaction.atomic
def decline_signing(
    request: SigningRequest, *, answer: str, actor: Person | None, at: datetime
) -> SigningRequest:
    """The kernteam does not confirm it, and says why."""
    if not answer.strip():
        raise Refused(_("Say why not. The person reads it."))
    move(request, "decline", actor=actor, at=at, also={"answer": answer.strip()})
    notifications.signing_declined(request, at=at)
    return request


def _refuse_no_longer(mandate: Mandate, at: datetime) -> None:
    """Only a mandate that holds today, that goes on, and that may not sign yet."""
    if mandate.may_sign:
        raise Refused(_("This person may sign already."))
    holds = Mandate.objects.on(local_day(at)).filter(pk=mandate.pk).exists()
    if not holds or mandate.until_on is not None:
        raise Refused(_("This mandate has ended, or its last day is known."))
    if not mandate.person.is_active:
        raise Refused(_("The account of this person is closed."))
