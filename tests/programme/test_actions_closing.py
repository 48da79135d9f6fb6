"""Closing a ballot: counted once, decided once, told once, and what follows from it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from events.models import AgendaItem
from partners import actions as partners
from programme import actions
from programme.deadlines import closing_moment
from programme.models import AgendaBallot, Ballot, Decision
from programme.verification import faults_of
from programme.views.results import named_votes
from tests.cast import ZONE
from tests.house.world import open_motion, put_to_ballot, vote, write
from tests.programme.records import COMMITTERS, DELEGATES, KERNTEAM, acts, letters, refused, told
from tests.programme.voting import put_programme_to_ballot

if TYPE_CHECKING:
    from programme.models import Programme
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
CLOSES = closing_moment(date(2026, 10, 7))
SECOND_ROUND = {"tie_rule": "second_round"}
RULES = [
    "method",
    "title",
    "question",
    "text",
    "base",
    "quorum_numerator",
    "quorum_denominator",
    "quorum_is_over",
    "majority_numerator",
    "majority_denominator",
    "majority_is_over",
]


def closed(
    cast: Cast, said: str, closes_at: datetime = CLOSES, at: datetime | None = None, **rules: Any
) -> Ballot:
    """A motion on which the seats said this: "GD+ ZD- EZ=" is for, against and abstaining."""
    return close(cast, open_motion(cast, cast.at, closes_at, **rules), said, at)


def close(cast: Cast, ballot: Ballot, said: str, at: datetime | None = None) -> Ballot:
    words = {"+": "for", "-": "against", "=": "abstain"}
    assert ballot.opened_at is not None
    for each in said.split():
        vote(cast, ballot, each[:2], words[each[2]], ballot.opened_at)
    return actions.close_ballot(ballot, at=at or ballot.closes_at)


def reopen(cast: Cast, ballot: Ballot) -> Ballot:
    """The kernteam opens the round that the closing prepared, for a week."""
    following = Ballot.objects.get(previous=ballot)
    at = ballot.closes_at + DAY
    return actions.open_ballot(following, closes_at=at + 7 * DAY, actor=cast.manager, at=at)


def programme_at_vote(cast: Cast) -> tuple[Programme, Ballot]:
    programme = write(cast, cast.at.year, cast.at)
    ballot = put_to_ballot(cast, programme, cast.at, CLOSES)
    return programme, ballot


ALL_FOR = "GD+ ZD+ EZ+ BN+ CH+ VH+"
TIE = "GD+ ZD+ EZ- BN-"
FEW = "GD+ ZD+ EZ+"


# -- the count -----------------------------------------------------------------------------------


def test_not_before_the_deadline_and_not_twice(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    for early in (cast.at, CLOSES - INSTANT):
        with refused("closes at its deadline, not earlier"):
            actions.close_ballot(ballot, at=early)
    close(cast, ballot, ALL_FOR)
    with refused("the status is “closed” now"):
        actions.close_ballot(ballot, at=CLOSES)
    with refused("the status is “closed” now"):
        actions.close_ballot(ballot, at=CLOSES + DAY)
    assert Decision.objects.count() == 1


def test_a_draft_does_not_close(cast: Cast) -> None:
    first = closed(cast, "")
    draft = Ballot.objects.get(previous=first)
    with refused("the status is “being prepared” now"):
        actions.close_ballot(draft, at=CLOSES + 30 * DAY)


def test_the_result_stands_on_the_ballot(cast: Cast) -> None:
    ballot = closed(cast, "GD+ ZD+ EZ+ BN- CH=", at=CLOSES + timedelta(minutes=3))
    ballot.refresh_from_db()
    assert ballot.status == ballot.Status.CLOSED
    assert ballot.closed_at == CLOSES + timedelta(minutes=3)
    assert ballot.outcome == "adopted"
    assert ballot.counts == {
        "outcome": "adopted",
        "entitled": 6,
        "cast": 5,
        "votes_for": 3,
        "votes_against": 1,
        "votes_abstain": 1,
        "quorum_needed": 4,
        "base_count": 4,
        "majority_needed": 3,
        "recused": 0,
    }
    assert ballot.chain_head == ballot.votes.get(sequence=5).hash
    [act] = acts("close")
    assert (act.actor_id, act.at) == (None, ballot.closed_at)
    assert act.facts == {"status": "closed", "outcome": "adopted"}
    assert told(cast, "ballot_closed") == sorted(DELEGATES | KERNTEAM)
    assert not letters("ballot_closed")[0].is_secret


def test_without_votes_the_head_is_the_seal(cast: Cast) -> None:
    ballot = closed(cast, "")
    assert (ballot.outcome, ballot.chain_head) == ("no_quorum", ballot.seal)


@pytest.mark.parametrize(
    ("said", "rules", "outcome"),
    [
        (FEW, {}, "no_quorum"),  # three of six is not more than half
        ("GD+ ZD+ EZ= BN-", {}, "adopted"),
        (TIE, {}, "rejected"),
        (TIE, SECOND_ROUND, "second_round"),
        ("GD= ZD= EZ= BN=", SECOND_ROUND, "second_round"),
        ("GD+ ZD+ EZ+ BN- CH-", {"base": "entitled"}, "rejected"),
        ("GD+ ZD+ EZ+ BN+ CH-", {"base": "entitled"}, "adopted"),
        ("GD+ ZD+ EZ= BN= CH-", {"base": "cast"}, "rejected"),
        (
            "GD+ ZD+ EZ+ BN- CH-",
            {"majority_numerator": 2, "majority_denominator": 3, "majority_is_over": False},
            "rejected",
        ),
        (
            "GD+ ZD+ EZ+ BN+ CH- VH-",
            {"majority_numerator": 2, "majority_denominator": 3, "majority_is_over": False},
            "adopted",
        ),
    ],
)
def test_outcomes(cast: Cast, said: str, rules: dict[str, Any], outcome: str) -> None:
    assert closed(cast, said, **rules).outcome == outcome


# -- adopted and rejected ------------------------------------------------------------------------


def test_an_adopted_programme(cast: Cast) -> None:
    programme, ballot = programme_at_vote(cast)
    close(cast, ballot, ALL_FOR)
    programme.refresh_from_db()
    assert (programme.status, programme.adopted_at) == ("adopted", CLOSES)
    assert programme.commit_by == closing_moment(date(2026, 11, 4))  # twenty working days later
    decision = programme.decision
    assert decision is not None
    assert (decision.ballot, decision.raad, decision.number) == (ballot, cast.raad, "2026-01")
    assert (decision.status, decision.taken_at, decision.text) == ("open", CLOSES, ballot.text)
    entered, adopted = acts("enter_decision", "adopt")
    assert (entered.actor_id, entered.facts) == (None, {"number": "2026-01"})
    assert (adopted.actor_id, adopted.subject_id) == (None, str(programme.pk))
    assert adopted.facts == {"status": "adopted", "decision": "2026-01"}
    assert told(cast, "commitment_asked") == sorted(COMMITTERS)
    assert not Ballot.objects.filter(previous=ballot).exists()


def test_a_rejected_programme_goes_back_to_the_kernteam(cast: Cast) -> None:
    programme, ballot = programme_at_vote(cast)
    close(cast, ballot, "GD+ ZD+ EZ- BN- CH- VH-")
    programme.refresh_from_db()
    assert (programme.status, programme.returned_at) == ("preparing", CLOSES)
    assert programme.decision is None
    decision = Decision.objects.get()
    assert (decision.ballot, decision.status) == (ballot, "done")
    assert [act.facts for act in acts("return")] == [{"status": "preparing"}]
    assert letters("commitment_asked") == []
    assert told(cast, "ballot_closed") == sorted(DELEGATES | KERNTEAM)
    assert not Ballot.objects.filter(previous=ballot).exists()


def test_a_motion_that_is_no_programme_is_decided_as_well(cast: Cast) -> None:
    ballot = closed(cast, ALL_FOR)
    assert Decision.objects.get().ballot == ballot
    assert letters("commitment_asked") == []


def test_decisions_are_numbered_per_year_without_holes(cast: Cast) -> None:
    year_end = datetime(2026, 12, 31, 17, tzinfo=ZONE)
    for closes_at in (CLOSES, CLOSES + DAY, year_end):
        closed(cast, ALL_FOR, closes_at)
        closed(cast, "", closes_at)  # no quorum: no decision, no number
    closed(cast, "GD- ZD- EZ- BN-", datetime(2027, 1, 4, 17, tzinfo=ZONE))
    numbers = [decision.number for decision in Decision.objects.order_by("taken_at")]
    assert numbers == ["2026-01", "2026-02", "2026-03", "2027-01"]
    assert {decision.raad_id for decision in Decision.objects.all()} == {cast.raad.pk}


def test_the_year_of_a_decision_is_that_of_the_deadline(cast: Cast) -> None:
    """Counted half past midnight on New Year's Day, decided the year before."""
    closed(
        cast,
        ALL_FOR,
        datetime(2026, 12, 31, 17, tzinfo=ZONE),
        at=datetime(2027, 1, 1, 0, 30, tzinfo=ZONE),
    )
    decision = Decision.objects.get()
    assert (decision.number, decision.taken_at.year) == ("2026-01", 2026)
    assert decision.recorded_at == datetime(2027, 1, 1, 0, 30, tzinfo=ZONE)


