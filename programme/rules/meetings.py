"""Who may see and keep meetings of a raad, enter votes, object, and hand a ballot over."""

from typing import Any

import rules

from partners.querysets import local_day
from partners.rules import is_kernteam
from programme.models import (
    Ballot,
    Delegate,
    Dispute,
    Entitlement,
    PackVersion,
    Seat,
)

from .ballots import may_vote
from .seeing import member_of


@rules.predicate
def sits_in_raad(person: Any, noun: Any = None) -> bool:
    """The kernteam, and whoever votes for a seat: of a raad, or of a meeting with its year."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam:
        return True
    seats = Seat.objects.of(person)
    return bool((seats if noun is None else seats.filter(raad__year=noun.year)).exists())


@rules.predicate
def represents(person: Any, ballot: Ballot | None = None) -> bool:
    """The representative, not the substitute, of a seat in the electorate of this ballot."""
    if not person.is_authenticated:
        return False
    day = local_day(person.moment)
    mine = Delegate.objects.speaking(day).filter(person=person, role=Delegate.Role.REPRESENTATIVE)
    seats = Entitlement.objects.counting(day).filter(seat__in=mine.values("seat_id"))
    return bool((seats if ballot is None else seats.filter(ballot=ballot)).exists())


rules.add_perm("programme.view_raad_meeting", sits_in_raad)
rules.add_perm("programme.view_dispute", member_of(Dispute))
rules.add_perm("programme.view_packversion", member_of(PackVersion))
for name in ("agendaballot", "handover"):
    rules.add_perm(f"programme.view_{name}", is_kernteam)
for verb in ("plan_raad_meeting", "keep_agenda", "send_pack"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("open_ballot_in_meeting", "enter_votes", "answer_dispute"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.dispute_vote", may_vote)
rules.add_perm("programme.hand_over_ballot", represents)
