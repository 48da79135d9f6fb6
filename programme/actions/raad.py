"""Composing the programmaraad: proposal, responses, seats, and installing it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from partners.models import Framework, KernteamMember, Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import after_working_days
from programme.models import Delegate, Programmaraad, RaadResponse, Seat
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move


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
    _check_number(raad, len(organisations))
    _check_partners(organisations, local_day(at))
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
    notifications.raad_proposed(raad, at=at)
    return raad


def _check_moment(raad: Programmaraad, day: date) -> None:
    if day < raad.first_possible_on:
        raise Refused(
            _("A programmaraad can be installed from 1 September of the year before."),
        )


def _check_number(raad: Programmaraad, count: int) -> None:
    low, high = raad.framework.seats_min, raad.framework.seats_max
    if not low <= count <= high:
        raise Refused(
            _("The framework asks for %(low)s to %(high)s seats; there are %(count)s now.")
            % {"low": low, "high": high, "count": count},
        )


def _check_partners(organisations: Sequence[Organisation], day: date) -> None:
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
    if substitute == representative:
        raise Refused(_("The substitute is somebody else than the representative."))
    for person in filter(None, [representative, substitute]):
        _check_delegate(seat, person, day)
        _check_no_other_seat(seat, person, day)
    _replace(seat, Delegate.Role.REPRESENTATIVE, representative, day, at)
    _replace(seat, Delegate.Role.SUBSTITUTE, substitute, day, at)
    facts = {"representative": representative.pk, "substitute": getattr(substitute, "pk", None)}
    record("name_delegates", seat, actor=actor, at=at, facts=facts)
    notifications.delegates_named(seat, [representative, substitute], at=at)
    return seat


def _check_delegate(seat: Seat, person: Person, day: date) -> None:
    if KernteamMember.objects.on(day).filter(person=person).exists():
        raise Refused(
            _("%(name)s is in the kernteam and cannot hold a seat.") % {"name": person.name},
        )
    if not person.mandates.on(day).filter(organisation=seat.organisation).exists():
        raise Refused(
            _("%(name)s has no mandate for %(organisation)s.")
            % {"name": person.name, "organisation": seat.organisation.name},
        )


def _check_no_other_seat(seat: Seat, person: Person, day: date) -> None:
    others = seat.raad.seats.active(day).exclude(pk=seat.pk)
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
    _check_number(raad, len(seats))
    _check_partners([seat.organisation for seat in seats], day)
    voting = set(
        Delegate.objects.speaking(day)
        .filter(seat__in=seats, role=Delegate.Role.REPRESENTATIVE)
        .values_list("seat_id", flat=True)
    )
    silent = [seat.organisation.name for seat in seats if seat.pk not in voting]
    if silent:
        raise Refused(
            _("Nobody is named yet to vote for: %(names)s.") % {"names": ", ".join(silent)},
        )
    move(raad, "install", actor=actor, at=at)
    notifications.raad_installed(raad, at=at)
    return raad


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
    _check_partners([organisation], day)
    _end_lapsed_seats(raad, day)
    seat = Seat.objects.create(raad=raad, organisation=organisation, from_on=day, recorded_at=at)
    record("fill_seat", seat, actor=actor, at=at, facts={"organisation": organisation.pk})
    return seat


def _end_lapsed_seats(raad: Programmaraad, day: date) -> None:
    """Write down the end of seats whose organisation left, so that each is filled only once."""
    for seat in raad.seats.lapsed(day):
        held = seat.organisation.partnerships.filter(joined_on__lte=seat.from_on)
        left_on = held.order_by("-joined_on")[0].left_on
        seat.until_on = max(seat.from_on, left_on - timedelta(days=1))
        seat.save(update_fields=["until_on"])
