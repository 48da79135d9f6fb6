"""Counting a ballot: exact fractions, values in, values out.

The rules are those of the framework's programmaraad: a ballot has an electorate of organisations,
a quorum over that electorate, and a majority over a base. See `docs/concepts.md`, "Ballots".
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor


class Choice(StrEnum):
    """What a seat says to a motion."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Base(StrEnum):
    """What the majority is a share of."""

    FOR_AGAINST = "for_against"
    CAST = "cast"
    ENTITLED = "entitled"


class TieRule(StrEnum):
    """What a tie means: for equals against, whatever the base."""

    REJECTED = "rejected"
    SECOND_ROUND = "second_round"


class Outcome(StrEnum):
    """How a motion ends."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    NO_QUORUM = "no_quorum"
    SECOND_ROUND = "second_round"


@dataclass(frozen=True)
class Threshold:
    """More than a share of something, or at least that share; the share is an exact fraction."""

    share: Fraction
    is_over: bool = True

    def __post_init__(self) -> None:
        """A share lies between 0 and 1, and more than all is never reached."""
        if not 0 <= self.share <= 1 or (self.is_over and self.share == 1):
            msg = f"impossible share {self.share}"
            raise ValueError(msg)

    def needed(self, whole: int) -> int:
        """The smallest count out of `whole` that is enough: over 1/2 of 4 is 3, 2/3 of 9 is 6."""
        exact = self.share * whole
        return floor(exact) + 1 if self.is_over else ceil(exact)

    def is_met(self, count: int, whole: int) -> bool:
        """Whether `count` out of `whole` is enough."""
        return count >= self.needed(whole)


HALF = Threshold(Fraction(1, 2))


@dataclass(frozen=True)
class MotionRules:
    """What is fixed before a motion opens."""

    quorum: Threshold = HALF
    majority: Threshold = HALF
    base: Base = Base.FOR_AGAINST
    tie_rule: TieRule = TieRule.REJECTED


@dataclass(frozen=True)
class MotionCount:
    """The count of a motion and its outcome."""

    outcome: Outcome
    entitled: int
    cast: int
    votes_for: int
    votes_against: int
    votes_abstain: int
    quorum_needed: int
    base_count: int
    majority_needed: int


def count_motion(rules: MotionRules, entitled: int, choices: Iterable[Choice]) -> MotionCount:
    """Count the last vote of each entitled seat. Order: quorum, tie, majority.

    Abstentions count for the quorum; in the base only where the base says so. A motion for which
    nobody voted has no majority, whatever the base.
    """
    counts = Counter(choices)
    cast = counts.total()
    if cast > entitled:
        msg = f"{cast} votes of {entitled} entitled seats"
        raise ValueError(msg)
    pro, contra = counts[Choice.FOR], counts[Choice.AGAINST]
    base = {Base.FOR_AGAINST: pro + contra, Base.CAST: cast, Base.ENTITLED: entitled}[rules.base]
    return MotionCount(
        outcome=_outcome(rules, entitled, counts, base),
        entitled=entitled,
        cast=cast,
        votes_for=pro,
        votes_against=contra,
        votes_abstain=counts[Choice.ABSTAIN],
        quorum_needed=rules.quorum.needed(entitled),
        base_count=base,
        majority_needed=rules.majority.needed(base),
    )


def _outcome(rules: MotionRules, entitled: int, counts: Counter[Choice], base: int) -> Outcome:
    cast, pro, contra = counts.total(), counts[Choice.FOR], counts[Choice.AGAINST]
    if cast == 0 or not rules.quorum.is_met(cast, entitled):
        return Outcome.NO_QUORUM
    if pro == contra:
        is_second = rules.tie_rule is TieRule.SECOND_ROUND
        return Outcome.SECOND_ROUND if is_second else Outcome.REJECTED
    return Outcome.ADOPTED if rules.majority.is_met(pro, base) else Outcome.REJECTED
