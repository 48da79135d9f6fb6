"""Opening a ballot and casting votes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, transaction

from partners import actions as partners
from programme import actions, chain
from programme.deadlines import closing_moment
from programme.models import Ballot, Vote
from tests.cast import SEATS, employ, person
from tests.house.world import draft_motion, open_motion
from tests.programme.records import DELEGATES, acts, letters, refused, rows, told

if TYPE_CHECKING:
    from datetime import datetime

    from partners.models import Person
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
INSTANT = timedelta(microseconds=1)
CLOSES = closing_moment(date(2026, 10, 7))


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    return open_motion(cast, cast.at, CLOSES)


def cast_vote(
    cast: Cast,
    ballot: Ballot,
    actor: Person | None = None,
    at: datetime | None = None,
    **facts: Any,
) -> Vote:
    """Bank Noordzee votes for, today."""
    facts = {"organisation": cast["BN"], "choice": "for", "reason": "", **facts}
    return actions.cast_vote(ballot, actor=actor or cast.seat, at=at or cast.at, **facts)


def whole(ballot: Ballot) -> bool:
    """The chain of this ballot holds."""
    votes = [(vote.link(), vote.hash) for vote in ballot.votes.order_by("sequence")]
    return chain.first_break(ballot.seal, votes) is None


# -- open ----------------------------------------------------------------------------------------


def test_opening_freezes_the_electorate_and_seals_text_and_rules(cast: Cast) -> None:
    ballot = draft_motion(cast, cast.at)
    opened = actions.open_ballot(ballot, closes_at=CLOSES, actor=cast.manager, at=cast.at)
    opened.refresh_from_db()
    assert (opened.status, opened.opened_at, opened.closes_at) == ("open", cast.at, CLOSES)
    assert opened.seal == chain.seal(opened.sealed_facts())
    entitled = opened.entitlements.select_related("seat")
    assert {row.organisation_id for row in entitled} == {cast[letters].pk for letters in SEATS}
    assert all(row.seat.organisation_id == row.organisation_id for row in entitled)
    [act] = acts("open")
    assert (act.actor_id, act.at) == (cast.manager.pk, cast.at)
    assert act.facts == {"status": "open", "entitled": 6}
    assert told(cast, "ballot_opened") == sorted(DELEGATES)
    assert f"/stemmingen/{ballot.pk}/stem/" in letters("ballot_opened")[0].text
    with refused("This ballot was opened already"):
        actions.open_ballot(ballot, closes_at=CLOSES, actor=cast.manager, at=cast.at)


def test_a_closed_ballot_does_not_open_again(cast: Cast, ballot: Ballot) -> None:
    actions.close_ballot(ballot, at=CLOSES)
    with refused("This ballot was opened already"):
        actions.open_ballot(ballot, closes_at=CLOSES + DAY, actor=None, at=CLOSES)


def test_only_a_raad_that_is_installed_votes(cast: Cast) -> None:
    organisations = [cast[letters] for letters in SEATS]
    raad = actions.propose_raad(
        2027, framework=cast.framework, organisations=organisations, actor=None, at=cast.at
    )
    ballot = draft_motion(cast, cast.at)
    Ballot.objects.filter(pk=ballot.pk).update(raad=raad)
    with refused("not installed"):
        actions.open_ballot(ballot, closes_at=CLOSES, actor=None, at=cast.at)


def test_the_deadline_lies_ahead_and_somebody_can_vote(cast: Cast) -> None:
    ballot = draft_motion(cast, cast.at)
    for closes_at in (cast.at, cast.at - DAY):
        with refused("deadline lies in the past"):
            actions.open_ballot(ballot, closes_at=closes_at, actor=None, at=cast.at)
    for letters_of in SEATS:
        partnership = cast[letters_of].partnerships.get()
        partners.end_partnership(partnership, left_on=cast.at.date(), actor=None, at=cast.at)
    with refused("No seat can vote now"):
        actions.open_ballot(ballot, closes_at=CLOSES, actor=None, at=cast.at)


@pytest.mark.parametrize("share", ["quorum", "majority"])
@pytest.mark.parametrize(
    ("numerator", "denominator", "is_over"),
    [(1, 1, True), (3, 3, True), (3, 2, False), (1, 0, False)],
)
def test_a_share_that_can_never_be_reached_is_no_rule(
    cast: Cast, share: str, numerator: int, denominator: int, is_over: bool
) -> None:
    rule = {
        f"{share}_numerator": numerator,
        f"{share}_denominator": denominator,
        f"{share}_is_over": is_over,
    }
    with pytest.raises(IntegrityError, match="ballot_shares_possible"), transaction.atomic():
        draft_motion(cast, cast.at, **rule)


# -- vote ----------------------------------------------------------------------------------------


def test_a_vote_is_recorded_sealed_and_confirmed(cast: Cast, ballot: Ballot) -> None:
    vote = cast_vote(cast, ballot, reason="  Omdat het\n werkt ")
    vote.refresh_from_db()
    assert (vote.choice, vote.reason, vote.person) == ("for", "Omdat het werkt", cast.seat)
    assert (vote.ordinal, vote.sequence, vote.at, vote.recorded_at) == (1, 1, cast.at, cast.at)
    assert vote.entitlement.organisation == cast["BN"]
    assert vote.hash == chain.next_hash(ballot.seal, vote.link())
    [act] = acts("cast_vote")
    assert (act.actor_id, act.subject_id, act.at) == (cast.seat.pk, str(ballot.pk), cast.at)
    assert act.facts == {"organisation": cast["BN"].pk, "ordinal": 1}


def test_the_trail_never_says_what_was_voted(cast: Cast, ballot: Ballot) -> None:
    vote = cast_vote(cast, ballot, choice="against", reason="Te duur")
    told_to_the_trail = str([(act.verb, act.facts) for act in acts("cast_vote")])
    for secret in ("against", "duur", vote.receipt_code, vote.hash):
        assert secret not in told_to_the_trail


def test_the_receipt_goes_to_who_votes_for_this_seat_and_stays_secret(
    cast: Cast, ballot: Ballot
) -> None:
    vote = cast_vote(cast, ballot)
    assert told(cast, "vote_received") == ["seat", "substitute"]
    code = vote.receipt_code
    for letter in letters("vote_received"):
        assert code in letter.text.replace(" ", "")
        assert f"/stembewijzen/{vote.pk}/" in letter.text
        assert letter.is_urgent
        assert letter.is_secret
    others = [letter for letter in rows()["Letter"] if letter["template"].find("received") < 0]
    assert others
    assert code not in str(others)


def test_each_later_vote_is_another_row_and_the_last_one_counts(cast: Cast, ballot: Ballot) -> None:
    """Representative and substitute use the one vote of their organisation."""
    said = [(cast.seat, "for"), (cast.substitute, "against"), (cast.seat, "abstain")]
    for hours, (actor, choice) in enumerate(said):
        cast_vote(cast, ballot, actor, cast.at + timedelta(hours=hours), choice=choice)
        cast_vote(
            cast,
            ballot,
            cast.seat_GD,
            cast.at + timedelta(hours=hours),
            organisation=cast["GD"],
        )
    history = ballot.votes.filter(entitlement__organisation=cast["BN"]).order_by("ordinal")
    assert [(vote.ordinal, vote.person, vote.choice) for vote in history] == [
        (n, actor, choice) for n, (actor, choice) in enumerate(said, start=1)
    ]
    assert list(ballot.votes.values_list("sequence", flat=True)) == [1, 2, 3, 4, 5, 6]
    last = {vote.entitlement.organisation_id: vote for vote in ballot.votes.all().last_of_each()}
    assert last[cast["BN"].pk].choice == "abstain"
    assert set(last) == {cast["BN"].pk, cast["GD"].pk}
    assert len(set(ballot.votes.values_list("receipt_code", flat=True))) == 6
    assert whole(ballot)
    actions.close_ballot(ballot, at=CLOSES)
    assert (ballot.counts["cast"], ballot.counts["votes_abstain"]) == (2, 1)


def test_the_same_vote_twice_is_two_votes_and_one_counts(cast: Cast, ballot: Ballot) -> None:
    for _ in range(2):
        cast_vote(cast, ballot)
    assert len(acts("cast_vote")) == 2
    assert told(cast, "vote_received") == ["seat", "seat", "substitute", "substitute"]
    actions.close_ballot(ballot, at=CLOSES)
    assert ballot.counts["votes_for"] == 1


def test_the_deadline_decides_and_not_the_scheduler(cast: Cast, ballot: Ballot) -> None:
    """Nobody closed the ballot yet, and still a vote at the deadline is too late."""
    cast_vote(cast, ballot, at=CLOSES - INSTANT)
    for late in (CLOSES, CLOSES + INSTANT, CLOSES + 3 * DAY):
        with refused("This ballot is closed. Your vote was not counted."):
            cast_vote(cast, ballot, at=late)
    ballot.refresh_from_db()
    assert ballot.status == "open"


def test_no_vote_before_the_opening_or_after_the_closing(cast: Cast, ballot: Ballot) -> None:
    with refused("This ballot is closed"):
        cast_vote(cast, draft_motion(cast, cast.at))
    with refused("This ballot is closed"):
        cast_vote(cast, ballot, at=cast.at - INSTANT)
    actions.close_ballot(ballot, at=CLOSES)
    with refused("This ballot is closed"):
        cast_vote(cast, ballot, at=CLOSES - DAY)


def test_organisations_without_a_seat_have_no_vote(cast: Cast, ballot: Ballot) -> None:
    for letters_of, actor in (("FV", cast.contact), ("WK", cast.former)):
        with refused("Your organisation has no vote in this ballot"):
            cast_vote(cast, ballot, actor, organisation=cast[letters_of])


def test_an_organisation_that_left_votes_no_more(cast: Cast, ballot: Ballot) -> None:
    cast_vote(cast, ballot)
    partners.end_partnership(
        cast["BN"].partnerships.get(),
        left_on=cast.at.date() + 2 * DAY,
        actor=None,
        at=cast.at,
    )
    cast_vote(cast, ballot, at=cast.at + DAY)
    with refused("no vote in this ballot"):
        cast_vote(cast, ballot, at=cast.at + 2 * DAY)
    assert ballot.votes.count() == 2


def test_a_new_seat_votes_from_the_next_ballot(cast: Cast, ballot: Ballot) -> None:
    partners.end_partnership(
        cast["CH"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    actions.fill_seat(cast.raad, organisation=cast["FV"], actor=None, at=cast.at)
    facts = {"actor": cast.other_director, "organisation": cast["FV"]}
    with refused("no vote in this ballot"):
        cast_vote(cast, ballot, **facts)
    following = open_motion(cast, cast.at, CLOSES)
    assert cast_vote(cast, following, **facts).sequence == 1
    assert following.entitlements.count() == 6


def test_an_unknown_choice_is_refused_by_the_database(cast: Cast, ballot: Ballot) -> None:
    with pytest.raises(IntegrityError, match="vote_choice_known"), transaction.atomic():
        cast_vote(cast, ballot, choice="maybe")
    assert not ballot.votes.exists()
    assert letters("vote_received") == []


@pytest.mark.parametrize(
    "reason", ["", "   ", 'é \U0001f600 ‘aan’ \\ " {}', "x" * 2_000, "регион, 中文, \u202eom"]
)
def test_whatever_the_reason_is_the_chain_holds(cast: Cast, ballot: Ballot, reason: str) -> None:
    cast_vote(cast, ballot, reason=reason)
    cast_vote(cast, ballot, cast.substitute, reason="daarna")
    assert ballot.votes.get(sequence=1).reason == reason.strip()
    assert whole(ballot)


def test_whoever_takes_the_seat_over_gets_the_receipts_from_then_on(
    cast: Cast, ballot: Ballot
) -> None:
    cast_vote(cast, ballot)
    newcomer = person("Nina Nieuw", cast.at)
    employ(newcomer, cast["BN"], cast.at)
    cast.people["newcomer"] = newcomer
    seat = cast.seat_of("BN")
    later = cast.at + DAY
    actions.name_delegates(seat, representative=newcomer, substitute=None, actor=None, at=later)
    cast_vote(cast, ballot, newcomer, later, choice="against")
    assert told(cast, "vote_received") == ["newcomer", "seat", "substitute"]
    actions.close_ballot(ballot, at=CLOSES)
    assert ballot.counts["votes_against"] == 1
    assert told(cast, "ballot_closed") == sorted(
        (DELEGATES | {"newcomer", "manager", "staff"}) - {"seat", "substitute"}
    )
