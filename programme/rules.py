"""Who may do what in the year. Every predicate also answers without an object ("anywhere?")."""

from typing import Any

import rules

from partners.querysets import local_day
from partners.rules import is_insider, is_kernteam

from .models import Ballot, Commitment, Decision, Entitlement, Programmaraad, Programme, Seat, Vote


def _member_of(model: Any) -> Any:
    """`view_x` is membership of `visible_to`; anywhere: whoever takes part."""

    @rules.predicate(f"sees_{model.__name__.lower()}")
    def sees(person: Any, noun: Any = None) -> bool:
        if noun is None:
            return bool(is_insider(person))
        return bool(model.objects.visible_to(person).filter(pk=noun.pk).exists())

    return sees


@rules.predicate
def may_vote(person: Any, ballot: Ballot | None = None) -> bool:
    """Representative or substitute of a seat in the electorate of this ballot."""
    if not person.is_authenticated:
        return False
    mine = Entitlement.objects.of(person).counting(local_day(person.moment))
    return bool((mine if ballot is None else mine.filter(ballot=ballot)).exists())


@rules.predicate
def holds_vote(person: Any, vote: Vote | None = None) -> bool:
    """Votes for the seat that cast this vote."""
    if not person.is_authenticated:
        return False
    seats = Seat.objects.of(person)
    return bool(seats.exists() if vote is None else seats.filter(entitlements__votes=vote).exists())


@rules.predicate
def may_commit(person: Any, programme: Programme | None = None) -> bool:
    """Director or signing mandate of a partner; the programme is adopted."""
    if not person.is_authenticated or not person.standing.commits_ids:
        return False
    if person.standing.is_kernteam:  # asks for commitments, and so gives none
        return False
    return programme is None or programme.status == Programme.Status.ADOPTED


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


for model in (Ballot, Commitment, Decision, Programmaraad, Programme, Seat):
    rules.add_perm(f"programme.view_{model.__name__.lower()}", _member_of(model))
for verb in ("propose_raad", "install_raad", "fill_seat"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
for verb in ("write_programme", "submit_programme", "put_to_ballot", "open_ballot"):
    rules.add_perm(f"programme.{verb}", is_kernteam)
rules.add_perm("programme.name_delegates", may_name_delegates)
rules.add_perm("programme.respond_to_raad", may_respond)
rules.add_perm("programme.view_raadresponse", may_see_responses)
rules.add_perm("programme.cast_vote", may_vote)
rules.add_perm("programme.view_receipt", holds_vote)
rules.add_perm("programme.give_commitment", may_commit)
rules.add_perm("programme.give_commitment_on_behalf", is_kernteam)
rules.add_perm("programme", is_kernteam)
