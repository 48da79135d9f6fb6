"""Crucial changes: the raad decides first, by ballot, in a meeting or by its advice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from programme import actions
from programme.models import Ballot, CourseChange, CrucialCall, Decision
from schuldenlab.lifecycle import status_at
from tests.cast import SEATS
from tests.house.world import open_motion, vote
from tests.programme.changing import (
    BIG,
    DAY,
    WORDS,
    advice,
    at_status,
    called,
    carried_out,
    judged,
    propose,
    voted,
    went_first,
)
from tests.programme.records import DELEGATES, KERNTEAM, PARTNER_PEOPLE, acts, refused, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
STATUSES = sorted(CourseChange.Status.values)
WAITING = {"crucial", "ahead"}


@pytest.fixture
def change(cast: Cast) -> CourseChange:
    return judged(cast, cast.at - 10 * DAY, is_crucial=True, **BIG)


def test_the_raad_agrees_by_ballot(cast: Cast, change: CourseChange) -> None:
    ballot = actions.put_change_to_ballot(
        change, closes_at=cast.at, rules={}, actor=cast.manager, at=cast.at - DAY
    )
    assert all(WORDS[part] in ballot.text for part in ("title", "what", "why", "effect"))
    for letters in SEATS:
        vote(cast, ballot, letters, "for", cast.at - DAY)
    actions.close_ballot(ballot, at=cast.at)
    change.refresh_from_db()
    assert (change.status, change.adopted_at) == ("adopted", cast.at)
    assert change.decision == Decision.objects.get(ballot=ballot)
    assert acts("agree")[0].facts["decision"] == change.decision.number
    assert told(cast, "change_decided") == sorted(PARTNER_PEOPLE | KERNTEAM)


def test_the_raad_rejects(cast: Cast, change: CourseChange) -> None:
    voted(cast, change, "against", cast.at)
    assert (change.status, change.rejected_at) == ("rejected", cast.at + DAY)
    with refused("no longer possible"):
        carried_out(cast, change, cast.at + DAY)


def test_a_tie_goes_on_in_the_second_round(cast: Cast, change: CourseChange) -> None:
    ballot = actions.put_change_to_ballot(
        change,
        closes_at=cast.at,
        rules={"tie_rule": "second_round"},
        actor=cast.manager,
        at=cast.at - DAY,
    )
    for number, letters in enumerate(SEATS):
        vote(cast, ballot, letters, "for" if number % 2 else "against", cast.at - DAY)
    actions.close_ballot(ballot, at=cast.at)
    change.refresh_from_db()
    second = Ballot.objects.get(previous=ballot)
    assert (change.status, change.ballot) == ("crucial", second)
    actions.open_ballot(second, closes_at=cast.at + DAY, actor=cast.manager, at=cast.at)
    for letters in SEATS:
        vote(cast, second, letters, "for", cast.at)
    actions.close_ballot(second, at=cast.at + DAY)
    change.refresh_from_db()
    assert change.status == "adopted"
    assert change.decision is not None
    assert change.decision.ballot == second


def test_a_prepared_ballot_can_disclose_interests_first(cast: Cast, change: CourseChange) -> None:
    ballot = actions.prepare_change_ballot(
        change, closes_at=cast.at, rules={}, actor=cast.manager, at=cast.at - DAY
    )
    assert (ballot.status, change.ballot) == ("draft", ballot)
    with refused("so it stays"):
        actions.discard_ballot(ballot, actor=cast.manager, at=cast.at)


def test_one_ballot_at_a_time(cast: Cast, change: CourseChange) -> None:
    facts: dict[str, Any] = {"closes_at": cast.at + DAY, "rules": {}}
    facts |= {"actor": cast.manager, "at": cast.at}
    actions.put_change_to_ballot(change, **facts)
    with refused("a ballot on this change already"):
        actions.put_change_to_ballot(change, **facts)


@pytest.mark.parametrize("status", [each for each in STATUSES if each not in WAITING])
def test_only_what_waits_for_the_raad_is_decided(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    decision = advice(cast, cast.at)
    with refused("Only a crucial change"):
        actions.put_change_to_ballot(
            change, closes_at=cast.at + DAY, rules={}, actor=cast.manager, at=cast.at
        )
    with refused("Only a crucial change"):
        actions.decide_change(
            change, decision=decision, is_agreed=True, actor=cast.manager, at=cast.at
        )


@pytest.mark.parametrize(
    ("status", "is_agreed", "after"),
    [
        ("crucial", True, "adopted"),
        ("crucial", False, "rejected"),
        ("ahead", True, "carried_out"),
        ("ahead", False, "rejected"),
    ],
)
def test_advice_or_a_meeting_decides(
    cast: Cast, status: str, after: str, *, is_agreed: bool
) -> None:
    change = at_status(cast, status, cast.at)
    decision = advice(cast, cast.at)
    actions.decide_change(
        change, decision=decision, is_agreed=is_agreed, actor=cast.manager, at=cast.at
    )
    assert (change.status, change.decision) == (after, decision)
    decision.refresh_from_db()
    assert decision.status == ("done" if after == "carried_out" else "open")
    assert told(cast, "change_decided") == sorted(PARTNER_PEOPLE | KERNTEAM)


def test_a_ballot_on_something_else_decides_nothing(cast: Cast, change: CourseChange) -> None:
    ballot = open_motion(cast, cast.at - DAY, cast.at)
    for letters in SEATS:
        vote(cast, ballot, letters, "for", cast.at - DAY)
    actions.close_ballot(ballot, at=cast.at)
    with refused("something else"):
        actions.decide_change(
            change, decision=ballot.decision, is_agreed=True, actor=cast.manager, at=cast.at
        )


# -- carrying out --------------------------------------------------------------------------------


def test_our_change_waits_for_the_decision(cast: Cast, change: CourseChange) -> None:
    with refused("not decided yet"):
        carried_out(cast, change, cast.at)
    voted(cast, change, "for", cast.at - 2 * DAY)
    with refused("not earlier"):
        carried_out(cast, change, cast.at - 2 * DAY)
    carried_out(cast, change, cast.at)
    assert (change.status, change.carried_out_on) == ("carried_out", cast.at.date())
    assert not change.is_afterwards
    assert acts("carry_out")[-1].actor_id == cast.manager.pk
    decision = change.decision
    assert decision is not None
    decision.refresh_from_db()
    assert (decision.status, decision.done_at) == ("done", cast.at)
    assert decision.steps.get(kind="done").text == (change.result or change.effect)


def test_a_decision_that_was_finished_before_stays_as_it_was(
    cast: Cast, change: CourseChange
) -> None:
    voted(cast, change, "for", cast.at - 2 * DAY)
    decision = change.decision
    assert decision is not None
    actions.carry_out_decision(decision, text="Al klaar.", actor=cast.staff, at=cast.at - DAY)
    carried_out(cast, change, cast.at)
    assert [step.text for step in decision.steps.filter(kind="done")] == ["Al klaar."]


@pytest.mark.parametrize("status", ["proposed", "ahead", "carried_out", "rejected", "withdrawn"])
def test_only_what_may_is_carried_out(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("no longer possible"):
        carried_out(cast, change, cast.at)


def test_not_in_the_future(cast: Cast) -> None:
    change = at_status(cast, "minor", cast.at)
    with refused("not come yet"):
        actions.carry_out_change(
            change, result="", done_on=cast.at.date() + DAY, actor=None, at=cast.at
        )


def test_an_urgent_one_goes_first_and_counts_as_afterwards(
    cast: Cast, change: CourseChange
) -> None:
    went_first(cast, change, cast.at, days=3)
    assert (change.status, change.went_first_at) == ("ahead", cast.at)
    assert change.carried_out_on == cast.at.date() - timedelta(days=3)
    assert told(cast, "change_went_first") == sorted(DELEGATES)
    voted(cast, change, "for", cast.at)
    assert (change.status, change.upheld_at) == ("carried_out", cast.at + DAY)
    assert change.is_afterwards
    assert change.ballot is not None
    assert "Mensen kregen foute brieven." in change.ballot.text


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "crucial"])
def test_only_a_crucial_one_goes_first(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    with refused("no longer possible"):
        went_first(cast, change, cast.at)


def test_without_a_reason_it_waits(cast: Cast, change: CourseChange) -> None:
    with refused("could not wait"):
        actions.carry_out_first(change, reason="", done_on=cast.at.date(), actor=None, at=cast.at)


def test_every_past_day_answers_as_it_did_then(cast: Cast) -> None:
    start = cast.at - 20 * DAY
    change = judged(cast, start, is_crucial=True, **BIG)
    went_first(cast, change, start + 2 * DAY)
    voted(cast, change, "for", start + 4 * DAY)
    stands = [status_at(change, start + days * DAY) for days in (-1, 0, 1, 2, 4, 5, 9)]
    assert stands == [None, "crucial", "crucial", "ahead", "ahead", "carried_out", "carried_out"]


# -- what PostgreSQL refuses ---------------------------------------------------------------------


def attack(change: CourseChange, **facts: Any) -> Callable[[], Any]:
    return lambda: CourseChange.objects.filter(pk=change.pk).update(**facts)


def guarded(act: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        act()


def test_nobody_carries_out_what_the_raad_did_not_agree_to(
    cast: Cast, change: CourseChange
) -> None:
    day = cast.at.date()
    done = {"status": "carried_out", "carried_out_at": cast.at, "carried_out_on": day}
    guarded(attack(change, **done), "no move")
    agreed = {"status": "adopted", "adopted_at": cast.at}
    guarded(attack(change, **agreed), "did not decide so")
    lost = open_motion(cast, cast.at - DAY, cast.at)
    actions.close_ballot(lost, at=cast.at)
    won = open_motion(cast, cast.at - DAY, cast.at)
    for letters in SEATS:
        vote(cast, won, letters, "for", cast.at - DAY)
    actions.close_ballot(won, at=cast.at)
    decision = Decision.objects.get(ballot=won)
    guarded(attack(change, **agreed, decision=decision), "did not decide so")
    guarded(attack(change, status="rejected", decision=decision), "did not decide so")
    actions.decide_change(
        change, decision=advice(cast, cast.at), is_agreed=True, actor=None, at=cast.at
    )
    guarded(attack(change, **{**done, "carried_out_on": day - DAY}), "before it was decided")
    attack(change, **done)()


def test_nobody_goes_first_without_a_reason(cast: Cast, change: CourseChange) -> None:
    facts = {"status": "ahead", "went_first_at": cast.at, "carried_out_on": cast.at.date()}
    guarded(attack(change, **facts), "change_first_has_reason")


def test_one_seat_is_not_two(cast: Cast) -> None:
    change = at_status(cast, "minor", cast.at)
    called(cast, change, "GD", cast.at)
    guarded(attack(change, status="crucial", called_at=cast.at), "two seats")


def test_nobody_judges_without_words(cast: Cast) -> None:
    change = propose(cast, cast.at)
    guarded(attack(change, status="minor", minor_at=cast.at), "change_minor_has_reason")


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "proposed"])
def test_the_text_of_a_judged_one_stays(cast: Cast, status: str) -> None:
    change = at_status(cast, status, cast.at)
    guarded(attack(change, what="Iets anders."), "its text stays")
    guarded(attack(change, judgement="Iets anders."), "only a move")
    guarded(change.delete, "stays on record")
    guarded(attack(change, status="proposed"), "no move")


def test_calls_stay(cast: Cast) -> None:
    change = at_status(cast, "minor", cast.at)
    call = called(cast, change, "GD", cast.at)
    guarded(lambda: CrucialCall.objects.filter(pk=call.pk).update(reason="x"), "append-only")
    guarded(lambda: CrucialCall.objects.filter(pk=call.pk).delete(), "append-only")
    other = at_status(cast, "crucial", cast.at)
    facts = {"seat": call.seat, "person": cast.seat, "at": cast.at}
    guarded(lambda: CrucialCall.objects.create(change=other, **facts), "takes no call")


def test_a_change_begins_as_a_proposal(cast: Cast) -> None:
    facts = {**WORDS, **BIG, "raad": cast.raad}
    guarded(
        lambda: CourseChange.objects.create(status="crucial", crucial_at=cast.at, **facts),
        "starts as a proposal",
    )
