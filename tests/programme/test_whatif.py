"""What a ballot can still become, against the counts themselves."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme import tally
from programme.tally import (
    Base,
    Choice,
    MotionRules,
    Outcome,
    SelectionRules,
    Threshold,
    TieRule,
    count_motion,
    count_selection,
    foresee_motion,
    foresee_selection,
)

THRESHOLDS = st.sampled_from(
    [
        tally.HALF,
        Threshold(Fraction(1, 3)),
        Threshold(Fraction(2, 3), is_over=False),
        Threshold(Fraction(3, 4), is_over=False),
        Threshold(Fraction(1), is_over=False),
    ]
)
RULES = st.builds(
    MotionRules,
    quorum=THRESHOLDS,
    majority=THRESHOLDS,
    base=st.sampled_from(Base),
    tie_rule=st.sampled_from(TieRule),
)


def line(rules: MotionRules, entitled: int, cast: int) -> Any:
    return foresee_motion(rules, entitled)[cast]


def test_six_seats_with_the_usual_rules() -> None:
    lines = foresee_motion(MotionRules(), 6)
    assert [each.cast for each in lines] == list(range(7))
    assert [each.outcomes == {Outcome.NO_QUORUM} for each in lines] == [True] * 4 + [False] * 3
    # Of five votes: three for are always enough; one for is, when the others abstain.
    assert (lines[5].surely, lines[5].perhaps, lines[5].tie) == (3, 1, 2)
    assert (lines[6].surely, lines[6].perhaps, lines[6].tie) == (4, 1, 3)


def test_a_majority_of_all_seats_cannot_be_had_by_few() -> None:
    rules = MotionRules(quorum=Threshold(Fraction(1, 3)), base=Base.ENTITLED)
    lines = foresee_motion(rules, 6)
    assert (lines[3].surely, lines[3].perhaps) == (None, None)
    assert (lines[4].surely, lines[4].perhaps) == (4, 4)


def test_without_seats_there_is_nothing_to_foresee() -> None:
    assert foresee_motion(MotionRules(), 0)[0].outcomes == {Outcome.NO_QUORUM}
    assert foresee_selection(SelectionRules(), 0, 3) == []


@given(RULES, st.lists(st.sampled_from(Choice), max_size=7), st.integers(0, 4))
def test_no_count_of_a_motion_is_a_surprise(
    rules: MotionRules, choices: list[Choice], silent: int
) -> None:
    entitled = len(choices) + silent
    outcome = count_motion(rules, entitled, choices).outcome
    foreseen = line(rules, entitled, len(choices))
    pro = choices.count(Choice.FOR)
    assert outcome in foreseen.outcomes
    if foreseen.surely is not None and pro >= foreseen.surely:
        assert outcome is Outcome.ADOPTED
    if outcome is Outcome.ADOPTED:
        assert foreseen.perhaps is not None
        assert pro >= foreseen.perhaps


@given(RULES, st.integers(1, 7), st.data())
def test_what_is_foreseen_of_a_motion_can_happen(
    rules: MotionRules, entitled: int, data: st.DataObject
) -> None:
    cast = data.draw(st.integers(0, entitled))
    profiles = list(combinations_with_replacement(Choice, cast))
    counts = {each: count_motion(rules, entitled, each).outcome for each in profiles}
    foreseen = line(rules, entitled, cast)
    assert foreseen.outcomes == set(counts.values())
    adopted = [each.count(Choice.FOR) for each, out in counts.items() if out is Outcome.ADOPTED]
    assert foreseen.perhaps == min(adopted, default=None)
    lost = [each.count(Choice.FOR) for each, out in counts.items() if out is not Outcome.ADOPTED]
    surely = max(lost, default=-1) + 1
    assert foreseen.surely == (surely if surely <= cast else None)


def papers_of(options: str, most: int) -> list[frozenset[str]]:
    """What one seat can say without abstaining."""
    sizes = range(1, min(most, len(options)) + 1)
    each = chain.from_iterable(combinations(options, size) for size in sizes)
    return [frozenset(paper) for paper in each]


PLACES = [
    (options, least, most)
    for options in ("AB", "ABC", "ABCD")
    for most in range(1, min(3, len(options)) + 1)
    for least in range(min(2, most) + 1)
]


@pytest.mark.parametrize(("options", "least", "most"), PLACES)
@pytest.mark.parametrize("majority", [tally.HALF, Threshold(Fraction(1, 3), is_over=False)])
def test_every_selection_of_four_seats(
    options: str, least: int, most: int, majority: Threshold
) -> None:
    rules = SelectionRules(majority=majority, min=least, max=most)
    for foreseen in foresee_selection(rules, 4, len(options)):
        few, ties = False, False
        profiles = combinations_with_replacement(papers_of(options, most), foreseen.voting)
        for papers in profiles:
            seats = range(foreseen.voting)
            # All cast votes count here: what a quorum adds is the same for each method.
            count = count_selection(
                rules, seats, options, {}, dict(zip(seats, papers, strict=True))
            )
            passing = [o for o in count.options.values() if majority.is_met(o.approvals, o.base)]
            few |= len(passing) < least
            ties |= bool(count.tied)
            assert all(o.base == foreseen.voting for o in count.options.values())
        assert (foreseen.can_be_few, foreseen.can_tie) == (few, ties), foreseen
        assert foreseen.needed == majority.needed(foreseen.voting)


@given(st.data())
def test_with_recusals_nothing_that_happens_was_denied(data: st.DataObject) -> None:
    options, seats = "ABCDE"[: data.draw(st.integers(2, 5))], range(6)
    most = data.draw(st.integers(1, len(options)))
    rules = SelectionRules(
        majority=data.draw(THRESHOLDS), min=data.draw(st.integers(0, most)), max=most
    )
    recused = {
        option: frozenset(data.draw(st.sets(st.sampled_from(seats), max_size=3)))
        for option in data.draw(st.sets(st.sampled_from(options)))
    }
    paper = st.frozensets(st.sampled_from(options), max_size=most)
    votes = {seat: data.draw(paper) for seat in seats}
    count = count_selection(rules, seats, options, recused, votes)
    voting = count.cast - count.abstained
    if not voting or count.outcome is Outcome.NO_QUORUM:
        return
    aside = [len(out) for out in recused.values() if out]
    foreseen = foresee_selection(rules, 6, len(options), aside)[voting - 1]
    passing = [
        o for o in count.options.values() if o.base and rules.majority.is_met(o.approvals, o.base)
    ]
    assert foreseen.can_tie or not count.tied
    assert foreseen.can_be_few or len(passing) >= rules.min


def test_the_quorum_is_one_vote_at_least() -> None:
    assert tally.quorum_line(MotionRules(), 6) == 4
    assert tally.quorum_line(MotionRules(quorum=Threshold(Fraction(0), is_over=False)), 6) == 1


@pytest.mark.parametrize(
    ("chosen", "paid", "aside", "disclosed"),
    [
        (set(), {1}, {1}, set()),
        ({1}, {1}, set(), set()),
        ({1}, {2, 3}, set(), {2, 3}),
        (set(), {9}, set(), set()),
        (set(), {1, 2, 3}, set(), {1, 2, 3}),
    ],
)
def test_who_is_paid_steps_aside_while_three_remain(
    chosen: set[int], paid: set[int], aside: set[int], disclosed: set[int]
) -> None:
    assert tally.step_aside({1, 2, 3, 4, 5}, chosen, paid) == (aside, disclosed)
