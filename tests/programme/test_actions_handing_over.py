"""The representative lets the substitute vote, and takes it back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, transaction

from programme import actions
from programme.models import Ballot, Delegate, HandOver, Vote
from tests.programme.meetings import motion, open_in_meeting, plan
from tests.programme.records import acts, refused, told

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    draft = motion(cast)
    return actions.open_ballot(draft, closes_at=draft.closes_at, actor=None, at=cast.at)


def vote(cast: Cast, ballot: Ballot, role: str, choice: str, minutes: int) -> Vote:
    return actions.cast_vote(
        ballot,
        organisation=cast["BN"],
        choice=choice,
        reason="",
        actor=getattr(cast, role),
        at=cast.at + minutes * MINUTE,
    )


def test_the_substitute_is_asked_and_both_may_vote(cast: Cast, ballot: Ballot) -> None:
    handed = actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)
    assert (handed.from_person, handed.to_person) == (cast.seat, cast.substitute)
    assert told(cast, "ballot_handed_over") == ["substitute"]
    assert acts("hand_over_ballot")[0].actor_id == cast.seat.pk
    vote(cast, ballot, "substitute", "for", 1)
    vote(cast, ballot, "seat", "against", 2)
    closed = actions.close_ballot(ballot, at=ballot.closes_at)
    assert closed.counts["votes_against"] == 1, "the last vote counts, whoever casts it"


def test_it_is_handed_over_once_and_taken_back_once(cast: Cast, ballot: Ballot) -> None:
    with refused(r"."):
        actions.take_back_ballot(ballot, actor=cast.seat, at=cast.at)
    actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)
    with refused(r"."):
        actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)
    back = actions.take_back_ballot(ballot, actor=cast.seat, at=cast.at + MINUTE)
    assert (back.holds(cast.at), back.holds(cast.at + MINUTE)) == (True, False)
    assert told(cast, "ballot_taken_back") == ["substitute"]
    with refused(r"."):
        actions.take_back_ballot(ballot, actor=cast.seat, at=cast.at)
    actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at + 2 * MINUTE)
    assert HandOver.objects.count() == 2


@pytest.mark.parametrize("role", ["substitute", "director", "manager"])
def test_only_the_representative_hands_over(cast: Cast, ballot: Ballot, role: str) -> None:
    with refused(r"."):
        actions.hand_over_ballot(ballot, actor=getattr(cast, role), at=cast.at)


def test_who_stepped_aside_has_nothing_to_hand_over(cast: Cast, ballot: Ballot) -> None:
    actions.recuse_seat(
        ballot,
        organisation=cast["BN"],
        option=None,
        reason="Wij zijn betrokken.",
        actor=cast.seat,
        at=cast.at,
    )
    with refused(r"."):
        actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)


def test_without_a_substitute_there_is_nobody(cast: Cast, ballot: Ballot) -> None:
    Delegate.objects.filter(role=Delegate.Role.SUBSTITUTE).delete()
    with refused(r"."):
        actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)


def test_not_after_closing_and_not_for_a_meeting(cast: Cast, ballot: Ballot) -> None:
    with refused(r"."):
        actions.hand_over_ballot(ballot, actor=cast.seat, at=ballot.closes_at)
    other = open_in_meeting(cast, plan(cast))
    with refused(r"."):
        actions.hand_over_ballot(other, actor=cast.seat, at=cast.at)


def test_a_hand_over_stays_on_record(cast: Cast, ballot: Ballot) -> None:
    handed = actions.hand_over_ballot(ballot, actor=cast.seat, at=cast.at)
    with pytest.raises(DatabaseError, match="taken back"), transaction.atomic():
        handed.delete()
    with pytest.raises(DatabaseError, match="taken back"), transaction.atomic():
        HandOver.objects.update(to_person=cast.director)
