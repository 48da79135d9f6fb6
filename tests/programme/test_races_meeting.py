"""Two at once around a vote in a meeting, a hand-over and the papers, on real connections."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError

from events.models import Meeting
from programme import actions
from programme.models import Ballot, Dispute, PackVersion, Vote
from programme.verification import faults_of
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.programme.meetings import begins, enter, motion, open_in_meeting, plan, put_point
from tests.programme.records import told
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = int(os.environ.get("RACE_ROUNDS", "6"))
SECOND = timedelta(seconds=1)


def again(ballot: Ballot) -> Ballot:
    return Ballot.objects.select_related("raad", "meeting").get(pk=ballot.pk)


def test_who_presses_twice_plans_one_meeting(cast: Cast) -> None:
    def press() -> Meeting:
        return plan(cast)

    made = at_once([press] * 8, hands=8)
    assert [type(each).__name__ for each in made].count("Meeting") == 1
    refusals = [str(each) for each in made if isinstance(each, Refused)]
    assert len(refusals) == 7
    assert all("meets already" in each or "al bij elkaar" in each for each in refusals)
    assert Meeting.objects.of_raad().count() == 1


def test_a_correction_against_closing(cast: Cast) -> None:
    """Either it is counted, or it is refused and nothing of it stands."""
    meeting = plan(cast)
    for number in range(ROUNDS):
        ballot = open_in_meeting(cast, meeting)
        enter(cast, ballot, "GD:for ZD:for EZ:for VH:against")
        said = actions.dispute_vote(
            ballot,
            organisation=cast["VH"],
            text="Wij stemden voor.",
            actor=cast.seat_VH,
            at=begins(ballot) + SECOND * 7200,
        )

        def correct(ballot: Ballot = ballot, pk: int = said.pk) -> Vote:
            dispute = Dispute.objects.select_related("entitlement__ballot").get(pk=pk)
            return actions.correct_vote(
                dispute,
                choice="for",
                reason="",
                words="",
                actor=cast.manager,
                at=ballot.closes_at - SECOND,
            )

        def close(ballot: Ballot = ballot) -> Ballot:
            return actions.close_ballot(again(ballot), at=ballot.closes_at)

        acts: list[Any] = [correct, close] if number % 2 else [close, correct]
        corrected, closed = at_once(acts)[:: 1 if number % 2 else -1]
        assert isinstance(closed, Ballot), closed
        assert isinstance(corrected, Vote | Refused), corrected
        said.refresh_from_db()
        counted = isinstance(corrected, Vote)
        assert said.answer == ("corrected" if counted else "")
        assert again(ballot).counts["votes_for"] == 3 + counted
        assert faults_of(again(ballot)) == []


def test_substitute_and_representative_vote_at_once(cast: Cast) -> None:
    """Both votes stand in one chain, and one of them counts."""
    for _number in range(ROUNDS):
        draft = motion(cast)
        ballot = actions.open_ballot(draft, closes_at=draft.closes_at, actor=None, at=cast.at)
        actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)

        def cast_vote(role: str, choice: str, ballot: Ballot = ballot) -> Vote:
            return actions.cast_vote(
                again(ballot),
                organisation=cast["BN"],
                choice=choice,
                reason="",
                actor=getattr(cast, role),
                at=cast.at + SECOND,
            )

        def take_back(ballot: Ballot = ballot) -> Any:
            return actions.take_back_ballot(again(ballot), actor=cast.seat, at=cast.at + SECOND)

        given = at_once(
            [
                lambda: cast_vote("seat", "against"),
                lambda: cast_vote("substitute", "for"),
                take_back,
            ]
        )
        assert not [each for each in given if isinstance(each, Exception)]
        assert list(ballot.votes.order_by("sequence").values_list("ordinal", flat=True)) == [1, 2]
        closed = actions.close_ballot(again(ballot), at=ballot.closes_at)
        assert closed.counts["cast"] == 1
        assert faults_of(closed) == []


def test_two_of_a_seat_object_at_once(cast: Cast) -> None:
    ballot = open_in_meeting(cast, plan(cast))
    enter(cast, ballot, "GD:for BN:for")

    def object_(role: str) -> Dispute:
        return actions.dispute_vote(
            again(ballot),
            organisation=cast["BN"],
            text="Niet goed.",
            actor=getattr(cast, role),
            at=begins(ballot) + SECOND * 7200,
        )

    given = at_once([lambda: object_("seat"), lambda: object_("substitute")])
    assert sum(isinstance(each, Dispute) for each in given) == 1
    assert sum(isinstance(each, Refused | IntegrityError) for each in given) == 1
    assert sorted(set(told(cast, "vote_disputed"))) == told(cast, "vote_disputed")


def test_four_workers_send_the_papers_once(cast: Cast) -> None:
    meeting = plan(cast, timedelta(days=3))
    put_point(cast, "Een")
    given = at_once([lambda: actions.send_due_packs(cast.at)] * 4)
    assert sorted(given) == [0, 0, 0, 1]
    assert PackVersion.objects.get().meeting == Meeting.objects.get(pk=meeting.pk)
    letters = Letter.objects.filter(template="programme/mail/pack_sent.txt")
    assert letters.count() == len(set(letters.values_list("person_id", flat=True)))
