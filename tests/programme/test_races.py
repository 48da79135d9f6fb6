"""Two at once, on real connections: each test thread has one of its own.

The counts are small here and can be raised from the environment for a long run.
"""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from programme import actions, tasks
from programme.models import Ballot, Commitment, Decision, Programme, Recusal, Vote
from programme.verification import faults_of
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import SEATS, login
from tests.house.world import adopt, open_motion, put_to_ballot, vote, write
from tests.programme.choosing import approve, prepare
from tests.programme.records import told
from tests.programme.voting import put_programme_to_ballot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

VOTES = int(os.environ.get("RACE_VOTES", "200"))
ROUNDS = int(os.environ.get("RACE_ROUNDS", "20"))
CLOSERS = int(os.environ.get("RACE_CLOSERS", "4"))
ANSWERS = int(os.environ.get("RACE_ANSWERS", "8"))
HANDS = int(os.environ.get("RACE_HANDS", "16"))  # how many press at the same moment
DAY = timedelta(days=1)


def at_once(acts: Sequence[Callable[[], Any]], hands: int = HANDS) -> list[Any]:
    """Start all of them together, as far as there are hands; what each gave back or raised."""
    start = threading.Barrier(min(hands, len(acts)))

    def go(numbered: tuple[int, Callable[[], Any]]) -> Any:
        number, act = numbered
        try:
            if number < start.parties:
                start.wait(timeout=30)
            return act()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(start.parties) as pool:
        return list(pool.map(go, enumerate(acts)))


@pytest.fixture
def ballot(cast_now: Cast) -> Ballot:
    return open_motion(cast_now, cast_now.at - DAY, cast_now.at + DAY)


def test_many_votes_of_one_seat_leave_one_that_counts_and_all_on_record(
    cast_now: Cast, ballot: Ballot
) -> None:
    """Representative and substitute both press, again and again."""
    choices = ["for", "against", "abstain"]

    def cast_vote(number: int) -> Callable[[], Vote]:
        return lambda: actions.cast_vote(
            Ballot.objects.get(pk=ballot.pk),
            organisation=cast_now["BN"],
            choice=choices[number % 3],
            reason=str(number),
            actor=cast_now.seat if number % 2 else cast_now.substitute,
            at=cast_now.at,
        )

    given = at_once([cast_vote(number) for number in range(VOTES)])
    assert [vote for vote in given if not isinstance(vote, Vote)] == []
    history = list(ballot.votes.order_by("ordinal"))
    assert [vote.ordinal for vote in history] == list(range(1, VOTES + 1))
    assert [vote.sequence for vote in history] == list(range(1, VOTES + 1))
    assert {int(vote.reason) for vote in history} == set(range(VOTES))
    assert len({vote.receipt_code for vote in history}) == VOTES
    assert faults_of(ballot) == []
    assert list(ballot.votes.all().last_of_each()) == [history[-1]]
    assert Entry.objects.filter(verb="cast_vote").count() == VOTES
    assert Letter.objects.filter(template__contains="vote_received").count() == 2 * VOTES
    closed = actions.close_ballot(ballot, at=ballot.closes_at)
    assert closed.counts["cast"] == 1
    assert closed.counts[f"votes_{history[-1].choice}"] == 1
    assert faults_of(closed) == []


def test_all_seats_at_once_make_one_chain(cast_now: Cast, ballot: Ballot) -> None:
    given = at_once(
        [
            lambda letters=letters: vote(
                cast_now, Ballot.objects.get(pk=ballot.pk), letters, "for", cast_now.at
            )
            for letters in SEATS
        ]
    )
    assert all(isinstance(each, Vote) for each in given)
    assert sorted(each.sequence for each in given) == [1, 2, 3, 4, 5, 6]
    assert {each.ordinal for each in given} == {1}
    assert faults_of(ballot) == []


def test_a_vote_against_the_closing_is_counted_or_refused_and_never_lost(
    cast_now: Cast,
) -> None:
    """Both see a deadline that has just passed; the vote is of just before it."""
    now = cast_now.at
    ended = {"counted": 0, "refused": 0}
    for number in range(ROUNDS):
        ballot = open_motion(cast_now, now - DAY, now, title=f"Ronde {number}")
        first = "BN" if number % 2 else "GD"

        def cast_vote(ballot: Ballot = ballot, letters: str = first) -> Vote:
            mine = Ballot.objects.get(pk=ballot.pk)
            return vote(cast_now, mine, letters, "for", now - timedelta(seconds=1))

        def close(ballot: Ballot = ballot) -> Ballot:
            return actions.close_ballot(Ballot.objects.get(pk=ballot.pk), at=now)

        voted, closed = at_once([cast_vote, close] if number % 3 else [close, cast_vote])[
            :: 1 if number % 3 else -1
        ]
        assert isinstance(closed, Ballot)
        if isinstance(voted, Refused):
            ended["refused"] += 1
            assert "niet meegeteld" in str(voted) or "not counted" in str(voted)
        else:
            assert isinstance(voted, Vote)
            ended["counted"] += 1
        ballot.refresh_from_db()
        stored = ballot.votes.count()
        assert ballot.counts["cast"] == stored == int(isinstance(voted, Vote))
        assert faults_of(ballot) == []
    assert sum(ended.values()) == ROUNDS


