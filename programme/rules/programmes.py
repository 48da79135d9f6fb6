"""Who may write a programme, bring it to the raad, and commit to it."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Commitment, Programme

from .seeing import member_of


@rules.predicate
def may_commit(person: Any, programme: Programme | None = None) -> bool:
    """Director or signing mandate of a partner; the programme is adopted."""
    if not person.is_authenticated or not person.standing.commits_ids:
        return False
    if person.standing.is_kernteam:  # asks for commitments, and so gives none
        return False
    return programme is None or programme.status == Programme.Status.ADOPTED


for model in (Commitment, Programme):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", member_of(model))
for verb in ("write_programme", "submit_programme", "put_to_ballot"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.give_commitment", may_commit)
rules.add_perm("programme.give_commitment_on_behalf", is_kernteam)
