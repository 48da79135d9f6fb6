"""Who they are that letters of the year go to."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from partners.models import KernteamMember, Mandate, Organisation, Person
from partners.querysets import local_day
from programme.models import Delegate
from programme.querysets.rights import SPEAKERS
from schuldenlab.outbox.models import Recipient


def partner_people(at: datetime) -> list[Recipient]:
    """Everybody with a current mandate of a partner."""
    day = local_day(at)
    partners = Organisation.objects.partners(day)
    people = (
        Person.objects.can_log_in()
        .filter(mandates__in=Mandate.objects.on(day), mandates__organisation__in=partners)
        .distinct()
    )
    return [person.as_recipient() for person in people]


def people_of(organisation: Organisation, at: datetime) -> list[Recipient]:
    """Directors and contacts of one partner."""
    mandates = Mandate.objects.on(local_day(at)).filter(organisation=organisation)
    people = Person.objects.can_log_in().filter(mandates__in=mandates).distinct()
    return [person.as_recipient() for person in people]


def kernteam(at: datetime) -> list[Recipient]:
    """Whoever is in the kernteam then."""
    terms = KernteamMember.objects.on(local_day(at)).select_related("person")
    return [term.person.as_recipient() for term in terms if term.person.is_active]


def delegates(seats: Iterable[Any], at: datetime) -> list[Recipient]:
    """Who may vote for these seats then."""
    rows = (
        Delegate.objects.speaking(local_day(at))
        .filter(seat__in=seats, person__is_active=True)
        .select_related("person")
    )
    return [row.person.as_recipient() for row in rows]


def voters(seat_id: int, at: datetime) -> list[Recipient]:
    """Who may vote for this seat then."""
    rows = SPEAKERS.found(seat_id, local_day(at))
    return [row.person.as_recipient() for row in rows]


def may_commit(organisations: Any, at: datetime) -> list[Recipient]:
    """Who may bind these organisations."""
    people = Person.objects.speaking_for(organisations, local_day(at))
    return [person.as_recipient() for person in people]


def still_there(said: Iterable[Any], at: datetime) -> list[Recipient]:
    """The people who said these things, and who act for the same partner now."""
    pairs = {(each.person_id, each.organisation_id) for each in said}
    mandates = Mandate.objects.on(local_day(at)).filter(
        person__in=[person for person, _organisation in pairs]
    )
    now = set(mandates.values_list("person_id", "organisation_id")) & pairs
    people = Person.objects.can_log_in().filter(pk__in={person for person, _org in now})
    return [person.as_recipient() for person in people.order_by("pk")]