def test_a_decision_of_a_meeting_takes_its_number_in_the_same_register(cast: Cast) -> None:
    facts = {"raad": cast.raad, "year": 2026, "title": "In de vergadering", "text": "Ja."}
    Decision.objects.create(sequence=1, taken_at=cast.at, origin="meeting", **facts)
    closed(cast, ALL_FOR)
    assert Decision.objects.latest("taken_at").number == "2026-02"


# -- no decision ---------------------------------------------------------------------------------


@pytest.mark.parametrize("tie_rule", ["rejected", "second_round"])
def test_without_quorum_there_is_one_repeat_with_the_same_rules(cast: Cast, tie_rule: str) -> None:
    other = {"base": "cast", "majority_numerator": 2, "majority_denominator": 3}
    ballot = closed(cast, FEW, tie_rule=tie_rule, **other)
    repeat = Ballot.objects.get(previous=ballot)
    assert (repeat.status, repeat.round, repeat.raad) == ("draft", 2, cast.raad)
    assert repeat.tie_rule == tie_rule
    assert {name: getattr(repeat, name) for name in RULES} == {
        name: getattr(ballot, name) for name in RULES
    }
    assert not repeat.entitlements.exists()
    assert not Decision.objects.exists()
    prepared = acts("prepare_ballot")[-1]
    assert (prepared.actor_id, prepared.subject_id) == (None, str(repeat.pk))
    assert prepared.facts == {"round": 2}


