"""Counting a ballot from the database, and checking it again: the chain, the seal and the count."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from programme import chain, tally
from programme.models import Ballot, Vote


def count_of(ballot: Ballot) -> dict[str, Any]:
    """Count the last vote of each organisation that is still a partner at the deadline.

    Whoever stepped aside is not in the count: in a motion the seat, in a selection the option.
    """
    electorate = ballot.electorate()
    seats = dict(electorate.values_list("pk", "organisation_id"))
    votes = list(Vote.objects.filter(ballot=ballot, entitlement__in=list(seats)).last_of_each())
    aside: defaultdict[int | None, set[int]] = defaultdict(set)
    for option, organisation in ballot.recusals.effective().values_list(
        "option_id", "organisation_id"
    ):
        aside[option].add(organisation)
    if ballot.is_selection:
        said = {seats[vote.entitlement_id]: vote.said() for vote in votes}
        return _count_selection(ballot, set(seats.values()), aside, said)
    out = aside[None]
    choices = [tally.Choice(vote.choice) for vote in votes if seats[vote.entitlement_id] not in out]
    result = tally.count_motion(ballot.rules, len(set(seats.values()) - out), choices)
    recused = len(set(seats.values()) & out)
    return {**result.__dict__, "outcome": str(result.outcome), "recused": recused}


def _count_selection(
    ballot: Ballot,
    seats: set[int],
    aside: dict[int | None, set[int]],
    said: dict[int, frozenset[int]],
) -> dict[str, Any]:
    options = list(ballot.options.order_by("position").values_list("pk", flat=True))
    recused = {option: out for option, out in aside.items() if option is not None}
    result = tally.count_selection(ballot.selection_rules, seats, options, recused, said)
    return {
        "outcome": str(result.outcome),
        "chosen": list(result.chosen),
        "second_round": list(result.second_round),
        "tied": list(result.tied),
        "entitled": result.entitled,
        "cast": result.cast,
        "abstained": result.abstained,
        "quorum_needed": result.quorum_needed,
        "options": [
            {
                "option": option,
                "approvals": each.approvals,
                "base": each.base,
                "recused": each.recused,
                "needed": ballot.majority.needed(each.base),
            }
            for option, each in result.options.items()
        ],
    }


def faults_of(ballot: Ballot) -> list[str]:
    """What is wrong with an opened ballot, in sentences; an empty list when nothing is."""
    faults = []
    if chain.seal(ballot.sealed_facts()) != ballot.seal:
        faults.append(_("The text, the rules or the electorate are not those of the opening."))
    votes = list(ballot.votes.order_by("sequence"))
    broken = chain.first_break(ballot.seal, ((vote.link(), vote.hash) for vote in votes))
    if broken is not None:
        faults.append(_("The chain of votes is broken at vote %(number)s.") % {"number": broken})
    if ballot.status == Ballot.Status.CLOSED:
        faults += _faults_after_closing(ballot, votes)
    return faults


def _faults_after_closing(ballot: Ballot, votes: list[Vote]) -> Iterator[str]:
    head = votes[-1].hash if votes else ballot.seal
    if head != ballot.chain_head:
        yield _("The last vote is not the one that the result names.")
    recount = count_of(ballot)
    if recount != ballot.counts or ballot.outcome != recount["outcome"]:
        yield _("Counting again gives another result.")


def verify_all() -> dict[str, object]:
    """Every opened ballot checked again, as the command prints it."""
    ballots = Ballot.objects.exclude(status=Ballot.Status.DRAFT).order_by("pk")
    errors = [
        {"ballot": ballot.pk, "title": ballot.title, "message": fault}
        for ballot in ballots
        for fault in faults_of(ballot)
    ]
    return {
        "ok": not errors,
        "ballots": len(ballots),
        "votes": Vote.objects.count(),
        "errors": errors,
    }
