"""Votes in a meeting: entered as called out, disputed, corrected or upheld, and counted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, transaction

from programme import actions, chain, verification
from programme.deadlines import after_working_days
from programme.models import Ballot, Dispute, Vote
from tests.programme.meetings import (
    HOUR,
    begins,
    enter,
    motion,
    open_in_meeting,
    plan,
    said,
)
from tests.programme.records import DELEGATES, KERNTEAM, acts, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
FIVE_TO_ONE = "GD:for ZD:for EZ:for BN:for CH:for VH:against"


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    return open_in_meeting(cast, plan(cast))


def dispute(cast: Cast, ballot: Ballot, text: str = "Wij stemden voor.") -> Dispute:
    return actions.dispute_vote(
        ballot,
        organisation=cast["VH"],
        text=text,
        actor=cast.seat_VH,
        at=begins(ballot) + 2 * HOUR,
    )


def test_the_meeting_and_its_deadlines_are_fixed_at_opening(cast: Cast, ballot: Ballot) -> None:
    start = begins(ballot)
    assert ballot.dispute_by == after_working_days(start, 3)
    assert ballot.closes_at == after_working_days(start, 4)
    assert {"meeting", "dispute_by"} <= ballot.sealed_facts().keys()
    assert told(cast, "ballot_in_meeting") == sorted(DELEGATES)
    assert told(cast, "ballot_opened") == []
    with pytest.raises(DatabaseError, match="fixed"), transaction.atomic():
        Ballot.objects.filter(pk=ballot.pk).update(dispute_by=start)


def test_an_online_ballot_is_sealed_as_before(cast: Cast) -> None:
    opened = motion(cast)
    actions.open_ballot(opened, closes_at=opened.closes_at, actor=None, at=cast.at)
    assert not {"meeting", "dispute_by"} & opened.sealed_facts().keys()


def test_only_a_coming_meeting_of_this_raad(cast: Cast) -> None:
    meeting, draft = plan(cast), motion(cast)
    after = meeting.starts_at + timedelta(days=1)
    with refused(r"."):
        actions.open_ballot_in_meeting(draft, meeting=meeting, actor=None, at=after)
    meeting.year += 1
    with refused(r"."):
        actions.open_ballot_in_meeting(draft, meeting=meeting, actor=None, at=cast.at)


def test_what_is_called_out_gets_a_receipt_and_counts(cast: Cast, ballot: Ballot) -> None:
    votes = enter(cast, ballot, FIVE_TO_ONE)
    assert len(votes) == 6
    vote = Vote.objects.get(entitlement__organisation=cast["GD"])
    assert (vote.way, vote.entered_by, vote.person) == ("meeting", cast.staff, cast.seat_GD)
    assert told(cast, "vote_received") == sorted(DELEGATES)
    assert [entry.actor_id for entry in acts("cast_vote", "enter_votes")] == [cast.staff.pk] * 7
    closed = actions.close_ballot(ballot, at=ballot.closes_at)
    assert (closed.outcome, closed.counts["votes_for"]) == ("adopted", 5)
    assert verification.faults_of(closed) == []


def test_the_same_again_is_not_entered_twice(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, FIVE_TO_ONE)
    with refused(r"."):
        enter(cast, ballot, FIVE_TO_ONE)
    assert len(enter(cast, ballot, "GD:for ZD:abstain")) == 1
    assert Vote.objects.filter(entitlement__organisation=cast["ZD"]).count() == 2


@pytest.mark.parametrize("when", ["before", "the next day"])
def test_votes_are_entered_on_the_day_of_the_meeting(cast: Cast, ballot: Ballot, when: str) -> None:
    shift = -HOUR if when == "before" else timedelta(days=1)
    with refused(r"."):
        enter(cast, ballot, "GD:for", begins(ballot) + shift)


def test_nobody_votes_online_in_it(cast: Cast, ballot: Ballot) -> None:
    with refused(r"."):
        actions.cast_vote(
            ballot,
            organisation=cast["GD"],
            choice="for",
            reason="",
            actor=cast.seat_GD,
            at=begins(ballot) + HOUR,
        )


def test_nothing_is_entered_in_an_online_ballot(cast: Cast) -> None:
    online = motion(cast)
    actions.open_ballot(online, closes_at=online.closes_at, actor=None, at=cast.at)
    with refused(r"."):
        actions.enter_votes(
            online, votes=[said(cast, online, "GD", "for")], actor=cast.staff, at=cast.at
        )
    with refused(r"."):
        actions.dispute_vote(
            online, organisation=cast["GD"], text="x", actor=cast.seat_GD, at=cast.at
        )
    with pytest.raises(DatabaseError, match="how its votes come in"), transaction.atomic():
        Vote.objects.bulk_create(
            [
                Vote(
                    ballot=online,
                    entitlement=online.entitlements.all()[0],
                    ordinal=1,
                    sequence=1,
                    choice="for",
                    person=cast.seat_GD,
                    way="meeting",
                    entered_by=cast.staff,
                    receipt_code="x",
                    hash="x",
                    at=cast.at,
                )
            ]
        )


def test_only_who_speaks_for_the_seat_calls_out(cast: Cast, ballot: Ballot) -> None:
    paper = said(cast, ballot, "GD", "for")
    stranger = actions.CalledOut(paper.entitlement, cast.seat_ZD, "for")  # type: ignore[attr-defined]
    at = begins(ballot) + HOUR
    with refused(cast.seat_ZD.name):
        actions.enter_votes(ballot, votes=[stranger], actor=cast.staff, at=at)


def test_a_seat_disputes_and_the_kernteam_corrects(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, FIVE_TO_ONE)
    objection = dispute(cast, ballot)
    assert objection.vote == Vote.objects.get(entitlement__organisation=cast["VH"])
    assert told(cast, "vote_disputed") == sorted(KERNTEAM)
    with refused(r"."):
        dispute(cast, ballot)
    vote = actions.correct_vote(
        objection,
        choice="for",
        reason="",
        words="Verkeerd gehoord.",
        actor=cast.manager,
        at=begins(ballot) + 3 * HOUR,
    )
    objection.refresh_from_db()
    assert (objection.answer, objection.correction, vote.ordinal) == ("corrected", vote, 2)
    assert (vote.person, vote.entered_by) == (cast.seat_VH, cast.manager)
    assert told(cast, "dispute_answered") == ["seat_VH"]
    assert told(cast, "vote_received").count("seat_VH") == 2
    closed = actions.close_ballot(ballot, at=ballot.closes_at)
    assert closed.counts["votes_for"] == 6
    assert verification.faults_of(closed) == []
    with refused(r"."):
        actions.uphold_vote(objection, words="x", actor=cast.manager, at=ballot.closes_at)


def test_a_missing_vote_can_be_asked_for(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, "GD:for ZD:for")
    objection = dispute(cast, ballot, "Wij waren er wel.")
    assert objection.vote is None
    vote = actions.correct_vote(
        objection,
        choice="against",
        reason="",
        words="",
        actor=cast.manager,
        at=begins(ballot) + 3 * HOUR,
    )
    assert vote.ordinal == 1


def test_a_vote_is_upheld_with_words(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, FIVE_TO_ONE)
    objection = dispute(cast, ballot)
    at = begins(ballot) + 3 * HOUR
    actions.uphold_vote(objection, words="Drie mensen hoorden het.", actor=cast.manager, at=at)
    assert acts("answer_dispute")[0].facts["answer"] == "upheld"
    assert Vote.objects.filter(entitlement__organisation=cast["VH"]).count() == 1
    assert dispute(cast, ballot, "Toch niet.").pk != objection.pk, "it may be said once more"
    for wrong in ({"answer": ""}, {"text": "anders"}):
        with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
            Dispute.objects.filter(pk=objection.pk).update(**wrong)
    with pytest.raises(DatabaseError, match="stays"), transaction.atomic():
        objection.delete()


@pytest.mark.parametrize("days", [3, 4])
def test_after_three_working_days_it_is_too_late(cast: Cast, ballot: Ballot, days: int) -> None:
    enter(cast, ballot, FIVE_TO_ONE)
    with refused(r"."):
        actions.dispute_vote(
            ballot,
            organisation=cast["VH"],
            text="Te laat.",
            actor=cast.seat_VH,
            at=after_working_days(begins(ballot), days),
        )


def test_after_closing_nothing_is_corrected(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, FIVE_TO_ONE)
    objection = dispute(cast, ballot)
    closed = actions.close_ballot(ballot, at=ballot.closes_at)
    with refused(r"."):
        actions.correct_vote(
            objection,
            choice="for",
            reason="",
            words="",
            actor=cast.manager,
            at=closed.closes_at,
        )


def test_the_chain_says_who_entered_a_vote(cast: Cast, ballot: Ballot) -> None:
    enter(cast, ballot, "GD:for")
    link = Vote.objects.get().link()
    assert link.facts()["entered_by"] == cast.staff.pk
    online = chain.Link(**{**link.__dict__, "entered_by": None})
    assert online.facts()["entered_by"] is None
    assert online.canonical() != link.canonical()


def test_no_reminders_for_who_votes_in_a_meeting(cast: Cast, ballot: Ballot) -> None:
    actions.remind_voters(after_working_days(ballot.closes_at, -1) - timedelta(hours=3))
    assert told(cast, "vote_reminder") == []
