"""Who speaks for a seat, and stops."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners.models import KernteamMember, Organisation, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Delegate, Programmaraad, Seat
from schuldenlab.audit.actions import record, record_all
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def name_delegates(
    seat: Seat,
    *,
    representative: Person,
    substitute: Person | None,
    actor: Person | None,
    at: datetime,
) -> Seat:
    """Who votes for a seat from today: a representative, and a substitute or nobody."""
    lock(seat.raad)
    day = local_day(at)
    check_delegates(seat.raad, seat.organisation, [representative, substitute], day)
    _replace(seat, Delegate.Role.REPRESENTATIVE, representative, day, at)
    _replace(seat, Delegate.Role.SUBSTITUTE, substitute, day, at)
    facts = {"representative": representative.pk, "substitute": getattr(substitute, "pk", None)}
    record("name_delegates", seat, actor=actor, at=at, facts=facts)
    notifications.delegates_named(seat, [representative, substitute], at=at)
    return seat


def check_delegates(
    raad: Programmaraad,
    organisation: Organisation,
    people: Sequence[Person | None],
    day: date,
) -> None:
    """Who votes has a mandate of the organisation, no other seat, and no place in the kernteam."""
    named = [person for person in people if person is not None]
    if len(set(named)) < len(named):
        raise Refused(_("The substitute is somebody else than the representative."))
    for person in named:
        _check_delegate(organisation, person, day)
        _check_no_other_seat(raad, organisation, person, day)


def _check_delegate(organisation: Organisation, person: Person, day: date) -> None:
    if KernteamMember.objects.on(day).filter(person=person).exists():
        raise Refused(
            _("%(name)s is in the kernteam and cannot hold a seat.") % {"name": person.name},
        )
    if not person.mandates.on(day).filter(organisation=organisation).exists():
        raise Refused(
            _("%(name)s has no mandate for %(organisation)s.")
            % {"name": person.name, "organisation": organisation.name},
        )


def _check_no_other_seat(
    raad: Programmaraad, organisation: Organisation, person: Person, day: date
) -> None:
    others = raad.seats.active(day).exclude(organisation=organisation)
    if Delegate.objects.speaking(day).filter(seat__in=others, person=person).exists():
        raise Refused(
            _("%(name)s votes for another seat of this programmaraad already.")
            % {"name": person.name},
        )


def _replace(seat: Seat, role: str, person: Person | None, day: date, at: datetime) -> None:
    current = seat.delegates.on(day).filter(role=role).first()
    if current is not None and person is not None and current.person_id == person.pk:
        return
    if current is not None and current.from_on == day:
        current.delete()  # named and replaced on one day; the trail keeps both
    elif current is not None:
        current.until_on = day - timedelta(days=1)
        current.save(update_fields=["until_on"])
    if person is not None:
        Delegate.objects.create(seat=seat, person=person, role=role, from_on=day, recorded_at=at)


@transaction.atomic
def end_delegations(person: Person, *, actor: Person | None, at: datetime) -> list[Delegate]:
    """Today is the last day on which this person votes for a seat; the seat stays."""
    day = local_day(at)
    still = Q(until_on__isnull=True) | Q(until_on__gt=day)
    held = list(person.delegations.filter(still, from_on__lte=day).select_for_update())
    Delegate.objects.filter(pk__in=[each.pk for each in held]).update(until_on=day)
    facts = {"on": day.isoformat()}
    record_all([("end_delegation", each, facts) for each in held], actor=actor, at=at)
    return held
