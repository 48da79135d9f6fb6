"""A closed ballot as a file with which an outsider can recompute its result.

It is the format of `docs/recount.md`, with the chain beside it: what was sealed at opening, every
vote as it was sealed, and the hash of each.
"""

from collections import defaultdict
from typing import Any

from programme.models import Ballot, Vote
from programme.tally import Threshold


def export_ballot(ballot: Ballot) -> dict[str, Any]:
    """Rules, electorate, votes and chain. Seats and options are named by their keys, as text."""
    seats = {
        row.pk: row.organisation_id for row in ballot.electorate().select_related("organisation")
    }
    votes = list(ballot.votes.order_by("sequence"))
    facts: dict[str, Any] = {
        "method": ballot.method,
        "title": ballot.title,
        "seats": [str(organisation) for organisation in sorted(seats.values())],
        "recused": _aside(ballot, set(seats.values())),
        "quorum": _share(ballot.quorum),
        "majority": _share(ballot.majority),
        "base": ballot.base,
        "tie_rule": ballot.tie_rule,
        "votes": [_vote(ballot, seats, vote) for vote in votes if vote.entitlement_id in seats],
        "result": {"outcome": ballot.outcome, "chosen": _keys(ballot.counts.get("chosen", ()))},
        "names": _names(ballot),
        "chain": {
            "sealed": ballot.sealed_facts(),
            "seal": ballot.seal,
            "links": [{"facts": vote.link().facts(), "hash": vote.hash} for vote in votes],
            "head": ballot.chain_head,
        },
    }
    if ballot.is_selection:
        options = ballot.options.order_by("position").values_list("pk", flat=True)
        facts |= {
            "options": _keys(options),
            "min": ballot.choose_min,
            "max": ballot.choose_max,
        }
    return facts


def _aside(ballot: Ballot, seats: set[int]) -> Any:
    """Who stepped aside: of a motion a list, of a selection a list by option."""
    aside: defaultdict[str, list[str]] = defaultdict(list)
    rows = ballot.recusals.effective().values_list("option_id", "organisation_id")
    for option, organisation in rows:
        if organisation in seats:
            aside[str(option)].append(str(organisation))
    return dict(aside) if ballot.is_selection else sorted(aside["None"])


def _vote(ballot: Ballot, seats: dict[int, int], vote: Vote) -> dict[str, Any]:
    said = {"seat": str(seats[vote.entitlement_id]), "at": vote.at.isoformat()}
    if ballot.is_selection:
        return {**said, "approves": _keys(sorted(vote.said()))}
    return {**said, "choice": vote.choice}


def _share(threshold: Threshold) -> dict[str, str]:
    share = threshold.share
    kind = "over" if threshold.is_over else "at_least"
    return {kind: f"{share.numerator}/{share.denominator}"}


def _keys(values: Any) -> list[str]:
    return [str(value) for value in values]


def _names(ballot: Ballot) -> dict[str, dict[str, str]]:
    """What people call the seats and the options."""
    seats = ballot.entitlements.values_list("organisation_id", "organisation__name")
    options = ballot.options.values_list("pk", "title")
    return {
        "seats": {str(key): name for key, name in seats},
        "options": {str(key): title for key, title in options},
    }
