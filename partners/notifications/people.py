"""Who is told what about accounts and mandates; and whom the other letters go to."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings

from partners.models import KernteamMember, Mandate, Organisation, Person
from partners.querysets import local_day
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient


def people_of(organisation: Organisation, at: datetime) -> list[Recipient]:
    """Everybody who works for this organisation today."""
    mandates = Mandate.objects.on(local_day(at)).filter(organisation=organisation)
    people = Person.objects.can_log_in().filter(mandates__in=mandates).distinct()
    return [person.as_recipient() for person in people]


def kernteam(at: datetime) -> list[Recipient]:
    """Everybody who is in the kernteam today."""
    terms = KernteamMember.objects.on(local_day(at)).select_related("person")
    return [term.person.as_recipient() for term in terms if term.person.is_active]


def people_invited(
    people: Iterable[Person], *, paths: Mapping[int, str], key: str = "invitation", at: datetime
) -> None:
    """Welcome, with the link that lets this one person in; `paths` has one for each person's id."""
    post(
        "partners/mail/invitation.txt",
        [person.as_recipient() for person in people],
        key,
        at,
        context={"days": settings.INVITATION_DAYS},
        is_urgent=True,
        is_secret=True,
        own_paths=paths,
    )


def security_changed(person: Person, *, change: str, kind: str, key: str, at: datetime) -> None:
    """Something about logging in changed: the owner of the account hears it, whoever did it."""
    post(
        "partners/mail/security_changed.txt",
        [person.as_recipient()],
        f"security-changed:{key}",
        at,
        context={"change": change, "kind": kind, "contact_email": settings.CONTACT_EMAIL},
        is_urgent=True,
    )
