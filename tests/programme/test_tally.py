"""The arithmetic of a motion against a second definition of the same rules, made of sets."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.tally import (
    HALF,
    Base,
    Choice,
    MotionCount,
    MotionRules,
    Outcome,
    Threshold,
    TieRule,
    count_motion,
)

ALL_N = range(1, 13)
# Every share that could matter for twelve seats: all fractions with a denominator up to twelve.
SHARES = sorted({Fraction(part, whole) for whole in ALL_N for part in range(whole + 1)})
THRESHOLDS = [Threshold(share, is_over=False) for share in SHARES] + [
    Threshold(share) for share in SHARES if share < 1
]
THIRDS = Threshold(Fraction(2, 3), is_over=False)
EVERYBODY = Threshold(Fraction(1), is_over=False)

thresholds = st.sampled_from(THRESHOLDS)
all_rules = st.builds(
    MotionRules,
    quorum=thresholds,
    majority=thresholds,
    base=st.sampled_from(Base),
    tie_rule=st.sampled_from(TieRule),
)
# A majority of at least half: with less, as many for as against is a tie and one fewer is enough.
majorities = st.sampled_from([each for each in THRESHOLDS if each.share >= Fraction(1, 2)])
real_rules = st.builds(
    MotionRules,
    quorum=thresholds,
    majority=majorities,
    base=st.sampled_from(Base),
    tie_rule=st.sampled_from(TieRule),
)
half_rules = st.builds(MotionRules, base=st.sampled_from(Base), tie_rule=st.sampled_from(TieRule))


@st.composite
def ballots(draw: st.DrawFn) -> tuple[int, list[Choice]]:
    """A number of seats, and what some of them said."""
    entitled = draw(st.integers(1, 12))
    return entitled, draw(st.lists(st.sampled_from(Choice), max_size=entitled))


def is_enough(threshold: Threshold, count: int, whole: int) -> bool:
    """The definition in words: the part of the whole is more than the share, or at least it."""
    if whole == 0:
        return count > 0 or not threshold.is_over
    part = Fraction(count, whole)
    return part > threshold.share if threshold.is_over else part >= threshold.share


def expected(rules: MotionRules, entitled: int, choices: list[Choice]) -> Outcome:
    """The rules of a motion once more, as one reads them aloud."""
    if not choices or not is_enough(rules.quorum, len(choices), entitled):
        return Outcome.NO_QUORUM
    pro = [choice for choice in choices if choice is Choice.FOR]
    contra = [choice for choice in choices if choice is Choice.AGAINST]
    if len(pro) == len(contra):
        if rules.tie_rule is TieRule.REJECTED:
            return Outcome.REJECTED
        return Outcome.SECOND_ROUND
    base = {
        Base.FOR_AGAINST: len(pro + contra),
        Base.CAST: len(choices),
        Base.ENTITLED: entitled,
    }[rules.base]
    return Outcome.ADOPTED if is_enough(rules.majority, len(pro), base) else Outcome.REJECTED


def motion(pro: int, contra: int, abstain: int = 0, entitled: int = 6, **rules: object) -> Outcome:
    choices = [Choice.FOR] * pro + [Choice.AGAINST] * contra + [Choice.ABSTAIN] * abstain
    return count_motion(MotionRules(**rules), entitled, choices).outcome  # type: ignore[arg-type]


# -- thresholds ----------------------------------------------------------------------------------


@pytest.mark.parametrize("whole", ALL_N)
def test_a_threshold_asks_for_the_smallest_count_that_is_enough(whole: int) -> None:
    for threshold in THRESHOLDS:
        enough = [count for count in range(whole + 1) if is_enough(threshold, count, whole)]
        assert threshold.needed(whole) == enough[0]
        assert enough == list(range(enough[0], whole + 1))
        for count in range(whole + 1):
            assert threshold.is_met(count, whole) is (count in enough)


@pytest.mark.parametrize(
    ("threshold", "whole", "needed"),
    [
        (HALF, 4, 3),
        (HALF, 5, 3),
        (HALF, 6, 4),
        (HALF, 1, 1),
        (THIRDS, 9, 6),
        (THIRDS, 6, 4),
        (THIRDS, 5, 4),
        (Threshold(Fraction(2, 3)), 9, 7),
        (Threshold(Fraction(3, 4), is_over=False), 4, 3),
        (Threshold(Fraction(1, 3), is_over=False), 3, 1),
        (EVERYBODY, 6, 6),
        (Threshold(Fraction(0), is_over=False), 6, 0),
        (Threshold(Fraction(0)), 6, 1),
    ],
)
def test_known_thresholds(threshold: Threshold, whole: int, needed: int) -> None:
    assert threshold.needed(whole) == needed


@given(st.integers(1, 10**18), st.integers(1, 10**18), st.integers(0, 10**18))
def test_no_rounding_at_any_size(one: int, other: int, whole: int) -> None:
    share = Fraction(min(one, other), max(one, other))
    needed = Threshold(share, is_over=False).needed(whole)
    assert needed >= share * whole > needed - 1


@pytest.mark.parametrize(
    ("share", "is_over"),
    [
        (Fraction(-1, 2), False),
        (Fraction(-1, 2), True),
        (Fraction(3, 2), False),
        (Fraction(3, 2), True),
        (Fraction(1), True),
    ],
)
def test_impossible_shares_are_refused(share: Fraction, is_over: bool) -> None:
    with pytest.raises(ValueError, match="impossible share"):
        Threshold(share, is_over)


# -- motions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("entitled", ALL_N)
@pytest.mark.parametrize("base", Base)
def test_every_count_up_to_twelve_seats(entitled: int, base: Base) -> None:
    """Each way in which the seats can divide, under the shares that people choose."""
    chosen = [HALF, THIRDS, Threshold(Fraction(3, 4), is_over=False), EVERYBODY]
    every_rule = [
        MotionRules(quorum, majority, base, tie_rule)
        for quorum, majority, tie_rule in product(chosen, chosen, TieRule)
    ]
    for pro, contra in product(range(entitled + 1), repeat=2):
        for abstain in range(entitled - pro - contra + 1):
            said = [Choice.FOR] * pro + [Choice.AGAINST] * contra + [Choice.ABSTAIN] * abstain
            for rules in every_rule:
                outcome = count_motion(rules, entitled, said).outcome
                assert outcome is expected(rules, entitled, said), (rules, said)


@given(all_rules, ballots())
def test_any_rule_gives_what_the_definition_gives(
    rules: MotionRules, ballot: tuple[int, list[Choice]]
) -> None:
    assert count_motion(rules, *ballot).outcome is expected(rules, *ballot)


@given(all_rules, ballots(), st.randoms(use_true_random=False))
def test_the_order_of_the_votes_does_not_matter(
    rules: MotionRules, ballot: tuple[int, list[Choice]], chance: object
) -> None:
    entitled, choices = ballot
    mixed = list(choices)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert count_motion(rules, entitled, mixed) == count_motion(rules, entitled, iter(choices))


@given(real_rules, ballots(), st.integers(0, 11))
def test_one_more_vote_for_never_takes_an_adoption_away(
    rules: MotionRules, ballot: tuple[int, list[Choice]], place: int
) -> None:
    entitled, choices = ballot
    if count_motion(rules, entitled, choices).outcome is not Outcome.ADOPTED:
        return
    better = list(choices)
    better[place % len(better)] = Choice.FOR
    assert count_motion(rules, entitled, better).outcome is Outcome.ADOPTED
    if len(choices) < entitled:
        more = [*choices, Choice.FOR]
        assert count_motion(rules, entitled, more).outcome is Outcome.ADOPTED


@given(half_rules, ballots())
def test_with_the_usual_shares_nothing_is_adopted_against_the_votes(
    rules: MotionRules, ballot: tuple[int, list[Choice]]
) -> None:
    counted = count_motion(rules, *ballot)
    if counted.outcome is Outcome.ADOPTED:
        assert counted.votes_for > counted.votes_against
        assert counted.cast * 2 > counted.entitled


@given(all_rules, ballots())
def test_the_figures_add_up(rules: MotionRules, ballot: tuple[int, list[Choice]]) -> None:
    entitled, choices = ballot
    counted = count_motion(rules, entitled, choices)
    parts = counted.votes_for + counted.votes_against + counted.votes_abstain
    assert parts == counted.cast == len(choices)
    assert counted.entitled == entitled
    assert counted.quorum_needed == rules.quorum.needed(entitled)
    assert counted.majority_needed == rules.majority.needed(counted.base_count)


@pytest.mark.parametrize(
    ("base", "count", "needed"), [("for_against", 4, 3), ("cast", 5, 3), ("entitled", 6, 4)]
)
def test_what_a_base_counts(base: str, count: int, needed: int) -> None:
    """Two for, two against, one abstains, one is silent."""
    said = [Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.AGAINST, Choice.ABSTAIN]
    assert count_motion(MotionRules(base=Base(base)), 6, said) == MotionCount(
        outcome=Outcome.REJECTED,
        entitled=6,
        cast=5,
        votes_for=2,
        votes_against=2,
        votes_abstain=1,
        quorum_needed=4,
        base_count=count,
        majority_needed=needed,
    )


def test_abstaining_helps_the_quorum_and_only_weighs_where_the_base_says_so() -> None:
    assert motion(2, 1) is Outcome.NO_QUORUM
    assert motion(2, 1, 1) is Outcome.ADOPTED
    assert motion(2, 1, 1, base=Base.CAST) is Outcome.REJECTED
    assert motion(3, 1, 1, base=Base.CAST) is Outcome.ADOPTED
    assert motion(3, 1, 1, base=Base.ENTITLED) is Outcome.REJECTED
    assert motion(4, 1, 1, base=Base.ENTITLED) is Outcome.ADOPTED


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize(("pro", "contra", "abstain"), [(2, 2, 0), (2, 2, 2), (3, 3, 0), (0, 0, 6)])
def test_as_many_for_as_against_is_a_tie_whatever_the_base(
    base: Base, pro: int, contra: int, abstain: int
) -> None:
    said = {"pro": pro, "contra": contra, "abstain": abstain, "base": base}
    assert motion(**said) is Outcome.REJECTED
    assert motion(**said, tie_rule=TieRule.SECOND_ROUND) is Outcome.SECOND_ROUND
    # Not even where so small a share would be enough that half the votes reach it.
    small = Threshold(Fraction(0), is_over=False)
    assert motion(**said, majority=small) is Outcome.REJECTED


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("entitled", [0, 1, 6])
def test_nobody_voted_is_no_decision_whatever_the_rules(base: Base, entitled: int) -> None:
    nothing = Threshold(Fraction(0), is_over=False)
    for quorum, tie_rule in product([HALF, nothing], TieRule):
        rules = MotionRules(quorum=quorum, base=base, tie_rule=tie_rule)
        assert count_motion(rules, entitled, []).outcome is Outcome.NO_QUORUM


def test_more_votes_than_seats_is_a_fault() -> None:
    with pytest.raises(ValueError, match="3 votes of 2 entitled seats"):
        count_motion(MotionRules(), 2, [Choice.FOR] * 3)