def test_the_programme_follows_its_repeat(cast: Cast) -> None:
    programme, ballot = programme_at_vote(cast)
    close(cast, ballot, FEW)
    programme.refresh_from_db()
    repeat = Ballot.objects.get(previous=ballot)
    assert (programme.status, programme.ballot) == ("submitted", repeat)
    assert told(cast, "ballot_closed") == sorted(DELEGATES | KERNTEAM)
    close(cast, reopen(cast, ballot), ALL_FOR)
    programme.refresh_from_db()
    assert programme.status == "adopted"
    assert programme.decision is not None
    assert programme.decision.ballot == repeat


def test_after_a_second_time_without_quorum_nothing_follows_by_itself(cast: Cast) -> None:
    programme, ballot = programme_at_vote(cast)
    close(cast, ballot, FEW)
    repeat = close(cast, reopen(cast, ballot), "")
    assert repeat.outcome == "no_quorum"
    assert not Ballot.objects.filter(previous=repeat).exists()
    point = AgendaItem.objects.waiting(cast.raad.year).get()
    assert (point.kind, AgendaBallot.objects.get(item=point).ballot) == ("decide", repeat)
    assert told(cast, "ballot_to_meeting") == sorted(KERNTEAM)
    assert not Decision.objects.exists()
    programme.refresh_from_db()
    assert (programme.status, programme.ballot) == ("submitted", repeat)


def test_after_a_tie_there_is_one_second_round_in_which_a_tie_is_rejected(cast: Cast) -> None:
    motion = closed(cast, TIE, **SECOND_ROUND)
    second = reopen(cast, motion)
    assert (second.round, second.tie_rule) == (2, "rejected")
    assert {name: getattr(second, name) for name in RULES} == {
        name: getattr(motion, name) for name in RULES
    }
    assert not Decision.objects.exists()
    close(cast, second, TIE)
    assert second.outcome == "rejected"
    assert Decision.objects.get().ballot == second
    assert not Ballot.objects.filter(previous=second).exists()


def test_a_tied_programme_comes_back_in_the_second_round(cast: Cast) -> None:
    programme = write(cast, cast.at.year, cast.at)
    actions.submit_programme(programme, actor=None, at=cast.at)
    ballot = put_programme_to_ballot(
        programme, closes_at=CLOSES, rules=SECOND_ROUND, actor=None, at=cast.at
    )
    close(cast, ballot, TIE)
    second = reopen(cast, ballot)
    programme.refresh_from_db()
    assert (programme.status, programme.ballot) == ("submitted", second)
    close(cast, second, TIE)
    programme.refresh_from_db()
    assert (programme.status, programme.ballot) == ("preparing", second)


