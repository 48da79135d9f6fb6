"""Choosing from options: prepared, opened, voted, counted, and the rounds after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from programme import actions
from programme.models import Ballot, BallotOption, Decision, Vote
from programme.verification import faults_of
from tests.programme.choosing import (
    FIRST_ROUND,
    SECOND_ROUND,
    THEMES,
    announce,
    approve,
    approve_all,
    chosen,
    closed,
    open_selection,
    opened,
    prepare,
    undecided,
)
from tests.programme.records import DELEGATES, acts, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)


def following(ballot: Ballot) -> Ballot:
    return Ballot.objects.get(previous=ballot)


# -- preparing -----------------------------------------------------------------------------------


def test_a_selection_has_options_places_and_the_base_of_its_votes(cast: Cast) -> None:
    ballot = prepare(cast, places=(3, 4), base="entitled")
    assert (ballot.method, ballot.base, ballot.tie_rule) == ("selection", "cast", "second_round")
    assert (ballot.choose_min, ballot.choose_max) == (3, 4)
    assert list(ballot.options.values_list("position", "title")) == [
        *enumerate(THEMES, start=1),
    ]
    [act] = acts("prepare_ballot")
    assert act.facts == {"method": "selection", "options": 6}


@pytest.mark.parametrize(
    ("titles", "places", "because"),
    [
        ("A", (1, 1), "at least two options"),
        ("AA", (1, 1), "stands there twice: A"),
        ("Aa", (1, 1), "stands there twice: A"),
        ("AB", (2, 1), "as you say at the least, or more"),
        ("AB", (0, 0), "as you say at the least, or more"),
        ("AB", (1, 3), "There are 2 options"),
    ],
)
def test_impossible_selections(
    cast: Cast, titles: str, places: tuple[int, int], because: str
) -> None:
    with refused(because):
        prepare(cast, titles, places=places)


def test_options_are_fixed_when_it_opens(cast: Cast) -> None:
    ballot = open_selection(cast)
    option = ballot.options.get(title="N")
    for change in (
        lambda: BallotOption.objects.filter(pk=option.pk).update(title="X"),
        lambda: BallotOption.objects.filter(pk=option.pk).delete(),
        lambda: BallotOption.objects.create(ballot=ballot, position=9, title="X"),
    ):
        with pytest.raises(DatabaseError, match="options are fixed"), transaction.atomic():
            change()


def test_announcing_tells_the_seats_once(cast: Cast) -> None:
    ballot = prepare(cast)
    announce(cast, ballot)
    assert told(cast, "ballot_announced") == sorted(DELEGATES)
    assert acts("announce_ballot")[0].subject_id == str(ballot.pk)
    with refused("sees this ballot already"):
        announce(cast, ballot)
    assert Ballot.objects.visible_to(cast.seat).filter(pk=ballot.pk).exists()
    assert not Ballot.objects.visible_to(cast.contact).filter(pk=ballot.pk).exists()


def test_a_draft_that_nobody_saw_can_be_thrown_away(cast: Cast) -> None:
    ballot = prepare(cast)
    assert not Ballot.objects.visible_to(cast.seat).exists()
    actions.discard_ballot(ballot, actor=cast.manager, at=cast.at)
    assert not Ballot.objects.exists()
    assert acts("discard_ballot")[0].facts == {"title": "Keuze"}
    seen = announce(cast, prepare(cast))
    with refused("has seen this ballot"):
        actions.discard_ballot(seen, actor=cast.manager, at=cast.at)


# -- voting --------------------------------------------------------------------------------------


def test_a_vote_holds_its_options_and_its_chain(cast: Cast) -> None:
    ballot = open_selection(cast)
    first = approve(cast, ballot, "GD", "NEGO")
    again = approve(cast, ballot, "GD", "")
    keys = dict(ballot.options.values_list("title", "pk"))
    assert (first.choice, first.approves) == ("approve", sorted(keys[each] for each in "NEGO"))
    assert (again.choice, again.approves, again.ordinal) == ("abstain", None, 2)
    assert faults_of(ballot) == []
    [_one, _two] = told(cast, "vote_received")


@pytest.mark.parametrize(
    ("said", "because"),
    [("NEGOS", "Choose at most 4 options"), ("", "at least one option, or abstain")],
)
def test_too_many_or_none(cast: Cast, said: str, because: str) -> None:
    ballot = open_selection(cast)
    keys = dict(ballot.options.values_list("title", "pk"))
    with refused(because):
        actions.cast_vote(
            ballot,
            organisation=cast["GD"],
            choice="approve",
            approves=[keys[each] for each in said],
            reason="",
            actor=cast.seat_GD,
            at=cast.at,
        )


def test_an_option_of_another_ballot(cast: Cast) -> None:
    ballot, other = open_selection(cast, "AB", places=(1, 1)), open_selection(cast)
    with refused("cannot choose one of these options"):
        actions.cast_vote(
            ballot,
            organisation=cast["GD"],
            choice="approve",
            approves=[other.options.get(title="N").pk],
            reason="",
            actor=cast.seat_GD,
            at=cast.at,
        )


@pytest.mark.parametrize(
    "approves", ["[]", "[0]", '["x"]', "[{0}, {0}]", "[{0}, {1}, {2}, {3}, {4}]"]
)
def test_postgresql_refuses_a_vote_that_is_none(cast: Cast, approves: str) -> None:
    ballot = open_selection(cast)
    keys = list(ballot.options.values_list("pk", flat=True))
    approve(cast, ballot, "GD", "N")
    entitlement = ballot.entitlements.get(organisation=cast["ZD"])
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO programme_vote (ballot_id, entitlement_id, ordinal, sequence, choice,"
            " approves, reason, person_id, receipt_code, hash, at)"
            " SELECT ballot_id, %s, 1, 2, 'approve', %s, '', person_id, 'ABC', 'x', at"
            " FROM programme_vote",
            [entitlement.pk, approves.format(*keys)],
        )
    assert Vote.objects.count() == 1


# -- counting ------------------------------------------------------------------------------------


def test_the_first_round_of_the_story_ties_on_the_last_place(cast: Cast) -> None:
    ballot = closed(cast, open_selection(cast), FIRST_ROUND)
    assert ballot.outcome == "second_round"
    assert set(chosen(ballot)) == set("NEG")
    assert undecided(ballot) == "OS"
    assert (ballot.counts["cast"], ballot.counts["entitled"]) == (6, 6)
    decision = Decision.objects.get(ballot=ballot)
    assert decision.title == "Keuze: 3 gekozen"
    assert all(f"- {each}" in decision.text for each in "NEG")
    draft = following(ballot)
    assert (draft.status, draft.round, draft.tie_rule) == ("draft", 2, "rejected")
    assert (draft.choose_min, draft.choose_max) == (0, 1)
    assert list(draft.options.values_list("title", "previous__title")) == [("O", "O"), ("S", "S")]
    assert faults_of(ballot) == []


def test_the_second_round_of_the_story_chooses_one(cast: Cast) -> None:
    first = closed(cast, open_selection(cast), FIRST_ROUND)
    second = opened(cast, following(first), first.closes_at + DAY)
    closed(cast, second, SECOND_ROUND)
    assert (second.outcome, chosen(second)) == ("chosen", "O")
    assert second.counts["abstained"] == 1
    assert not second.goes_to_meeting
    assert Decision.objects.get(ballot=second).title == "Keuze: 1 gekozen"
    assert not Ballot.objects.filter(previous=second).exists()


def test_two_halves_choose_neither_and_three_are_enough(cast: Cast) -> None:
    first = closed(cast, open_selection(cast), FIRST_ROUND)
    second = opened(cast, following(first), first.closes_at + DAY)
    closed(cast, second, "GD:O ZD:O EZ:O BN:S CH:S VH:S")
    assert (second.outcome, chosen(second)) == ("chosen", "")
    assert second.goes_to_meeting is False
    assert Decision.objects.get(ballot=second).title == "Keuze: niets gekozen"


def test_equal_shares_once_more_go_to_a_meeting(cast: Cast) -> None:
    first = closed(
        cast, open_selection(cast, "ABCD", places=(1, 2)), "GD:AB ZD:AB EZ:AC BN:BC CH:AC VH:BC"
    )
    assert (first.outcome, chosen(first), undecided(first)) == ("second_round", "", "ABC")
    second = opened(cast, following(first), first.closes_at + DAY)
    closed(cast, second, "GD:AB ZD:AB EZ:AC BN:BC CH:AC VH:BC")
    assert (second.outcome, chosen(second)) == ("chosen", "")
    assert second.goes_to_meeting is True
    assert not Decision.objects.exists()
    assert not Ballot.objects.filter(previous=second).exists()


def test_too_few_chosen_asks_about_all_others(cast: Cast) -> None:
    first = closed(cast, open_selection(cast, "ABCD", places=(2, 3)), "GD:A ZD:A EZ:A BN:AB CH:C")
    assert (first.outcome, chosen(first), undecided(first)) == ("second_round", "A", "BCD")
    assert following(first).choose_max == 2


def test_too_few_in_the_second_round_goes_to_a_meeting(cast: Cast) -> None:
    first = closed(cast, open_selection(cast, "ABCD", places=(2, 3)), "GD:A ZD:A EZ:A BN:AB CH:C")
    second = opened(cast, following(first), first.closes_at + DAY)
    closed(cast, second, "GD:B ZD:C EZ:D BN: CH:")
    assert (second.outcome, chosen(second), second.goes_to_meeting) == ("chosen", "", True)


def test_with_rejected_a_tie_is_not_chosen(cast: Cast) -> None:
    ballot = closed(cast, open_selection(cast, tie_rule="rejected"), FIRST_ROUND)
    assert (ballot.outcome, set(chosen(ballot))) == ("chosen", set("NEG"))
    few = open_selection(cast, "AB", places=(1, 1), tie_rule="rejected")
    closed(cast, few, "GD:A ZD:A EZ:B BN:B")
    assert (few.outcome, chosen(few)) == ("rejected", "")
    assert Decision.objects.get(ballot=few).status == Decision.Status.DONE


def test_without_quorum_one_repeat_with_everything_the_same(cast: Cast) -> None:
    first = closed(cast, open_selection(cast), "GD:N ZD:N EZ:N")
    assert first.outcome == "no_quorum"
    again = following(first)
    assert list(again.options.values_list("title", flat=True)) == list(THEMES)
    assert (again.choose_min, again.choose_max, again.tie_rule) == (3, 4, "second_round")
    last = closed(cast, opened(cast, again, first.closes_at + DAY), "GD:N")
    assert (last.outcome, last.goes_to_meeting) == ("no_quorum", True)
    assert not Ballot.objects.filter(previous=last).exists()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("lie", [[], ["N"], "NEGO", "NEGNN"])
def test_postgresql_counts_a_selection_itself(cast: Cast, lie: str) -> None:
    ballot = open_selection(cast)
    approve_all(cast, ballot, FIRST_ROUND)
    keys = dict(ballot.options.values_list("title", "pk"))
    last = ballot.votes.order_by("-sequence")[0]
    with pytest.raises(DatabaseError, match="its votes choose"), transaction.atomic():
        Ballot.objects.filter(pk=ballot.pk).update(
            status="closed",
            closed_at=ballot.closes_at,
            outcome="second_round",
            chain_head=last.hash,
            counts={"chosen": [keys[each] for each in lie]},
        )
    with pytest.raises(DatabaseError, match="its votes say second_round"), transaction.atomic():
        Ballot.objects.filter(pk=ballot.pk).update(
            status="closed",
            closed_at=ballot.closes_at,
            outcome="chosen",
            chain_head=last.hash,
            counts={"chosen": [keys[each] for each in "NEG"]},
        )
