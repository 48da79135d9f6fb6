"""Single seats of an installed raad: filled, given back, and found open."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Organisation, Person
from partners.querysets import local_day
from programme import notifications
from programme.models import Ballot, Programmaraad, Seat
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.outbox.models import Letter

from .invitations import name_as_answered, withdraw_when_full
from .raad import check_partners


@transaction.atomic
def fill_seat(
    raad: Programmaraad, *, organisation: Organisation, actor: Person | None, at: datetime
) -> Seat:
    """Give an open seat of an installed raad to a partner; it votes from the next ballot."""
    lock(raad)
    day = local_day(at)
    if raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    active = list(raad.seats.active(day).values_list("organisation_id", flat=True))
    if organisation.pk in active:
        raise Refused(_("This organisation has a seat already."))
    if len(active) >= raad.framework.seats_max:
        raise Refused(_("There is no open seat in this programmaraad."))
    check_partners([organisation], day)
    _end_lapsed_seats(raad, day)
    seat = Seat.objects.create(raad=raad, organisation=organisation, from_on=day, recorded_at=at)
    record("fill_seat", seat, actor=actor, at=at, facts={"organisation": organisation.pk})
    name_as_answered(seat, actor=actor, at=at)
    withdraw_when_full(raad, actor=actor, at=at)
    return seat


def _end_lapsed_seats(raad: Programmaraad, day: date) -> None:
    """Write down the end of seats whose organisation left, so that each is filled only once."""
    for seat in raad.seats.lapsed(day):
        held = seat.organisation.partnerships.filter(joined_on__lte=seat.from_on)
        left_on = held.order_by("-joined_on")[0].left_on
        seat.until_on = max(seat.from_on, left_on - timedelta(days=1))
        seat.save(update_fields=["until_on"])


@transaction.atomic
def end_seat(seat: Seat, *, reason: str, actor: Person | None, at: datetime) -> Seat:
    """A partner gives its seat back: from tomorrow it is open, with fewer than the least as well.

    In a ballot that is open the partner still votes: then the seat ends when that closes.
    """
    raad = lock(seat.raad)
    seat = lock(seat)
    day = local_day(at)
    if raad.status != Programmaraad.Status.INSTALLED:
        raise Refused(_("This programmaraad is not installed."))
    if seat.until_on is not None or not raad.seats.active(day).filter(pk=seat.pk).exists():
        raise Refused(_("This seat has ended already."))
    if not reason.strip():
        raise Refused(_("Say in a few words why this seat ends."))
    voting = Ballot.objects.open_at(at).filter(entitlements__seat=seat)
    seat.until_on = max([day, *(local_day(ballot.closes_at) for ballot in voting)])
    seat.end_reason = reason.strip()
    seat.save(update_fields=["until_on", "end_reason"])
    facts = {"until": seat.until_on.isoformat()}
    record("end_seat", seat, actor=actor, at=at, facts=facts)
    notifications.seat_open(seat, at=at)
    return seat


@transaction.atomic
def report_open_seats(at: datetime) -> int:
    """Tell the kernteam once of each seat that fell open because its organisation left."""
    lapsed = Seat.objects.lapsed(local_day(at)).filter(raad__in=Programmaraad.objects.sitting())
    told = 0
    for seat in lapsed.select_related("raad", "organisation"):
        if not Letter.objects.filter(key__startswith=f"seat-open:{seat.pk}:").exists():
            notifications.seat_open(seat, at=at)
            told += 1
    return told
