"""Who may compose a raad, speak for a seat, and respond."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Programmaraad, Seat, SeatInvitation

from .seeing import member_of


@rules.predicate
def may_respond(person: Any, raad: Programmaraad | None = None) -> bool:
    """Anybody with a mandate of a partner, while the raad is being composed."""
    if not person.is_authenticated or not person.standing.organisation_ids:
        return False
    return raad is None or raad.status == Programmaraad.Status.COMPOSING


@rules.predicate
def may_name_delegates(person: Any, seat: Seat | None = None) -> bool:
    """The kernteam, or a director of the organisation that holds the seat."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam:
        return True
    directs = person.standing.directs_ids
    return bool(directs) if seat is None else seat.organisation_id in directs


@rules.predicate
def may_see_responses(person: Any, raad: Programmaraad | None = None) -> bool:
    """What partners answered to a proposal is read by the kernteam."""
    del raad
    return bool(is_kernteam(person))


@rules.predicate
def may_answer_seat(person: Any, invitation: SeatInvitation | None = None) -> bool:
    """A director of the partner that is asked, or who may sign for the programme."""
    if not person.is_authenticated:
        return False
    ours = person.standing.commits_ids
    return bool(ours) if invitation is None else invitation.organisation_id in ours


@rules.predicate
def sees_seat_invitation(person: Any, invitation: SeatInvitation | None = None) -> bool:
    """The kernteam, and everybody of the partner that is asked."""
    if not person.is_authenticated:
        return False
    if invitation is None:
        return bool(person.standing.is_insider)
    return bool(SeatInvitation.objects.visible_to(person).filter(pk=invitation.pk).exists())


for model in (Programmaraad, Seat):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", member_of(model))
for verb in (
    *("propose_raad", "repeat_raad", "take_over_raad", "install_raad", "dissolve_raad"),
    *("fill_seat", "invite_to_seat", "withdraw_seat_invitation"),
):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.name_delegates", may_name_delegates)
rules.add_perm("programme.end_seat", may_name_delegates)
rules.add_perm("programme.answer_seat", may_answer_seat)
rules.add_perm("programme.view_seatinvitation", sees_seat_invitation)
rules.add_perm("programme.respond_to_raad", may_respond)
rules.add_perm("programme.view_raadresponse", may_see_responses)
