"""People, their mandates, and the kernteam."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import KernteamMember, Mandate, Organisation, Person
from schuldenlab.audit.actions import record, record_all
from schuldenlab.lifecycle import Refused, lock

from .access import write_invitations


@transaction.atomic
def invite_person(
    *, email: str, name: str, actor: Person | None, at: datetime, language: str = "nl"
) -> tuple[Person, bool]:
    """The person with this address, made and invited when there is none yet.

    Returns the person and whether it is new. An existing person keeps its own name.
    """
    address = email.strip().lower()
    known = Person.objects.get_queryset().filter(email__iexact=address).first()
    if known is not None:
        return known, False
    person = Person(email=address, name=" ".join(name.split()), language=language)
    person.set_unusable_password()
    person.full_clean()
    register_people([person], actor=actor, at=at)
    return person, True


@transaction.atomic
def register_people(people: Sequence[Person], *, actor: Person | None, at: datetime) -> None:
    """Save and invite new people, checked before, in a constant number of queries."""
    for person in people:
        person.set_unusable_password()
        person.invited_at = person.recorded_at = at
    Person.objects.bulk_create(people)
    record_all([("invite_person", person, {}) for person in people], actor=actor, at=at)
    paths = write_invitations(people, actor=actor, at=at)
    notifications.people_invited(people, paths=paths, at=at)


@transaction.atomic
def invite_for_organisation(
    organisation: Organisation,
    *,
    email: str,
    name: str,
    role: str,
    may_sign: bool,
    from_on: date,
    actor: Person | None,
    at: datetime,
    signs_for: Sequence[str] = (),
    pledge_limit: Decimal | None = None,
) -> Mandate:
    """Somebody acts for the organisation from `from_on`, and is invited when not known yet."""
    person, is_new = invite_person(email=email, name=name, actor=actor, at=at)
    if not is_new and not person.is_active:
        raise Refused(_("The account of this person is closed."))
    mandate = give_mandate(
        person,
        organisation=organisation,
        role=role,
        may_sign=may_sign,
        signs_for=signs_for,
        pledge_limit=pledge_limit,
        from_on=from_on,
        actor=actor,
        at=at,
    )
    notifications.mandate_recorded(mandate, actor=actor, at=at)
    return mandate


@transaction.atomic
def give_mandate(
    person: Person,
    *,
    organisation: Organisation,
    role: str,
    may_sign: bool,
    from_on: date,
    actor: Person | None,
    at: datetime,
    signs_for: Sequence[str] = (),
    pledge_limit: Decimal | None = None,
) -> Mandate:
    """From `from_on` the person acts for the organisation.

    A mandate to sign goes for all that a partner signs, unless it names subjects; and for pledges
    of any amount, unless it has a limit.
    """
    if may_sign:
        refuse_oneself(person, actor)
    still_holds = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    if person.mandates.filter(
        still_holds, organisation=organisation, struck_at__isnull=True
    ).exists():
        raise Refused(
            _("%(name)s has a mandate for this organisation already.") % {"name": person.name}
        )
    mandate = Mandate.objects.create(
        person=person,
        organisation=organisation,
        role=role,
        may_sign=may_sign,
        signs_for=list(signs_for),
        pledge_limit=pledge_limit,
        from_on=from_on,
        recorded_at=at,
    )
    record("give_mandate", mandate, actor=actor, at=at, facts=mandate_facts(mandate))
    return mandate


def refuse_oneself(person: Person, actor: Person | None) -> None:
    """A mandate to sign binds a partner: nobody of the kernteam gives it to themselves."""
    if actor is not None and actor.pk == person.pk:
        raise Refused(cannot_give_oneself())


def cannot_give_oneself() -> str:
    """What somebody reads who tries."""
    return _("You cannot give yourself the right to sign. Ask a colleague to do it.")


def mandate_facts(mandate: Mandate) -> dict[str, Any]:
    """What the audit trail keeps of a new mandate."""
    return {
        "role": str(mandate.role),
        "may_sign": mandate.may_sign,
        "signs_for": list(mandate.signs_for),
        "organisation": mandate.organisation_id,
    }


@transaction.atomic
def end_mandate(mandate: Mandate, *, until_on: date, actor: Person | None, at: datetime) -> Mandate:
    """The last day of a mandate, of which its organisation hears when others ended it."""
    close_mandate(mandate, until_on=until_on, actor=actor, at=at)
    notifications.mandate_ended(mandate, actor=actor, at=at)
    return mandate


@transaction.atomic
def close_mandate(
    mandate: Mandate, *, until_on: date, actor: Person | None, at: datetime
) -> Mandate:
    """The same as part of another act, which tells of it itself. History stays."""
    lock(mandate)  # one answer when two try
    if mandate.struck_at is not None:
        raise Refused(_("This was corrected already. Look at the newest row."))
    if mandate.until_on is not None:
        raise Refused(_("This mandate has ended already."))
    if until_on < mandate.from_on:
        raise Refused(_("The last day lies before the first day."))
    mandate.until_on = until_on
    mandate.ended_at = at
    mandate.save(update_fields=["until_on", "ended_at"])
    record("end_mandate", mandate, actor=actor, at=at, facts={"on": until_on.isoformat()})
    return mandate


@transaction.atomic
def appoint_to_kernteam(
    person: Person, *, role: str, from_on: date, actor: Person | None, at: datetime
) -> KernteamMember:
    """From `from_on` the person is manager or staff of the kernteam."""
    if not person.is_active:
        raise Refused(_("The account of this person is closed."))
    still_holds = Q(until_on__isnull=True) | Q(until_on__gte=from_on)
    if person.kernteam_terms.filter(still_holds, struck_at__isnull=True).exists():
        raise Refused(_("%(name)s is in the kernteam already.") % {"name": person.name})
    member = KernteamMember.objects.create(
        person=person, role=role, from_on=from_on, recorded_at=at
    )
    record("appoint_to_kernteam", member, actor=actor, at=at, facts={"role": role})
    return member


@transaction.atomic
def end_kernteam_term(
    member: KernteamMember, *, until_on: date, actor: Person | None, at: datetime
) -> KernteamMember:
    """The last day of somebody in the kernteam."""
    if member.until_on is not None:
        raise Refused(_("This term has ended already."))
    if until_on < member.from_on:
        raise Refused(_("The last day lies before the first day."))
    member.until_on = until_on
    member.ended_at = at
    member.save(update_fields=["until_on", "ended_at"])
    record("end_kernteam_term", member, actor=actor, at=at, facts={"on": until_on.isoformat()})
    return member


@transaction.atomic
def invite_to_kernteam(
    *, email: str, name: str, role: str, from_on: date, actor: Person | None, at: datetime
) -> KernteamMember:
    """Somebody joins the kernteam, and is invited when not known yet."""
    person, _is_new = invite_person(email=email, name=name, actor=actor, at=at)
    return appoint_to_kernteam(person, role=role, from_on=from_on, actor=actor, at=at)


@transaction.atomic
def choose_language(person: Person, *, language: str, actor: Person | None, at: datetime) -> Person:
    """The language in which the lab speaks and writes to this person."""
    person.language = language
    person.clean_fields(exclude=["email", "name", "password"])
    person.save(update_fields=["language"])
    record("choose_language", person, actor=actor, at=at, facts={"language": language})
    return person
