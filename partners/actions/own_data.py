"""Putting one's own data right: name, language, and the address with which somebody logs in."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.outbox.querysets import silent_since
from schuldenlab.web.actions import forget_addresses

from .access import withdraw_invitations

MAX_CODES = 5  # in an hour: more would make the lab a machine that mails strangers


@transaction.atomic
def correct_person(
    person: Person,
    *,
    name: str,
    language: str,
    pace: str = "",
    actor: Person | None,
    at: datetime,
) -> Person:
    """Another name or language, or another pace of news; without `pace` that stays as it is.

    The trail says what changed, never what it was.
    """
    lock(person)
    right = {"name": " ".join(name.split()), "language": language, "pace": pace or person.pace}
    changed = [field for field, value in right.items() if getattr(person, field) != value]
    for field in changed:
        setattr(person, field, right[field])
    person.clean_fields(exclude=["email", "password"])
    if changed:
        person.save(update_fields=changed)
        record("correct_person", person, actor=actor, at=at, facts={"changed": changed})
    return person


@transaction.atomic
def ask_address(
    person: Person, *, address: str, code: str, actor: Person | None, at: datetime
) -> str:
    """Send a code to another address. Returns the address as it will be kept.

    Whether somebody else has that address is told only to who can read its mail.
    """
    wanted = address.strip().lower()
    if wanted == person.email.lower():
        raise Refused(_("This is your address already."))
    if notifications.address_codes_since(person, at - timedelta(hours=1)) >= MAX_CODES:
        raise Refused(_("You asked for many codes. Wait an hour and try again."))
    notifications.address_code(person, address=wanted, code=code, at=at)
    record("ask_address", person, actor=actor, at=at)
    return wanted


@transaction.atomic
def change_address(person: Person, *, address: str, actor: Person | None, at: datetime) -> Person:
    """From now on this person logs in with another address; the old one is told so."""
    lock(person)
    if Person.objects.get_queryset().filter(email__iexact=address).exclude(pk=person.pk).exists():
        raise Refused(_("There is another account with this address. Ask the kernteam."))
    old = person.as_recipient()
    person.email = address
    person.clean_fields(exclude=["name", "password"])
    person.save(update_fields=["email"])
    forget_addresses([person.pk])
    withdraw_invitations(person, actor=actor, at=at)  # they went to the old address
    record("change_address", person, actor=actor, at=at)
    notifications.address_changed(old, at=at)
    return person


@transaction.atomic
def correct_address(person: Person, *, address: str, actor: Person | None, at: datetime) -> Person:
    """The kernteam mends an address at which no mail arrives; colleagues hear of it.

    Only then: with the address of somebody else one could log in as that person.
    """
    lock(person)
    if person.pk not in silent_since([person.pk]):
        raise Refused(_("Mail to this address arrives. Only this person can change it."))
    wanted = address.strip().lower()
    if Person.objects.get_queryset().filter(email__iexact=wanted).exclude(pk=person.pk).exists():
        raise Refused(_("There is another account with this address."))
    person.email = wanted
    person.clean_fields(exclude=["name", "password"])
    person.save(update_fields=["email"])
    forget_addresses([person.pk])
    withdraw_invitations(person, actor=actor, at=at)  # they went to the old address
    record("correct_address", person, actor=actor, at=at)
    notifications.address_corrected(person, at=at)
    return person
