"""Counting a selection, against the written rules and a count by brute force."""

from __future__ import annotations

import os
from fractions import Fraction
from itertools import combinations, combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from programme.tally import Outcome, SelectionRules, Threshold, TieRule, count_selection

TWO_THIRDS = Threshold(Fraction(2, 3), is_over=False)
# How many voters and options all profiles are tried with: 4,3 in CI, `BALLOT_PROFILES=6,4` for all.
VOTERS, OPTIONS = map(int, os.environ.get("BALLOT_PROFILES", "4,3").split(","))
SIX = ("GD", "ZD", "EZ", "BN", "CH", "VH")
THEMES = tuple("NEGOSR")
FIRST_ROUND = dict(zip(SIX, ("NEGO", "NEGS", "NEOS", "NGOS", "EGOS", "NEGR"), strict=True))


def by_hand(
    rules: SelectionRules, seats: Any, options: Any, recused: Any, votes: Any
) -> tuple[Outcome, set[Any], set[Any]]:
    """The rules once more, said otherwise: try every set that could be chosen."""
    electorate = [s for s in seats if any(s not in recused.get(o, ()) for o in options)]
    papers = {
        s: {o for o in votes[s] if s not in recused.get(o, ())} for s in electorate if s in votes
    }
    if not papers or len(papers) < rules.quorum.needed(len(electorate)):
        return Outcome.NO_QUORUM, set(), set()
    share = {}
    for option in options:
        judges = [s for s, paper in papers.items() if paper and s not in recused.get(option, ())]
        yes = sum(option in papers[s] for s in judges)
        if judges and yes >= rules.majority.needed(len(judges)):
            share[option] = Fraction(yes, len(judges))
    # What is clear: the largest set of at most `max` in which everybody beats all outside it.
    clear: set[Any] = set()
    for size in range(min(rules.max, len(share)) + 1):
        for some in combinations(share, size):
            rest = share.keys() - set(some)
            if all(share[a] > share[b] for a in some for b in rest):
                clear = set(some)
    top = max((share[o] for o in share.keys() - clear), default=None)
    tied = {o for o in share.keys() - clear if share[o] == top} if len(clear) < rules.max else set()
    if not tied and len(clear) >= rules.min:
        return Outcome.CHOSEN, clear, set()
    if rules.tie_rule is TieRule.SECOND_ROUND:
        return Outcome.SECOND_ROUND, clear, tied or set(options) - clear
    if len(clear) < rules.min:
        return Outcome.REJECTED, set(), set()
    return Outcome.CHOSEN, clear, set()


def test_the_six_themes_of_a_year() -> None:
    rules = SelectionRules(min=3, max=4)
    votes = {seat: frozenset(paper) for seat, paper in FIRST_ROUND.items()}
    first = count_selection(rules, SIX, THEMES, {"R": {"BN"}}, votes)
    assert first.outcome is Outcome.SECOND_ROUND
    assert first.chosen == ("N", "E", "G")
    assert first.second_round == first.tied == ("O", "S")
    assert first.options["R"].share == Fraction(1, 5)
    assert first.options["O"].share == Fraction(4, 6)
    papers = dict(zip(SIX, ("O", "S", "O", "S", "O", ""), strict=True))
    again = {seat: frozenset(paper) for seat, paper in papers.items()}
    last = SelectionRules(tie_rule=TieRule.REJECTED, min=0, max=1)
    second = count_selection(last, SIX, ("O", "S"), {}, again)
    assert (second.outcome, second.chosen) == (Outcome.CHOSEN, ("O",))
    assert (second.cast, second.abstained, second.options["O"].base) == (6, 1, 5)


def test_three_of_four_beats_four_of_six() -> None:
    papers = dict(zip(SIX, ("AB", "AB", "AB", "B", "C", "C"), strict=True))
    votes = {seat: frozenset(paper) for seat, paper in papers.items()}
    count = count_selection(SelectionRules(max=2), SIX, "BCA", {"A": {"CH", "VH"}}, votes)
    assert count.options["A"].share == Fraction(3, 4)
    assert count.options["B"].share == Fraction(4, 6)
    assert count.chosen == ("A", "B")


def test_who_stepped_aside_for_everything_is_no_voter() -> None:
    votes = {"a": frozenset("X"), "b": frozenset("X"), "c": frozenset()}
    count = count_selection(
        SelectionRules(), ("a", "b", "c", "d"), "XY", {"X": {"d"}, "Y": {"d"}}, votes
    )
    assert (count.entitled, count.cast, count.abstained, count.outcome) == (3, 3, 1, Outcome.CHOSEN)


