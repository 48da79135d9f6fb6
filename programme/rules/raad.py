"""Who may compose a raad, speak for a seat, and respond."""

from typing import Any

import rules

from partners.rules import is_kernteam
from programme.models import Programmaraad, Seat

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


for model in (Programmaraad, Seat):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", member_of(model))
for verb in ("propose_raad", "install_raad", "fill_seat"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.name_delegates", may_name_delegates)
rules.add_perm("programme.respond_to_raad", may_respond)
rules.add_perm("programme.view_raadresponse", may_see_responses)