def test_through_the_web_a_late_button_gets_a_page_and_never_an_error(cast_now: Cast) -> None:
    """The deadline passes and the worker closes, while all six press."""
    voters = [
        cast_now.seat if letters == "BN" else getattr(cast_now, f"seat_{letters}")
        for letters in SEATS
    ]
    clients = [login(Client(raise_request_exception=False), voter) for voter in voters]
    closes_at = timezone.now() + timedelta(seconds=1.2)
    ballot = open_motion(cast_now, cast_now.at - DAY, closes_at)
    url = reverse("programme:ballot-vote", args=[ballot.pk])

    def press_until_closed(client: Client) -> list[int]:
        answers = []
        while not answers or answers[-1] != 422:
            answers.append(client.post(url, {"choice": "for"}).status_code)
        return answers

    def close_when_due() -> int:
        while not (closed := tasks.close_due_ballots()):
            pass
        return closed

    *answers, closed = at_once(
        [*(lambda client=client: press_until_closed(client) for client in clients), close_when_due]
    )
    assert closed == 1
    assert {code for codes in answers for code in codes} <= {302, 422}
    ballot.refresh_from_db()
    assert ballot.votes.count() == sum(code == 302 for codes in answers for code in codes)
    assert ballot.counts["cast"] == len(set(ballot.votes.values_list("entitlement_id")))
    assert ballot.votes.filter(at__gte=closes_at).count() == 0
    assert faults_of(ballot) == []
    refusals = Entry.objects.filter(verb="programme.cast_vote", result="refused")
    assert refusals.count() == len(clients)


def test_choices_against_the_closing_are_counted_or_refused(cast_now: Cast) -> None:
    """A selection in two tabs, while the clock closes it: each vote is in the count or refused."""
    ballot = prepare(cast_now, "AB", places=(1, 1), at=cast_now.at - DAY)
    closes = cast_now.at - timedelta(seconds=1)
    actions.open_ballot(ballot, closes_at=closes, actor=cast_now.manager, at=cast_now.at - DAY)

    def choose(letters: str, title: str) -> Callable[[], Vote]:
        return lambda: approve(
            cast_now, Ballot.objects.get(pk=ballot.pk), letters, title, closes - DAY / 2
        )

    def close() -> Ballot:
        return actions.close_ballot(Ballot.objects.get(pk=ballot.pk), at=cast_now.at)

    acts = [choose(letters, title) for letters in SEATS for title in "AB"]
    given = at_once([*acts, close], hands=len(acts) + 1)
    ballot.refresh_from_db()
    votes = [vote for vote in given if isinstance(vote, Vote)]
    assert all(isinstance(each, Vote | Ballot | Refused) for each in given)
    assert ballot.status == "closed"
    assert ballot.votes.count() == len(votes)
    assert ballot.counts["cast"] == len({vote.entitlement_id for vote in votes})
    assert faults_of(ballot) == []


def test_stepping_aside_twice_at_once_is_once(cast_now: Cast, ballot: Ballot) -> None:
    def step_aside() -> Recusal:
        return actions.recuse_seat(
            Ballot.objects.get(pk=ballot.pk),
            organisation=cast_now["BN"],
            option=None,
            reason="",
            actor=cast_now.seat,
            at=cast_now.at,
        )

    given = at_once([step_aside] * ANSWERS)
    assert [type(each) for each in given].count(Recusal) == 1
    assert [type(each) for each in given].count(Refused) == ANSWERS - 1
    assert ballot.recusals.count() == 1


def test_four_seats_step_aside_at_once_and_three_remain(cast_now: Cast, ballot: Ballot) -> None:
    def step_aside(letters: str) -> Callable[[], Recusal]:
        return lambda: actions.recuse_seat(
            Ballot.objects.get(pk=ballot.pk),
            organisation=cast_now[letters],
            option=None,
            reason="",
            actor=cast_now.people.get(f"seat_{letters}", cast_now.seat),
            at=cast_now.at,
        )

    given = at_once([step_aside(letters) for letters in SEATS])
    assert [type(each) for each in given].count(Recusal) == 3
    assert ballot.recusals.count() == 3


