"""Who may prepare a ballot, disclose interests in it, and step aside."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Ballot, InterestQuestion, Seat

from .seeing import member_of


@rules.predicate
def speaks_in_raad(person: Any, ballot: Ballot | None = None) -> bool:
    """Representative or substitute of a seat in the raad of this ballot, for that seat only."""
    if not person.is_authenticated:
        return False
    seats = Seat.objects.of(person)
    return bool((seats if ballot is None else seats.filter(raad=ballot.raad_id)).exists())


for verb in ("prepare_ballot", "announce_ballot", "discard_ballot"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("disclose_interest", "withdraw_interest", "answer_interest_question"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("question_interests", "recuse_seat"):
    rules.add_perm(f"programme.{verb}", speaks_in_raad)
rules.add_perm("programme.view_interestquestion", member_of(InterestQuestion))
