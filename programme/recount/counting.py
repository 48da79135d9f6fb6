"""Counting an exported ballot from the facts in its file."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from programme import tally
from schuldenlab.command_files import Malformed

from .reading import (
    check_known,
    checked_names,
    list_of,
    moment_of,
    names_of,
    number_of,
    object_of,
    one_of,
    text_of,
    threshold_of,
)

# What a vote says: to a motion its choice, in a selection the options that it approves.
Said = tuple[tally.Choice | None, frozenset[str]]


@dataclass(frozen=True)
class ReadVote:
    """One vote of the file. `position` is its place in it: of equal moments the later counts."""

    seat: str
    at: datetime
    position: int
    choice: tally.Choice | None
    approves: frozenset[str]


def recount(data: Any) -> dict[str, Any]:
    """The outcome of an exported ballot. Raises `Malformed` with the place that is wrong."""
    facts = object_of(data, "")
    method = one_of(facts, "method", ("motion", "selection"))
    return _selection(facts) if method == "selection" else _motion(facts)


def _motion(facts: Mapping[str, Any]) -> dict[str, Any]:
    seats = names_of(facts, "seats")
    aside = set(check_known(names_of(facts, "recused", is_needed=False), seats, "recused"))
    rules = tally.MotionRules(
        quorum=threshold_of(facts, "quorum"),
        majority=threshold_of(facts, "majority"),
        base=tally.Base(one_of(facts, "base", tuple(tally.Base))),
        tie_rule=tally.TieRule(one_of(facts, "tie_rule", tuple(tally.TieRule))),
    )
    votes = _last_votes(facts, frozenset(seats), _choice)
    choices = [vote.choice for seat, vote in votes.items() if seat not in aside and vote.choice]
    count = tally.count_motion(rules, len(set(seats) - aside), choices)
    return {
        "outcome": str(count.outcome),
        "chosen": [],
        "second_round": [],
        "entitled": count.entitled,
        "cast": count.cast,
        "counts": {
            "for": count.votes_for,
            "against": count.votes_against,
            "abstain": count.votes_abstain,
        },
    }


def _selection(facts: Mapping[str, Any]) -> dict[str, Any]:
    seats, options = names_of(facts, "seats"), names_of(facts, "options")
    one_of(facts, "base", ("cast",))
    least, most = number_of(facts, "min", 0), number_of(facts, "max", 1)
    if least > most:
        raise Malformed("min", f"{least} is more than max {most}")
    rules = tally.SelectionRules(
        quorum=threshold_of(facts, "quorum"),
        majority=threshold_of(facts, "majority"),
        tie_rule=tally.TieRule(one_of(facts, "tie_rule", tuple(tally.TieRule))),
        min=least,
        max=most,
    )
    known = frozenset(options)
    votes = _last_votes(
        facts, frozenset(seats), lambda row, where: _approvals(row, where, known, most)
    )
    approvals = {seat: vote.approves for seat, vote in votes.items()}
    count = tally.count_selection(rules, seats, options, _aside(facts, seats, options), approvals)
    return {
        "outcome": str(count.outcome),
        "chosen": list(count.chosen),
        "second_round": list(count.second_round),
        "entitled": count.entitled,
        "cast": count.cast,
        "counts": {
            option: {"approvals": each.approvals, "base": each.base}
            for option, each in count.options.items()
        },
    }


def _aside(
    facts: Mapping[str, Any], seats: Sequence[str], options: Sequence[str]
) -> dict[str, frozenset[str]]:
    """By option the seats that stepped aside; a list goes for all options."""
    given = facts.get("recused", [])
    if not isinstance(given, dict):
        everywhere = check_known(names_of(facts, "recused", is_needed=False), seats, "recused")
        return dict.fromkeys(options, frozenset(everywhere))
    check_known(list(given), options, "recused")
    return {
        option: frozenset(
            check_known(checked_names(out, f"recused.{option}"), seats, f"recused.{option}")
        )
        for option, out in given.items()
    }


def _last_votes(
    facts: Mapping[str, Any],
    seats: Collection[str],
    said: Callable[[Mapping[str, Any], str], Said],
) -> dict[str, ReadVote]:
    """The vote of each seat that counts: the last by its moment, and then by its place."""
    votes = []
    for position, row in enumerate(list_of(facts, "votes")):
        where = f"votes[{position}]"
        one = object_of(row, where)
        seat = text_of(one, "seat", where)
        check_known([seat], seats, f"{where}.seat")
        choice, approves = said(one, where)
        votes.append(ReadVote(seat, moment_of(one, where), position, choice, approves))
    return {vote.seat: vote for vote in sorted(votes, key=lambda vote: (vote.at, vote.position))}


def _choice(row: Mapping[str, Any], where: str) -> Said:
    if "approves" in row:
        raise Malformed(f"{where}.approves", "a motion has for, against or abstain")
    return tally.Choice(one_of(row, "choice", tuple(tally.Choice), where)), frozenset()


def _approvals(row: Mapping[str, Any], where: str, options: Collection[str], most: int) -> Said:
    if "choice" in row:
        raise Malformed(f"{where}.choice", "a selection has approves")
    if "approves" not in row:
        raise Malformed(f"{where}.approves", "is missing")
    approves = checked_names(row["approves"], f"{where}.approves")
    check_known(approves, options, f"{where}.approves")
    if len(approves) > most:
        raise Malformed(f"{where}.approves", f"{len(approves)} options, at most {most}")
    return None, frozenset(approves)