def test_a_repeat_can_still_tie_and_get_its_second_round(cast: Cast) -> None:
    """The repeat has the same rules, so its first tie is a first tie."""
    motion = closed(cast, FEW, **SECOND_ROUND)
    repeat = close(cast, reopen(cast, motion), TIE)
    assert repeat.outcome == "second_round"
    second = close(cast, reopen(cast, repeat), TIE)
    assert (second.round, second.outcome) == (3, "rejected")
    assert Decision.objects.get().ballot == second


def test_a_second_round_without_quorum_is_repeated_once(cast: Cast) -> None:
    motion = closed(cast, TIE, **SECOND_ROUND)
    second = close(cast, reopen(cast, motion), FEW)
    assert second.outcome == "no_quorum"
    repeat = close(cast, reopen(cast, second), FEW)
    assert (repeat.round, repeat.tie_rule, repeat.outcome) == (3, "rejected", "no_quorum")
    assert not Ballot.objects.filter(previous=repeat).exists()


def test_the_second_round_asks_the_seats_of_its_own_opening(cast: Cast) -> None:
    motion = closed(cast, TIE, **SECOND_ROUND)
    partners.end_partnership(
        cast["CH"].partnerships.get(), left_on=CLOSES.date(), actor=None, at=CLOSES
    )
    actions.fill_seat(cast.raad, organisation=cast["FV"], actor=None, at=CLOSES)
    entitled = set(reopen(cast, motion).entitlements.values_list("organisation_id", flat=True))
    assert entitled == {cast[x].pk for x in ["GD", "ZD", "EZ", "BN", "VH", "FV"]}


# -- whoever leaves before the closing -----------------------------------------------------------


def leave(cast: Cast, who: str, left_on: date, at: datetime | None = None) -> None:
    partnership = cast[who].partnerships.get(left_on=None)
    partners.end_partnership(partnership, left_on=left_on, actor=None, at=at or cast.at)


def printed(ballot: Ballot, name: str) -> dict[str, Any]:
    return next(row for row in named_votes(ballot) if row["name"] == name)


def test_a_vote_of_who_left_is_kept_and_printed_and_not_counted(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    leave(cast, "CH", CLOSES.date())
    close(cast, ballot, "GD+ ZD+ EZ- BN- CH+")
    assert ballot.counts["entitled"] == 5
    assert (ballot.counts["cast"], ballot.counts["votes_for"]) == (4, 2)
    assert ballot.outcome == "rejected"  # with the vote of CH it would have been adopted
    assert ballot.votes.filter(entitlement__organisation=cast["CH"], choice="for").exists()
    row = printed(ballot, "Corporatie Haagwijk")
    assert row["choice"] == ""
    assert "not counted: no longer a partner" in row["choice_label"]
    assert faults_of(ballot) == []


def test_who_left_makes_the_quorum_smaller(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    leave(cast, "CH", cast.at.date() + DAY)
    close(cast, ballot, FEW)
    assert (ballot.counts["quorum_needed"], ballot.outcome) == (3, "adopted")


def test_who_leaves_the_day_after_the_deadline_still_counts(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    leave(cast, "CH", CLOSES.date() + DAY)
    close(cast, ballot, "GD+ ZD+ EZ- BN- CH+", at=CLOSES + 3 * DAY)
    assert (ballot.counts["entitled"], ballot.outcome) == (6, "adopted")


def test_who_left_and_came_back_before_the_deadline_does_not_count(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    leave(cast, "CH", cast.at.date() + DAY)
    back = cast.at + 3 * DAY
    partners.start_partnership(cast["CH"], joined_on=back.date(), actor=None, at=back)
    close(cast, ballot, "GD+ ZD+ EZ- BN- CH+")
    assert ballot.counts["entitled"] == 5


def test_a_leaving_that_becomes_known_after_the_closing_leaves_the_result_as_it_was(
    cast: Cast,
) -> None:
    ballot = closed(cast, "GD+ ZD+ EZ- BN- CH+")
    leave(cast, "CH", CLOSES.date() - DAY, at=CLOSES + DAY)
    ballot.refresh_from_db()
    assert faults_of(ballot) == []
    assert printed(ballot, "Corporatie Haagwijk")["choice"] == "for"


def test_when_everybody_left_there_is_no_decision(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    for who in ["GD", "ZD", "EZ", "BN", "CH", "VH"]:
        leave(cast, who, CLOSES.date())
    close(cast, ballot, ALL_FOR)
    assert (ballot.counts["entitled"], ballot.outcome) == (0, "no_quorum")