def test_who_approves_only_what_it_stepped_aside_for_abstains() -> None:
    votes = {"a": frozenset("X"), "b": frozenset("Y"), "c": frozenset("Y")}
    count = count_selection(SelectionRules(), "abc", "XY", {"X": {"a"}}, votes)
    assert (count.abstained, count.options["Y"].base, count.options["X"].approvals) == (1, 2, 0)


@pytest.mark.parametrize(("low", "high"), [(2, 1), (-1, 1), (0, 0)])
def test_impossible_places(low: int, high: int) -> None:
    with pytest.raises(ValueError, match="impossible places"):
        SelectionRules(min=low, max=high)


def test_all_profiles_of_small_ballots() -> None:
    """Every profile that there is, with seats that stay away, under every rule for places and ties.

    Seats are alike here, so profiles that differ only in who said what stand there once.
    """
    options = "WXYZ"[:OPTIONS]
    for high in range(1, OPTIONS + 1):
        sizes = range(high + 1)
        papers = [
            None,
            *(frozenset(each) for size in sizes for each in combinations(options, size)),
        ]
        for number in range(1, VOTERS + 1):
            for profile in combinations_with_replacement(papers, number):
                votes = {seat: paper for seat, paper in enumerate(profile) if paper is not None}
                for rule, low in product(TieRule, range(high + 1)):
                    rules = SelectionRules(tie_rule=rule, min=low, max=high)
                    count = count_selection(rules, range(number), options, {}, votes)
                    found = count.outcome, set(count.chosen), set(count.second_round)
                    assert found == by_hand(rules, range(number), options, {}, votes)


@st.composite
def ballots(draw: Any) -> tuple[SelectionRules, Any, Any, Any, Any]:
    """Up to six seats and four options, with who steps aside for what."""
    seats = tuple(range(draw(st.integers(1, 6))))
    options = tuple("WXYZ"[: draw(st.integers(1, 4))])
    high = draw(st.integers(1, 4))
    rules = SelectionRules(
        majority=draw(st.sampled_from([Threshold(Fraction(1, 2)), TWO_THIRDS])),
        tie_rule=draw(st.sampled_from(TieRule)),
        min=draw(st.integers(0, high)),
        max=high,
    )
    recused = {option: draw(st.sets(st.sampled_from(seats))) for option in options}
    paper = st.frozensets(st.sampled_from(options), max_size=high)
    votes = draw(st.dictionaries(st.sampled_from(seats), paper))
    return rules, seats, options, recused, votes


@given(ballots())
def test_a_count_by_brute_force_agrees(ballot: tuple[Any, ...]) -> None:
    count = count_selection(*ballot)
    assert (count.outcome, set(count.chosen), set(count.second_round)) == by_hand(*ballot)


@given(ballots())
def test_never_more_than_there_are_places(ballot: tuple[Any, ...]) -> None:
    rules = ballot[0]
    count = count_selection(*ballot)
    assert len(count.chosen) <= rules.max
    if count.outcome is Outcome.CHOSEN:
        assert len(count.chosen) >= rules.min


@given(ballots())
def test_a_tie_goes_to_the_declared_rule(ballot: tuple[Any, ...]) -> None:
    count = count_selection(*ballot)
    if count.tied:
        assert not set(count.tied) & set(count.chosen)
        wanted = ballot[0].tie_rule is TieRule.SECOND_ROUND
        assert (count.outcome is Outcome.SECOND_ROUND) == wanted


@given(ballots())
def test_the_order_of_votes_does_not_matter(ballot: tuple[Any, ...]) -> None:
    rules, seats, options, recused, votes = ballot
    backwards = dict(reversed(votes.items()))
    again = count_selection(rules, seats[::-1], options, recused, backwards)
    assert again == count_selection(*ballot)


@given(ballots(), st.integers(0, 5), st.integers(0, 3))
def test_stepping_aside_changes_nothing_for_the_other_options(
    ballot: tuple[Any, ...], who: int, which: int
) -> None:
    """Whoever still approves another option, or did not vote, counts there as before."""
    rules, seats, options, recused, votes = ballot
    seat, option = seats[who % len(seats)], options[which % len(options)]
    after = {**recused, option: recused[option] | {seat}}
    left = {each for each in votes.get(seat, ()) if seat not in after[each]}
    assume(left or seat not in votes)
    before = count_selection(rules, seats, options, recused, votes)
    now = count_selection(rules, seats, options, after, votes)
    for other in options:
        if other != option:
            assert now.options[other] == before.options[other]
