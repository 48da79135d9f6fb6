"""Asking partners for a seat, and what they answer. A yes is no seat yet."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from partners.models import Framework, Organisation, Partnership, Person
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import after_working_days
from programme.models import Programmaraad, Seat, SeatInvitation
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock, move

from .delegates import check_delegates, name_delegates

ANSWER_DAYS = 5  # working days, unless the kernteam chooses another last day


@transaction.atomic
def invite_to_seats(
    year: int,
    *,
    framework: Framework,
    organisations: Sequence[Organisation],
    answer_by: datetime | None = None,
    actor: Person | None,
    at: datetime,
) -> list[SeatInvitation]:
    """Ask partners for a seat: in a raad that is composed, or for its open seat once installed.

    Who said yes, or was asked and has not answered, is not asked again.
    """
    raad, _new = Programmaraad.objects.get_or_create(
        year=year, defaults={"framework": framework, "recorded_at": at}
    )
    lock(raad)
    _check_invited(raad, organisations, at)
    answer_by = answer_by or after_working_days(at, ANSWER_DAYS)
    if answer_by <= at:
        raise Refused(_("Choose a last day in the future."))
    invitations = [
        SeatInvitation.objects.create(
            raad=raad, organisation=each, sent_at=at, answer_by=answer_by, recorded_at=at
        )
        for each in organisations
    ]
    for invitation in invitations:
        facts = {"organisation": invitation.organisation_id, "answer_by": answer_by.isoformat()}
        record("invite_to_seat", invitation, actor=actor, at=at, facts=facts)
        notifications.seat_offered(invitation, at=at)
    return invitations


def _check_invited(
    raad: Programmaraad, organisations: Sequence[Organisation], at: datetime
) -> None:
    day = local_day(at)
    if not organisations:
        raise Refused(_("Choose at least one partner."))
    if raad.status == Programmaraad.Status.DISSOLVED:
        raise Refused(_("This programmaraad is dissolved."))
    _check_open(raad, local_day(at))
    chosen = Organisation.objects.filter(pk__in=[each.pk for each in organisations])
    partners = Partnership.objects.on(day).values("organisation")
    _name(chosen.exclude(pk__in=partners), _("Not a partner now: %(names)s."))
    seated = raad.seats.active(day).values("organisation")
    if raad.status == Programmaraad.Status.INSTALLED:
        _name(chosen.filter(pk__in=seated), _("Already has a seat: %(names)s."))
    _name(chosen.filter(pk__in=_busy(raad)), _("Asked already: %(names)s."))


def _busy(raad: Programmaraad) -> list[int]:
    """Who need not be asked: it has not answered yet, or it said yes and had no seat since."""
    held = raad.seats.values("organisation")
    if raad.status == Programmaraad.Status.COMPOSING:
        held = held.none()
    yes = Q(status=SeatInvitation.Status.ACCEPTED) & ~Q(organisation__in=held)
    asked = raad.invitations.filter(Q(status=SeatInvitation.Status.ASKED) | yes)
    return list(asked.values_list("organisation_id", flat=True))


def _name(found: QuerySet[Organisation], sentence: str) -> None:
    names = [each.name for each in found]
    if names:
        raise Refused(sentence % {"names": ", ".join(names)})


def _check_open(raad: Programmaraad, day: date) -> None:
    """A raad that is composed takes anybody; an installed one has an open seat or not."""
    if raad.status == Programmaraad.Status.INSTALLED and _is_full(raad, day):
        raise Refused(_("There is no open seat in this programmaraad."))


def _is_full(raad: Programmaraad, day: date) -> bool:
    """As many seats are held as the framework allows."""
    return raad.seats.active(day).count() >= raad.framework.seats_max


@transaction.atomic
def accept_seat(
    invitation: SeatInvitation,
    *,
    representative: Person | None = None,
    substitute: Person | None = None,
    actor: Person,
    at: datetime,
) -> SeatInvitation:
    """The partner will hold the seat, and may say at once who votes for it.

    Whoever is named votes as soon as there is a seat: now, or when it is proposed or filled.
    """
    raad = lock(invitation.raad)
    if raad.status == Programmaraad.Status.DISSOLVED:
        raise Refused(_("This programmaraad is dissolved."))
    _check_open(raad, local_day(at))
    if substitute is not None and representative is None:
        raise Refused(_("Choose who votes first; then a substitute."))
    if representative is not None:
        check_delegates(raad, invitation.organisation, [representative, substitute], local_day(at))
    also = {"answered_by": actor, "representative": representative, "substitute": substitute}
    move(invitation, "accept", actor=actor, at=at, also=also)
    seats = raad.seats.active(local_day(at)).filter(organisation=invitation.organisation)
    for seat in seats.select_related("raad__framework", "organisation"):
        name_as_answered(seat, actor=actor, at=at)
    notifications.seat_answered(invitation, at=at)
    return invitation


@transaction.atomic
def decline_seat(
    invitation: SeatInvitation, *, reason: str, actor: Person, at: datetime
) -> SeatInvitation:
    """The partner will not hold the seat; it may say why, and need not."""
    lock(invitation.raad)
    also = {"answered_by": actor, "reason": reason.strip()}
    move(invitation, "decline", actor=actor, at=at, also=also)
    notifications.seat_answered(invitation, at=at)
    return invitation


@transaction.atomic
def withdraw_seat_invitation(
    invitation: SeatInvitation, *, actor: Person | None, at: datetime
) -> SeatInvitation:
    """The kernteam does not ask any more; whoever was asked is told."""
    lock(invitation.raad)
    move(invitation, "withdraw", actor=actor, at=at)
    notifications.seat_withdrawn(invitation, at=at)
    return invitation


def withdraw_when_full(raad: Programmaraad, *, actor: Person | None, at: datetime) -> None:
    """Nobody is asked for a seat that is there no more."""
    if not _is_full(raad, local_day(at)):
        return
    for invitation in raad.invitations.asked().select_related("raad", "organisation"):
        withdraw_seat_invitation(invitation, actor=actor, at=at)


def name_as_answered(seat: Seat, *, actor: Person | None, at: datetime) -> None:
    """The seat gets the voters that its partner named with its yes, if they still can be."""
    invitation = (
        seat.raad.invitations.newest()
        .filter(organisation=seat.organisation, status=SeatInvitation.Status.ACCEPTED)
        .select_related("representative", "substitute")
        .first()
    )
    if invitation is None or invitation.representative is None:
        return
    try:
        name_delegates(
            seat,
            representative=invitation.representative,
            substitute=invitation.substitute,
            actor=actor,
            at=at,
        )
    except Refused:
        return  # somebody left meanwhile; the raad page says that nobody is named yet
