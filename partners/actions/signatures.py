"""Signatures under a framework: online, on paper, and taken back."""

from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import (
    Framework,
    Organisation,
    Partnership,
    Person,
    Signature,
    SignatureWithdrawal,
)
from partners.pdf import receipt_pdf
from partners.querysets import local_day, signs
from partners.verification import signature_seal
from schuldenlab.audit.actions import record
from schuldenlab.documents.actions import SCANS, WrongFile, keep_document
from schuldenlab.lifecycle import Refused

SIGNABLE = {Framework.Status.OPEN, Framework.Status.IN_FORCE}


def _refuse_draft(framework: Framework) -> None:
    framework.refresh_from_db(fields=["status", "sealed_sha256"])
    if framework.status == Framework.Status.DRAFT:
        raise Refused(_("This framework is a draft: it cannot be signed yet."))


def _refuse_closed(framework: Framework) -> None:
    _refuse_draft(framework)
    if framework.status not in SIGNABLE:
        raise Refused(_("This framework has expired: it cannot be signed any more."))


def _refuse_stranger(person: Person, organisation: Organisation, day: date) -> None:
    if not Partnership.objects.on(day).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner now: %(names)s.") % {"names": organisation.name})
    mandates = person.mandates.on(day).filter(signs("framework"), organisation=organisation)
    if not mandates.exists():
        raise Refused(_("You may not sign on behalf of %(name)s.") % {"name": organisation.name})


def _next_ordinal(framework: Framework, organisation: Organisation) -> int:
    """The number of the next signature of this partner; refused while one holds.

    Read in one statement, so both answers are of the same moment; of two that come at once the
    unique constraint takes one.
    """
    earlier = list(
        framework.signatures.filter(organisation=organisation).values_list("withdrawal", flat=True)
    )
    if None in earlier:
        raise Refused(
            _("%(name)s has signed this framework already.") % {"name": organisation.name}
        )
    return len(earlier) + 1


@transaction.atomic
def sign_framework(
    framework: Framework,
    *,
    organisation: Organisation,
    function: str,
    declares_mandate: bool,
    declares_read: bool,
    actor: Person,
    at: datetime,
) -> Signature:
    """Somebody with a signing mandate signs for the organisation; a receipt goes by mail."""
    _refuse_closed(framework)
    _refuse_stranger(actor, organisation, local_day(at))
    if not (declares_mandate and declares_read):
        raise Refused(_("A signature needs both declarations."))
    signature = Signature(
        framework=framework,
        organisation=organisation,
        ordinal=_next_ordinal(framework, organisation),
        way=Signature.Way.ONLINE,
        person=actor,
        signatory=actor.name,
        function=function,
        registered_by=actor,
        signed_on=local_day(at),
        signed_at=at,
        text_sha256=framework.sealed_sha256,
        recorded_at=at,
    )
    signature.sha256 = signature_seal(signature)
    signature.receipt = keep_document(
        receipt_pdf(signature, at=at), name=_receipt_name(signature), actor=actor, at=at
    )
    _insert(signature)
    facts = {"organisation": organisation.pk, "way": str(signature.way)}
    record("sign_framework", signature, actor=actor, at=at, facts=facts)
    notifications.signature_received(signature, at=at)
    return signature


def _insert(signature: Signature) -> None:
    """Write the row. Who came second leaves no file behind: its document is undone as well."""
    try:
        signature.save(force_insert=True)
    except IntegrityError:
        for document in (signature.receipt, signature.scan):
            if document is not None:
                document.file.storage.delete(str(document.file.name))
        raise


def _receipt_name(signature: Signature) -> str:
    names = (signature.framework.title, signature.organisation.name)
    return "-".join(slugify(name) for name in names)[:140] + ".pdf"


@transaction.atomic
def register_signature(
    framework: Framework,
    *,
    organisation: Organisation,
    signatory: str,
    function: str,
    signed_on: date,
    scan: File | None = None,
    actor: Person | None,
    at: datetime,
) -> Signature:
    """The kernteam registers a signature on paper, with the day on which it was given.

    The partner gets a mail: is this right?
    """
    _refuse_draft(framework)
    if signed_on > local_day(at):
        raise Refused(_("The day of signing lies in the future."))
    if not Partnership.objects.on(signed_on).filter(organisation=organisation).exists():
        raise Refused(_("Not a partner on that day: %(name)s.") % {"name": organisation.name})
    signature = Signature(
        framework=framework,
        organisation=organisation,
        ordinal=_next_ordinal(framework, organisation),
        way=Signature.Way.PAPER,
        text_sha256=framework.sealed_sha256,
        signatory=signatory,
        function=function,
        registered_by=actor,
        signed_on=signed_on,
        recorded_at=at,
    )
    if scan is not None:
        signature.scan = _keep_scan(scan, actor=actor, at=at)
    signature.sha256 = signature_seal(signature)
    _insert(signature)
    facts = {"organisation": organisation.pk, "on": signed_on.isoformat()}
    record("register_signature", signature, actor=actor, at=at, facts=facts)
    notifications.signature_registered(signature, at=at)
    return signature


def _keep_scan(scan: File, *, actor: Person | None, at: datetime) -> Any:
    try:
        return keep_document(scan, name=scan.name or "scan", allowed=SCANS, actor=actor, at=at)
    except WrongFile as error:
        raise Refused(str(error)) from error


@transaction.atomic
def withdraw_signature(
    signature: Signature, *, reason: str, actor: Person | None, at: datetime
) -> SignatureWithdrawal:
    """A signature that was registered by mistake no longer counts; the row stays, with why."""
    if SignatureWithdrawal.objects.filter(signature=signature).exists():
        raise Refused(_("This signature was withdrawn already."))
    if not reason.strip():
        raise Refused(_("Say why. The partner reads it."))
    withdrawal = SignatureWithdrawal.objects.create(
        signature=signature,
        reason=reason.strip(),
        withdrawn_by=actor,
        withdrawn_at=at,
        recorded_at=at,
    )
    facts = {"organisation": signature.organisation_id}
    record("withdraw_signature", signature, actor=actor, at=at, facts=facts)
    notifications.signature_withdrawn(withdrawal, at=at)
    return withdrawal


@transaction.atomic
def forward_framework(
    framework: Framework,
    *,
    organisation: Organisation,
    to: Person,
    note: str,
    actor: Person,
    at: datetime,
) -> None:
    """Somebody without a signing mandate sends the request to a colleague; once a day at most."""
    _refuse_closed(framework)
    _next_ordinal(framework, organisation)
    able = Person.objects.speaking_for([organisation.pk], local_day(at), subject="framework")
    if not able.filter(pk=to.pk).exists():
        raise Refused(_("This person may not sign for %(name)s.") % {"name": organisation.name})
    if notifications.was_forwarded(framework, organisation, to=to, at=at):
        raise Refused(_("%(name)s got this request today already.") % {"name": to.name})
    facts = {"organisation": organisation.pk, "to": to.pk}
    record("forward_framework", framework, actor=actor, at=at, facts=facts)
    notifications.framework_forwarded(
        framework, organisation, to=to, note=note.strip(), sender=actor, at=at
    )
