"""Counting a selection: every seat approves one or more of the options, or abstains.

An option is chosen when its majority of its base approves it, the highest share first, at most
`max` of them. The base of an option is the seats that voted, did not abstain, and did not step
aside for it.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from .shares import HALF, Outcome, Threshold, TieRule

Seat = TypeVar("Seat", bound=Hashable)
Option = TypeVar("Option", bound=Hashable)


@dataclass(frozen=True)
class SelectionRules:
    """What is fixed before a selection opens. `min` may be 0 in a second round."""

    quorum: Threshold = HALF
    majority: Threshold = HALF
    tie_rule: TieRule = TieRule.SECOND_ROUND
    min: int = 1
    max: int = 1

    def __post_init__(self) -> None:
        """There is at least one place, and not more must be chosen than may be."""
        if self.max < 1 or not 0 <= self.min <= self.max:
            msg = f"impossible places {self.min} to {self.max}"
            raise ValueError(msg)


@dataclass(frozen=True)
class OptionCount:
    """How many seats approve an option, of how many, and how many stepped aside for it."""

    approvals: int
    base: int
    recused: int

    @property
    def share(self) -> Fraction | None:
        """The exact share that approves, or None when nobody voted on it."""
        return Fraction(self.approvals, self.base) if self.base else None


@dataclass(frozen=True)
class SelectionCount(Generic[Option]):
    """The count of a selection and its outcome.

    `chosen` is in order: the highest share first, equal shares as they were declared. After a
    second round is called it holds what is safe already, and `second_round` what is undecided.
    `tied` are the options with equal shares on the last place, also where a tie is rejected.
    """

    outcome: Outcome
    chosen: tuple[Option, ...]
    second_round: tuple[Option, ...]
    tied: tuple[Option, ...]
    entitled: int
    cast: int
    abstained: int
    quorum_needed: int
    options: Mapping[Option, OptionCount]


def count_selection(
    rules: SelectionRules,
    seats: Collection[Seat],
    options: Sequence[Option],
    recused: Mapping[Option, AbstractSet[Seat]],
    votes: Mapping[Seat, AbstractSet[Option]],
) -> SelectionCount[Option]:
    """Count the last vote of each seat: the set of options that it approves, empty to abstain.

    Order: quorum, tie, majority. Whoever stepped aside for every option has no vote; whoever did
    for some is left out of those only, so nothing changes for the others; an approval of such an
    option is ignored, and who approves nothing else abstains. Votes of seats that are not in
    `seats` are ignored.
    """
    aside = [recused.get(option, frozenset()) for option in options]
    entitled = {seat for seat in seats if not all(seat in each for each in aside)}
    given = {
        seat: frozenset(each for each in approves if seat not in recused.get(each, frozenset()))
        for seat, approves in votes.items()
        if seat in entitled
    }
    voting = {seat: approves for seat, approves in given.items() if approves}
    counts = {
        option: _count_option(option, voting, out & set(seats))
        for option, out in zip(options, aside, strict=True)
    }
    outcome, chosen, again, tied = _conclude(rules, counts, len(given), len(entitled))
    return SelectionCount(
        outcome=outcome,
        chosen=chosen,
        second_round=again,
        tied=tied,
        entitled=len(entitled),
        cast=len(given),
        abstained=len(given) - len(voting),
        quorum_needed=rules.quorum.needed(len(entitled)),
        options=counts,
    )


def _conclude(
    rules: SelectionRules, counts: Mapping[Option, OptionCount], cast: int, entitled: int
) -> tuple[Outcome, tuple[Option, ...], tuple[Option, ...], tuple[Option, ...]]:
    """The outcome; what is chosen, what goes to a second round, and what ties on the last place."""
    if not cast or not rules.quorum.is_met(cast, entitled):
        return Outcome.NO_QUORUM, (), (), ()
    clear, tied = _rank(rules, counts)
    outcome = _outcome(rules, clear, tied)
    stands = outcome in {Outcome.CHOSEN, Outcome.SECOND_ROUND}
    again = tied or [option for option in counts if option not in clear]
    return (
        outcome,
        tuple(clear) if stands else (),
        tuple(again) if outcome is Outcome.SECOND_ROUND else (),
        tuple(tied),
    )


def _count_option(
    option: Option, voting: Mapping[Seat, AbstractSet[Option]], out: AbstractSet[Seat]
) -> OptionCount:
    base = [approves for seat, approves in voting.items() if seat not in out]
    return OptionCount(sum(option in approves for approves in base), len(base), len(out))


def _rank(
    rules: SelectionRules, counts: Mapping[Option, OptionCount]
) -> tuple[list[Option], list[Option]]:
    """Which options clearly have a place, and which are equal on the last one."""
    shares = {
        option: share
        for option, count in counts.items()
        if (share := count.share) is not None and rules.majority.is_met(count.approvals, count.base)
    }
    ranked = sorted(shares, key=lambda option: -shares[option])  # stable: declared order
    if len(ranked) <= rules.max or shares[ranked[rules.max - 1]] > shares[ranked[rules.max]]:
        return ranked[: rules.max], []
    last = shares[ranked[rules.max]]
    clear = [option for option in ranked if shares[option] > last]
    return clear, [option for option in ranked if shares[option] == last]


def _outcome(rules: SelectionRules, clear: Sequence[Option], tied: Sequence[Option]) -> Outcome:
    is_undecided = bool(tied) or len(clear) < rules.min
    if is_undecided and rules.tie_rule is TieRule.SECOND_ROUND:
        return Outcome.SECOND_ROUND
    return Outcome.CHOSEN if len(clear) >= rules.min else Outcome.REJECTED
