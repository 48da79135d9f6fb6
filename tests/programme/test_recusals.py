"""Interests and stepping aside: disclosed before opening, chosen or compulsory, and counted."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from programme import actions, ports
from programme.models import BallotInterest, InterestQuestion, Recusal
from programme.verification import faults_of
from tests.house.world import open_motion, vote
from tests.programme.choosing import (
    CLOSES,
    FIRST_ROUND,
    announce,
    approve,
    chosen,
    closed,
    opened,
    prepare,
)
from tests.programme.records import KERNTEAM, acts, refused, told

if TYPE_CHECKING:
    from programme.models import Ballot
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def motion(cast: Cast, **rules: Any) -> Ballot:
    """A motion that is prepared."""
    return actions.prepare_motion(
        cast.raad,
        title="Motie",
        question="Gaat dit door?",
        text="Tekst.",
        closes_at=CLOSES,
        rules=rules,
        actor=cast.manager,
        at=cast.at,
    )


def disclose(
    cast: Cast, ballot: Ballot, letters: str, kind: str = "paid", option: str = ""
) -> BallotInterest:
    return actions.disclose_interest(
        ballot,
        organisation=cast[letters],
        kind=kind,
        text="Levert gegevens.",
        option=ballot.options.get(title=option) if option else None,
        actor=cast.manager,
        at=cast.at,
    )


def step_aside(
    cast: Cast, ballot: Ballot, letters: str, option: str = "", at: Any = None
) -> Recusal:
    return actions.recuse_seat(
        ballot,
        organisation=cast[letters],
        option=ballot.options.get(title=option) if option else None,
        reason="Wij zijn  betrokken.",
        actor=cast.people.get(f"seat_{letters}", cast.seat),
        at=at or cast.at,
    )


# -- interests -----------------------------------------------------------------------------------


def test_an_interest_is_shown_before_the_ballot_opens(cast: Cast) -> None:
    ballot = motion(cast)
    disclose(cast, ballot, "EZ", "benefit")
    with refused("Show this ballot to the programmaraad first"):
        opened(cast, ballot)
    opened(cast, announce(cast, ballot))
    assert not Recusal.objects.exists()


def test_interests_are_fixed_once_it_is_open(cast: Cast) -> None:
    ballot = motion(cast)
    interest = disclose(cast, ballot, "EZ")
    opened(cast, announce(cast, ballot))
    with refused("before a ballot opens"):
        disclose(cast, ballot, "ZD")
    with refused("before a ballot opens"):
        actions.withdraw_interest(interest, reason="Nee", actor=cast.manager, at=cast.at)
    with pytest.raises(DatabaseError, match="disclosed before it opens"), transaction.atomic():
        BallotInterest.objects.filter(pk=interest.pk).update(kind="other")
    with pytest.raises(DatabaseError, match="disclosed before it opens"), transaction.atomic():
        BallotInterest.objects.all()._raw_delete("default")


def test_the_same_interest_once(cast: Cast) -> None:
    ballot = motion(cast)
    interest = disclose(cast, ballot, "EZ")
    with refused("disclosed already"):
        disclose(cast, ballot, "EZ")
    with refused("why this is not right"):
        actions.withdraw_interest(interest, reason=" ", actor=cast.manager, at=cast.at)
    actions.withdraw_interest(interest, reason="Klopt niet", actor=cast.manager, at=cast.at)
    with refused("taken back already"):
        actions.withdraw_interest(interest, reason="Klopt niet", actor=cast.manager, at=cast.at)
    disclose(cast, ballot, "EZ")
    assert [act.verb for act in acts("disclose_interest", "withdraw_interest")] == [
        *("disclose_interest", "withdraw_interest", "disclose_interest"),
    ]


def test_what_the_records_know_is_disclosed_by_itself(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pledges(ballot: Ballot) -> list[ports.InterestFact]:
        assert ballot.title == "Motie"
        return [ports.InterestFact(cast["ZD"].pk, "pledge", "€ 15.000")]

    monkeypatch.setitem(ports.interests_in.providers, "above", pledges)
    interest = motion(cast).interests.get()
    assert (interest.organisation, interest.kind, interest.is_derived) == (
        *(cast["ZD"], "pledge", True),
    )


def test_a_seat_says_that_it_is_not_right(cast: Cast) -> None:
    ballot = announce(cast, motion(cast))
    question = actions.question_interests(
        ballot,
        organisation=cast["BN"],
        text=" Wij leveren niets. ",
        actor=cast.seat,
        at=cast.at,
    )
    assert (question.text, InterestQuestion.objects.count()) == ("Wij leveren niets.", 1)
    assert told(cast, "interests_questioned") == sorted(KERNTEAM)
    with refused("has no seat"):
        actions.question_interests(
            ballot, organisation=cast["FV"], text="x", actor=cast.contact, at=cast.at
        )


# -- compulsory ----------------------------------------------------------------------------------


def test_who_is_paid_is_out_of_quorum_and_majority(cast: Cast) -> None:
    ballot = motion(cast, base="entitled")
    disclose(cast, ballot, "EZ")
    disclose(cast, ballot, "VH")
    opened(cast, announce(cast, ballot))
    assert set(ballot.recusals.values_list("organisation_id", "ground")) == {
        (cast["EZ"].pk, "paid"),
        (cast["VH"].pk, "paid"),
    }
    with refused("stepped aside and has no vote"):
        vote(cast, ballot, "EZ", "for", cast.at)
    for letters, choice in (("GD", "for"), ("ZD", "for"), ("CH", "for")):
        vote(cast, ballot, letters, choice, cast.at)
    actions.close_ballot(ballot, at=ballot.closes_at)
    assert ballot.outcome == "adopted"
    assert (ballot.counts["entitled"], ballot.counts["quorum_needed"]) == (4, 3)
    assert (ballot.counts["recused"], ballot.counts["cast"]) == (2, 3)
    assert faults_of(ballot) == []


def test_fewer_than_three_left_and_all_vote(cast: Cast) -> None:
    ballot = motion(cast)
    for letters in ("EZ", "VH", "GD", "ZD"):
        disclose(cast, ballot, letters)
    opened(cast, announce(cast, ballot))
    assert set(ballot.recusals.values_list("is_replaced", flat=True)) == {True}
    vote(cast, ballot, "EZ", "for", cast.at)
    vote(cast, ballot, "GD", "for", cast.at)
    vote(cast, ballot, "BN", "for", cast.at)
    vote(cast, ballot, "CH", "against", cast.at)
    actions.close_ballot(ballot, at=ballot.closes_at)
    assert (ballot.outcome, ballot.counts["entitled"]) == ("adopted", 6)


def test_paid_from_one_option_of_the_story(cast: Cast) -> None:
    ballot = prepare(cast)
    disclose(cast, ballot, "BN", "paid", "R")
    opened(cast, announce(cast, ballot))
    with refused("cannot choose one of these"):
        approve(cast, ballot, "BN", "NR")
    closed(cast, ballot, FIRST_ROUND)
    counts = {each["option"]: each for each in ballot.counts["options"]}
    red = counts[ballot.options.get(title="R").pk]
    assert (red["approvals"], red["base"], red["recused"]) == (1, 5, 1)
    assert set(chosen(ballot)) == set("NEG")


def test_paid_from_the_whole_selection_is_out_of_it(cast: Cast) -> None:
    ballot = prepare(cast, "AB", places=(1, 1))
    disclose(cast, ballot, "BN")
    opened(cast, announce(cast, ballot))
    with refused("stepped aside and has no vote"):
        approve(cast, ballot, "BN", "A")
    closed(cast, ballot, "GD:A ZD:A EZ:A")
    assert (ballot.counts["entitled"], ballot.counts["quorum_needed"]) == (5, 3)
    assert chosen(ballot) == "A"


def test_postgresql_does_not_open_with_a_paid_seat_at_the_table(cast: Cast) -> None:
    ballot = motion(cast)
    opened_at = cast.at
    disclose(cast, ballot, "EZ")
    announce(cast, ballot)
    opened(cast, ballot)
    other = motion(cast)
    disclose(cast, other, "EZ")
    from programme.models import Entitlement  # noqa: PLC0415

    Entitlement.objects.bulk_create(
        Entitlement(ballot=other, seat=seat, organisation_id=seat.organisation_id)
        for seat in cast.raad.seats.all()
    )
    with (
        pytest.raises(DatabaseError, match="who is paid from it steps aside"),
        transaction.atomic(),
    ):
        type(other).objects.filter(pk=other.pk).update(
            status="open", opened_at=opened_at, seal="x" * 64
        )


# -- chosen --------------------------------------------------------------------------------------


def test_a_seat_steps_aside_itself_after_it_voted(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    for letters, choice in (("GD", "for"), ("ZD", "for"), ("CH", "against"), ("EZ", "against")):
        vote(cast, ballot, letters, choice, cast.at)
    recusal = step_aside(cast, ballot, "EZ")
    assert (recusal.reason, recusal.ground) == ("Wij zijn betrokken.", "chosen")
    assert told(cast, "seat_recused") == sorted({*KERNTEAM, "seat_EZ"})
    with refused("stepped aside already"):
        step_aside(cast, ballot, "EZ")
    actions.close_ballot(ballot, at=ballot.closes_at)
    assert (ballot.outcome, ballot.counts["votes_against"]) == ("adopted", 1)
    assert (ballot.counts["entitled"], ballot.counts["quorum_needed"]) == (5, 3)


def test_three_seats_remain(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    for letters in ("GD", "ZD", "EZ"):
        step_aside(cast, ballot, letters)
    with refused("Fewer than three seats would remain"):
        step_aside(cast, ballot, "CH")


def test_not_after_the_deadline_and_not_by_others(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, CLOSES)
    with refused("Nobody steps aside any more"):
        step_aside(cast, ballot, "EZ", at=CLOSES)
    with refused("has no vote in this ballot"):
        actions.recuse_seat(
            ballot,
            organisation=cast["FV"],
            option=None,
            reason="",
            actor=cast.contact,
            at=cast.at,
        )
    recusal = step_aside(cast, ballot, "EZ")
    actions.close_ballot(ballot, at=ballot.closes_at)
    for change in (
        lambda: Recusal.objects.filter(pk=recusal.pk).update(is_replaced=True),
        lambda: Recusal.objects.all()._raw_delete("default"),
        lambda: Recusal.objects.create(
            ballot=ballot,
            organisation=cast["CH"],
            ground="chosen",
            person=cast.seat_CH,
            at=cast.at + timedelta(days=1),
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_who_stepped_aside_stays_aside_in_the_next_round(cast: Cast) -> None:
    ballot = opened(cast, announce(cast, prepare(cast)))
    step_aside(cast, ballot, "VH", "O")
    closed(cast, ballot, "GD:NEGO ZD:NEGS EZ:NEOS BN:NGOS CH:EGOS VH:NEGS")
    assert ballot.outcome == "chosen"  # O has 4 of 5, S 5 of 6
    tied = opened(cast, prepare(cast, "AB", places=(1, 1)))
    step_aside(cast, tied, "VH", "B")
    closed(cast, tied, "GD:A ZD:A EZ:A BN:A CH:B")
    assert chosen(tied) == "A"
    even = opened(cast, prepare(cast, "AB", places=(2, 2)))
    step_aside(cast, even, "VH", "B")
    closed(cast, even, "GD:A ZD:A EZ:A BN:A CH:B")
    assert even.following.recusals.get().option.title == "B"
