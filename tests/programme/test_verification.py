"""Whoever changes a ballot past the guards of the database is found by the check."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection

from programme import actions
from programme.models import Ballot
from programme.verification import faults_of, verify_all
from tests.house.world import draft_motion, open_motion, vote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
SAID = {"GD": "for", "ZD": "for", "EZ": "against", "BN": "for"}
TEXT = "The text, the rules or the electorate are not those of the opening."
HEAD = "The last vote is not the one that the result names."
COUNT = "Counting again gives another result."


def broken_at(number: int) -> str:
    return f"The chain of votes is broken at vote {number}."


@contextmanager
def past_the_guards() -> Iterator[Any]:
    """As somebody who owns the tables and switches their triggers off for a moment."""
    tables = (
        *("programme_vote", "programme_ballot", "programme_entitlement"),
        *("programme_budgetline", "programme_programmeversion"),
    )
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def forge(statement: str) -> None:
    with past_the_guards() as cursor:
        cursor.execute(statement)


@pytest.fixture
def opened(cast: Cast) -> Ballot:
    """An open ballot with four votes, the third seat in second place."""
    ballot = open_motion(cast, cast.at, cast.at + 7 * DAY)
    for letters, choice in SAID.items():
        vote(cast, ballot, letters, choice, cast.at)
    return ballot


@pytest.fixture
def closed(opened: Ballot) -> Ballot:
    return actions.close_ballot(opened, at=opened.closes_at)


def again(ballot: Ballot) -> list[str]:
    return faults_of(Ballot.objects.get(pk=ballot.pk))


def test_nothing_is_wrong_with_what_nobody_touched(opened: Ballot) -> None:
    assert again(opened) == []
    actions.close_ballot(opened, at=opened.closes_at)
    assert again(opened) == []


@pytest.mark.parametrize(
    "change",
    [
        "choice = 'against'",
        "reason = 'anders'",
        "at = at + interval '1 microsecond'",
        "person_id = (SELECT max(id) FROM partners_person)",
        "entitlement_id = (SELECT max(id) FROM programme_entitlement)",
        "ordinal = 2",
        "receipt_code = 'ZZZZZZZZZZZZ'",
        "hash = repeat('0', 64)",
        "hash = upper(hash)",
    ],
)
def test_one_changed_vote_is_named(opened: Ballot, change: str) -> None:
    forge(f"UPDATE programme_vote SET {change} WHERE sequence = 2")
    assert again(opened) == [broken_at(2)]
    actions.close_ballot(opened, at=opened.closes_at)
    assert broken_at(2) in again(opened)


def test_a_choice_that_was_changed_after_the_closing_also_spoils_the_count(
    closed: Ballot,
) -> None:
    forge("UPDATE programme_vote SET choice = 'against' WHERE sequence = 4")
    assert again(closed) == [broken_at(4), COUNT]


@pytest.mark.parametrize(("number", "faults"), [(1, [broken_at(1)]), (3, [broken_at(3)])])
def test_a_vote_that_was_taken_out_leaves_a_hole(
    closed: Ballot, number: int, faults: list[str]
) -> None:
    forge(f"DELETE FROM programme_vote WHERE sequence = {number}")
    assert again(closed) == [*faults, COUNT]


def test_the_last_vote_taken_out_is_missed_by_the_published_head(closed: Ballot) -> None:
    forge("DELETE FROM programme_vote WHERE sequence = 4")
    assert again(closed) == [HEAD, COUNT]


def test_all_votes_taken_out(closed: Ballot) -> None:
    forge("DELETE FROM programme_vote")
    assert again(closed) == [HEAD, COUNT]


def test_a_vote_that_was_put_in_afterwards(closed: Ballot) -> None:
    forge(
        "INSERT INTO programme_vote (ballot_id, entitlement_id, ordinal, sequence, choice, way,"
        " reason, person_id, receipt_code, hash, at, recorded_at)"
        " SELECT ballot_id, entitlement_id, 2, 5, 'against', way, '', person_id, 'YYYYYYYYYYYY',"
        " repeat('a', 64), at, now() FROM programme_vote WHERE sequence = 1"
    )
    assert again(closed) == [broken_at(5), HEAD, COUNT]


@pytest.mark.parametrize(
    "change",
    [
        "title = 'Anders'",
        "question = 'Anders?'",
        "text = text || ' '",
        "base = 'entitled'",
        "tie_rule = 'second_round'",
        "quorum_denominator = 3",
        "quorum_is_over = false",
        "majority_numerator = 2, majority_denominator = 3",
        "majority_is_over = false",
        "closes_at = closes_at - interval '1 second'",
        "round = 2",
    ],
)
def test_changed_text_or_rules_are_found(opened: Ballot, change: str) -> None:
    forge(f"UPDATE programme_ballot SET {change}")
    assert again(opened) == [TEXT]


def test_a_new_seal_over_a_changed_text_breaks_the_chain(opened: Ballot) -> None:
    forge("UPDATE programme_ballot SET text = 'Anders', seal = repeat('0', 64)")
    assert again(opened) == [TEXT, broken_at(1)]


@pytest.mark.parametrize(
    "change",
    [
        "outcome = 'rejected'",
        "counts = jsonb_set(counts, '{votes_for}', '4')",
        "counts = jsonb_set(counts, '{outcome}', '\"rejected\"')",
        "counts = '{}'",
    ],
)
def test_a_changed_result_is_found(closed: Ballot, change: str) -> None:
    forge(f"UPDATE programme_ballot SET {change}")
    assert again(closed) == [COUNT]


def test_a_changed_closing_code_is_found(closed: Ballot) -> None:
    forge("UPDATE programme_ballot SET chain_head = repeat('0', 64)")
    assert again(closed) == [HEAD]


def test_a_seat_that_was_added_or_taken_away_spoils_the_count(closed: Ballot) -> None:
    forge(
        "DELETE FROM programme_entitlement e WHERE NOT EXISTS"
        " (SELECT 1 FROM programme_vote v WHERE v.entitlement_id = e.id)"
    )
    assert again(closed) == [TEXT, COUNT]


def test_all_opened_ballots_are_checked_and_drafts_are_not(cast: Cast, closed: Ballot) -> None:
    opened = open_motion(cast, cast.at, cast.at + DAY)
    draft_motion(cast, cast.at)
    assert verify_all() == {"ok": True, "ballots": 2, "votes": 4, "errors": []}
    forge(f"UPDATE programme_ballot SET text = 'Anders' WHERE id = {opened.pk}")
    assert verify_all() == {
        "ok": False,
        "ballots": 2,
        "votes": 4,
        "errors": [{"ballot": opened.pk, "title": opened.title, "message": TEXT}],
    }