def test_closers_at_once_close_once(cast_now: Cast) -> None:
    """Two workers, or a worker and somebody at the command line."""
    now = cast_now.at
    programme = write(cast_now, now.year, now - 9 * DAY)
    ballot = put_to_ballot(cast_now, programme, now - 9 * DAY, now - DAY)
    for letters in SEATS:
        vote(cast_now, ballot, letters, "for", now - 2 * DAY)
    direct = [lambda: actions.close_ballot(Ballot.objects.get(pk=ballot.pk), at=now)]
    given = at_once([*direct * CLOSERS, *[tasks.close_due_ballots] * CLOSERS])
    done = [each for each in given if isinstance(each, Ballot) or each == 1]
    assert len(done) == 1
    assert all(isinstance(each, Refused) or each == 0 for each in given if each is not done[0])
    assert Decision.objects.get().ballot == ballot
    assert Programme.objects.get().status == "adopted"
    assert Entry.objects.filter(verb="close").count() == 1
    for template in ("ballot_closed", "commitment_asked"):
        people = told(cast_now, template)
        assert len(people) == len(set(people)) > 0


def test_ballots_that_close_at_once_get_numbers_without_holes(cast_now: Cast) -> None:
    now = cast_now.at
    ballots = [open_motion(cast_now, now - 9 * DAY, now - DAY) for _ in range(CLOSERS)]
    for ballot in ballots:
        for letters in ("GD", "ZD", "EZ", "BN"):
            vote(cast_now, ballot, letters, "for", now - 2 * DAY)
    given = at_once(
        [
            lambda ballot=ballot: actions.close_ballot(Ballot.objects.get(pk=ballot.pk), at=now)
            for ballot in ballots
        ]
    )
    assert all(isinstance(each, Ballot) for each in given), given
    numbers = sorted(Decision.objects.values_list("sequence", flat=True))
    assert numbers == list(range(1, CLOSERS + 1))


def test_opening_twice_at_once_opens_once(cast_now: Cast) -> None:
    programme = write(cast_now, cast_now.at.year, cast_now.at)
    actions.submit_programme(programme, actor=None, at=cast_now.at)
    given = at_once(
        [
            lambda: put_programme_to_ballot(
                Programme.objects.get(),
                closes_at=cast_now.at + DAY,
                rules={},
                actor=None,
                at=cast_now.at,
            )
        ]
        * CLOSERS
    )
    assert sum(isinstance(each, Ballot) for each in given) == 1
    assert sum(isinstance(each, Refused) for each in given) == CLOSERS - 1
    assert Ballot.objects.count() == 1
    assert Ballot.objects.get().entitlements.count() == 6


def test_the_same_commitment_many_times_at_once(cast_now: Cast) -> None:
    """A button that is pressed by an impatient finger, on several devices."""
    programme = adopt(cast_now, cast_now.at - DAY)
    url = reverse("programme:commitment-give", args=[programme.year, cast_now["BN"].pk])
    clients = [
        login(Client(raise_request_exception=False), cast_now.director) for _ in range(ANSWERS)
    ]
    form = {"answer": "yes", "reason": "Graag"}
    answers = at_once([lambda client=client: client.post(url, form) for client in clients])
    codes = [answer.status_code for answer in answers]
    assert set(codes) <= {302, 409}
    assert 302 in codes
    rows = Commitment.objects.order_by("ordinal")
    assert [row.ordinal for row in rows] == list(range(1, codes.count(302) + 1))
    assert {row.answer for row in rows} == {"yes"}
    for answer in answers:
        if answer.status_code == 409:
            assert "Graag" in answer.content.decode()
    assert told(cast_now, "commitment_received") == ["director"] * codes.count(302)


def test_a_raad_that_is_proposed_twice_at_once_is_one_raad(cast_now: Cast) -> None:
    year = cast_now.at.year + 1
    given = at_once(
        [
            lambda: actions.propose_raad(
                year,
                framework=cast_now.framework,
                organisations=[cast_now[letters] for letters in SEATS],
                actor=None,
                at=cast_now.at,
            )
        ]
        * CLOSERS
    )
    assert [each for each in given if isinstance(each, Exception)] == []
    assert len({raad.pk for raad in given}) == 1
    assert given[0].seats.count() == 6
