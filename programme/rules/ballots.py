"""Who may open a ballot, vote in it, and see a receipt."""

from typing import Any

import rules

from partners.querysets import local_day
from partners.rules import is_kernteam
from programme.models import Ballot, Entitlement, Seat, Vote
from programme.querysets.rights import rights_in

from .seeing import member_of


@rules.predicate
def may_vote(person: Any, ballot: Ballot | None = None) -> bool:
    """Representative or substitute of a seat in the electorate of this ballot."""
    if not person.is_authenticated:
        return False
    if ballot is not None:
        return bool(rights_in(ballot, person))
    return bool(Entitlement.objects.of(person).counting(local_day(person.moment)).exists())


@rules.predicate
def holds_vote(person: Any, vote: Vote | None = None) -> bool:
    """Votes for the seat that cast this vote."""
    if not person.is_authenticated:
        return False
    seats = Seat.objects.of(person)
    return bool(seats.exists() if vote is None else seats.filter(entitlements__votes=vote).exists())


rules.add_perm("programme.view_ballot", member_of(Ballot))
rules.add_perm("programme.open_ballot", is_kernteam)
rules.add_perm("programme.cast_vote", may_vote)
rules.add_perm("programme.view_receipt", holds_vote)
