"""Counting a motion: for, against, abstain."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from .shares import HALF, Outcome, Threshold, TieRule


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

    A tie is for equals against, whatever the base. Abstentions count for the quorum; in the base
    only where the base says so. A motion for which nobody voted has no majority, whatever the base.
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
