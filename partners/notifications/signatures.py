"""Who is told what about signing a framework."""

from datetime import datetime

from django.conf import settings
from django.db.models import Q

from partners.models import (
    Framework,
    Mandate,
    Organisation,
    Person,
    Signature,
    SignatureWithdrawal,
)
from partners.querysets import local_day, signs
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter, Recipient

from .people import people_of


def signature_received(signature: Signature, *, at: datetime) -> None:
    """The receipt, with what was signed as a PDF, to everybody who may commit this partner."""
    people = Person.objects.speaking_for(
        [signature.organisation_id], local_day(at), subject="framework"
    )
    post(
        "partners/mail/signature_received.txt",
        [person.as_recipient() for person in people],
        f"signature-received:{signature.pk}",
        at,
        context={"signature": signature},
        is_urgent=True,
        attachment=signature.receipt,
    )


def signature_registered(signature: Signature, *, at: datetime) -> None:
    """The kernteam recorded this in the name of a partner, who is asked whether it is right."""
    post(
        "partners/mail/signature_registered.txt",
        people_of(signature.organisation, at),
        f"signature-registered:{signature.pk}",
        at,
        context={"signature": signature, "contact_email": settings.CONTACT_EMAIL},
    )


def signature_withdrawn(withdrawal: SignatureWithdrawal, *, at: datetime) -> None:
    """A signature of a partner no longer counts, and why."""
    post(
        "partners/mail/signature_withdrawn.txt",
        people_of(withdrawal.signature.organisation, at),
        f"signature-withdrawn:{withdrawal.pk}",
        at,
        context={
            "signature": withdrawal.signature,
            "reason": withdrawal.reason,
            "contact_email": settings.CONTACT_EMAIL,
        },
    )


def _forward_key(framework: Framework, organisation: Organisation, at: datetime) -> str:
    return f"framework-forwarded:{framework.pk}:{organisation.pk}:{local_day(at)}"


def was_forwarded(
    framework: Framework, organisation: Organisation, *, to: Person, at: datetime
) -> bool:
    """The same person gets this request once a day, whoever sends it."""
    key = f"{_forward_key(framework, organisation, at)}:{to.pk}"
    return Letter.objects.filter(key=key).exists()


def framework_forwarded(
    framework: Framework,
    organisation: Organisation,
    *,
    to: Person,
    note: str,
    sender: Person,
    at: datetime,
) -> None:
    """A colleague asks you to sign."""
    post(
        "partners/mail/framework_forwarded.txt",
        [to.as_recipient()],
        _forward_key(framework, organisation, at),
        at,
        context={
            "framework": framework,
            "organisation": organisation,
            "note": note,
            "sender": sender,
        },
        is_urgent=True,
    )


def _to_sign(framework: Framework, at: datetime) -> list[Recipient]:
    """Of partners that have not signed: who may sign; where nobody may, everybody there."""
    day = local_day(at)
    signed = framework.signatures.holding().values("organisation_id")
    silent = Organisation.objects.partners(day).exclude(pk__in=signed)
    mandates = Mandate.objects.on(day).filter(organisation__in=silent, person__is_active=True)
    signers = mandates.filter(signs("framework"))
    asked = mandates.filter(
        signs("framework") | ~Q(organisation__in=signers.values("organisation_id"))
    )
    people = Person.objects.can_log_in().filter(mandates__in=asked).distinct()
    return [person.as_recipient() for person in people]


def framework_opened(framework: Framework, *, at: datetime) -> None:
    """Every partner is asked to sign."""
    post(
        "partners/mail/framework_opened.txt",
        _to_sign(framework, at),
        f"framework-opened:{framework.pk}",
        at,
        context={"framework": framework},
    )


def signature_reminder(framework: Framework, *, step: int, at: datetime) -> None:
    """Only to partners that have not signed."""
    post(
        "partners/mail/signature_reminder.txt",
        _to_sign(framework, at),
        f"signature-reminder:{framework.pk}:{framework.sign_by}:{step}",
        at,
        context={"framework": framework},
    )
