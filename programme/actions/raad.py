"""Composing the programmaraad: proposal, responses, seats, and installing it."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import after_working_days
from programme.models import Delegate, Programmaraad, RaadResponse, Seat
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .invitations import name_as_answered, withdraw_when_full


@transaction.atomic
def propose_raad(
    year: int,
    *,
    framework: Framework,
    organisations: Sequence[Organisation],
    actor: Person | None,
    at: datetime,
) -> Programmaraad:
    """Propose the seats of a year to all partners, who can respond for a number of working days.

    Proposing again replaces the proposal and starts that term anew.
    """
    raad, _new = Programmaraad.objects.get_or_create(
        year=year, defaults={"framework": framework, "recorded_at": at}
    )
    lock(raad)
    if raad.status != Programmaraad.Status.COMPOSING:
        raise Refused(
            _("The programmaraad of %(year)s is installed already.") % {"year": year},
        )
    check_number(raad.framework, len(organisations))
    check_partners(organisations, local_day(at))
    Delegate.objects.filter(seat__raad=raad).delete()  # a proposal is not yet a fact
    raad.seats.all().delete()
    Seat.objects.bulk_create(
        Seat(raad=raad, organisation=organisation, from_on=local_day(at), recorded_at=at)
        for organisation in organisations
    )
    raad.proposed_at = at
    raad.respond_by = after_working_days(at, framework.response_days)
    raad.save(update_fields=["proposed_at", "respond_by"])
    seats = sorted(organisation.pk for organisation in organisations)
    record("propose_raad", raad, actor=actor, at=at, facts={"organisations": seats})
    for seat in raad.seats.select_related("raad__framework", "organisation"):
        name_as_answered(seat, actor=actor, at=at)
    notifications.raad_proposed(raad, at=at)
    return raad


def _check_moment(raad: Programmaraad, day: date) -> None:
    if day < raad.first_possible_on:
        raise Refused(
            _("A programmaraad can be installed from 1 September of the year before."),
        )


def check_number(framework: Framework, count: int) -> None:
    """As many seats as the framework says."""
    low, high = framework.seats_min, framework.seats_max
    if not low <= count <= high:
        raise Refused(
            _("The framework asks for %(low)s to %(high)s seats; there are %(count)s now.")
            % {"low": low, "high": high, "count": count},
        )


def check_partners(organisations: Sequence[Organisation], day: date) -> None:
    """A seat is for partners; who is none on `day` is named."""
    current = set(
        Partnership.objects.on(day)
        .filter(organisation__in=organisations)
        .values_list("organisation_id", flat=True)
    )
    others = [each.name for each in organisations if each.pk not in current]
    if others:
        raise Refused(_("Not a partner now: %(names)s.") % {"names": ", ".join(others)})


@transaction.atomic
def respond_to_raad(
    raad: Programmaraad, *, organisation: Organisation, text: str, actor: Person, at: datetime
) -> RaadResponse:
    """What a partner says about the proposal. It is heard, not counted."""
    lock(raad)
    if raad.status != Programmaraad.Status.COMPOSING or raad.respond_by is None:
        raise Refused(_("You can no longer respond: the programmaraad is installed."))
    if at >= raad.respond_by:
        raise Refused(_("The time to respond is over."))
    response = RaadResponse.objects.create(
        raad=raad, organisation=organisation, person=actor, text=text, at=at, recorded_at=at
    )
    record("respond_to_raad", response, actor=actor, at=at)
    return response


@transaction.atomic
def install_raad(raad: Programmaraad, *, actor: Person | None, at: datetime) -> Programmaraad:
    """Install the proposed raad and announce it. The framework's numbers bind, also in SQL."""
    lock(raad)
    day = local_day(at)
    _check_moment(raad, day)
    if raad.status == Programmaraad.Status.COMPOSING and (
        raad.respond_by is None or at < raad.respond_by
    ):
        raise Refused(_("All partners can still respond to the proposal. Install it after that."))
    seats = list(raad.seats.on(day).select_related("organisation"))
    check_number(raad.framework, len(seats))
    check_partners([seat.organisation for seat in seats], day)
    speaking = list(Delegate.objects.speaking(day).filter(seat__in=seats).select_related("person"))
    voting = {each.seat_id for each in speaking if each.role == Delegate.Role.REPRESENTATIVE}
    silent = [seat.organisation.name for seat in seats if seat.pk not in voting]
    if silent:
        raise Refused(
            _("Nobody is named yet to vote for: %(names)s.") % {"names": ", ".join(silent)},
        )
    move(raad, "install", actor=actor, at=at)
    withdraw_when_full(raad, actor=actor, at=at)
    notifications.raad_installed(raad, at=at)
    for seat in raad.seats.on(day).select_related("raad", "organisation"):
        people = [each.person for each in speaking if each.seat_id == seat.pk]
        notifications.delegates_named(seat, people, at=at)
    return raad
