"""Who is told what about one's own account: another address, leaving, and coming back."""

from datetime import datetime

from django.conf import settings

from partners.models import Mandate, Person
from partners.querysets import local_day
from partners.querysets.archived import held_until, why_held
from partners.querysets.leaving import Leaving
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Letter, Recipient
from schuldenlab.web.confirm import CODE_LIFETIME

from .people import kernteam

ADDRESS_CODE = "partners/mail/address_code.txt"


def address_codes_since(person: Person, moment: datetime) -> int:
    """How many codes for another address this person asked for."""
    return Letter.objects.filter(person=person, template=ADDRESS_CODE, at__gt=moment).count()


def address_code(person: Person, *, address: str, code: str, at: datetime) -> None:
    """The code goes to the new address: who reads it there has it. Secret, so erased once sent."""
    post(
        ADDRESS_CODE,
        [Recipient(person.pk, address, person.name, person.language)],
        f"address-code:{at.timestamp()}",
        at,
        context={"code": code, "minutes": CODE_LIFETIME.seconds // 60},
        is_urgent=True,
        is_secret=True,
    )


def address_changed(old: Recipient, *, at: datetime) -> None:
    """To the address that was: if it was not you, say so."""
    post(
        "partners/mail/address_changed.txt",
        [old],
        f"address-changed:{at.timestamp()}",
        at,
        context={"contact_email": settings.CONTACT_EMAIL},
        is_urgent=True,
    )


def account_closed(person: Person, *, at: datetime) -> None:
    """What ended, what stays and for how long."""
    held = held_until([person.pk], local_day(at)).get(person.pk)
    post(
        "partners/mail/account_closed.txt",
        [person.as_recipient()],
        f"account-closed:{at.timestamp()}",
        at,
        context={
            "days": settings.RETENTION["accounts"],
            "held": why_held(held) if held else "",
            "contact_email": settings.CONTACT_EMAIL,
        },
        is_urgent=True,
    )


def colleague_left(person: Person, leaving: Leaving, *, at: datetime) -> None:
    """The kernteam closed somebody's account: those who worked with that person hear it."""
    organisations = [mandate.organisation_id for mandate in leaving.mandates]
    held = Mandate.objects.on(local_day(at)).filter(organisation__in=organisations)
    colleagues = Person.objects.can_log_in().filter(mandates__in=held).exclude(pk=person.pk)
    post(
        "partners/mail/colleague_left.txt",
        [each.as_recipient() for each in colleagues.distinct()],
        f"colleague-left:{person.pk}:{at.timestamp()}",
        at,
        context={"person": person, "contact_email": settings.CONTACT_EMAIL},
    )


def account_reopened(person: Person, *, at: datetime) -> None:
    """Welcome back, and how to log in."""
    post(
        "partners/mail/account_reopened.txt",
        [person.as_recipient()],
        f"account-reopened:{at.timestamp()}",
        at,
        is_urgent=True,
    )


def partner_left_without(person: Person, leaving: Leaving, *, at: datetime) -> None:
    """The kernteam reads which partner has no director or nobody to sign any more."""
    post(
        "partners/mail/partner_left_without.txt",
        kernteam(at),
        f"partner-left-without:{person.pk}:{at.timestamp()}",
        at,
        context={
            "without_director": leaving.without_director,
            "without_signer": leaving.without_signer,
        },
    )


def address_corrected(person: Person, *, at: datetime) -> None:
    """The kernteam mended somebody's address: colleagues hear it, and can say it is not right."""
    held = Mandate.objects.on(local_day(at)).filter(person=person)
    theirs = Mandate.objects.on(local_day(at)).filter(organisation__in=held.values("organisation"))
    colleagues = Person.objects.can_log_in().filter(mandates__in=theirs).exclude(pk=person.pk)
    post(
        "partners/mail/address_corrected.txt",
        [each.as_recipient() for each in colleagues.distinct()],
        f"address-corrected:{person.pk}:{at.timestamp()}",
        at,
        context={"person": person, "contact_email": settings.CONTACT_EMAIL},
    )
