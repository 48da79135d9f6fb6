"""Who may propose, judge, decide and carry out a change of course."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import CourseChange, Seat

from .seeing import member_of


@rules.predicate
def may_propose(person: Any, change: CourseChange | None = None) -> bool:
    """The kernteam, and anybody with a mandate of a partner."""
    del change
    if not person.is_authenticated:
        return False
    return bool(person.standing.is_kernteam or person.standing.organisation_ids)


@rules.predicate
def may_withdraw(person: Any, change: CourseChange | None = None) -> bool:
    """The kernteam; and whoever acts for the partner that proposed it, until it is judged."""
    if not person.is_authenticated:
        return False
    if person.standing.is_kernteam:
        return True
    ours = person.standing.organisation_ids
    if change is None:
        return bool(ours)
    is_new = change.status == CourseChange.Status.PROPOSED
    return is_new and change.proposed_for_id in ours


@rules.predicate
def may_call(person: Any, change: CourseChange | None = None) -> bool:
    """Representative or substitute of a seat in the raad of this change."""
    if not person.is_authenticated or not person.standing.organisation_ids:
        return False
    seats = Seat.objects.of(person)
    return bool((seats if change is None else seats.filter(raad=change.raad_id)).exists())


rules.add_perm("programme.view_coursechange", member_of(CourseChange))
rules.add_perm("programme.propose_change", may_propose)
rules.add_perm("programme.withdraw_change", may_withdraw)
rules.add_perm("programme.call_crucial", may_call)
for verb in (
    *("write_change", "judge_change", "prepare_change_ballot", "decide_change"),
    *("carry_out_first", "carry_out_change"),
):
    rules.add_perm(f"programme.{verb}", is_kernteam)
