"""Who may read and keep the register of decisions."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Decision

from .seeing import member_of


@rules.predicate
def sees_to_it(person: Any, decision: Decision | None = None) -> bool:
    """The owner of the decision as long as it takes part, and the kernteam."""
    if not person.is_authenticated or not person.standing.is_insider:
        return False
    if person.standing.is_kernteam:
        return True
    if decision is None:
        return Decision.objects.owned().filter(owner=person).exists()
    return bool(decision.owner_id == person.pk)


rules.add_perm("programme.view_decision", member_of(Decision))
for verb in ("enter_decision", "assign_decision", "drop_decision"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("report_step", "carry_out_decision"):
    rules.add_perm(f"programme.{verb}", sees_to_it)
