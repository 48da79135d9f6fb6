"""Attacks that once went through, or nearly: each one stays refused."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, connection, transaction

from partners.models import Partnership
from programme import actions, chain
from programme.models import (
    Ballot,
    Commitment,
    Decision,
    Entitlement,
    Programmaraad,
    Programme,
    RaadResponse,
    Seat,
)
from schuldenlab.outbox.models import Letter
from tests.cast import SEATS
from tests.house.world import MOTION, draft_motion, open_motion, vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast
    from tests.house.world import World

DAY = timedelta(days=1)


def refused(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


def run(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.fixture
def world(world_fixed: World) -> World:
    return world_fixed


# -- the programmaraad ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        {"status": "composing"},
        {"year": 2050},
        {"installed_at": None},
        {"respond_by": None},
        {"status": "composing", "installed_at": None},
    ],
)
def test_an_installed_raad_stays(cast: Cast, change: dict[str, Any]) -> None:
    raad = Programmaraad.objects.filter(pk=cast.raad.pk)
    refused(lambda: raad.update(**change), "installed, so it stays|raad_installed_has_moment")
    raad.update(status="dissolved", dissolved_at=cast.at)
    refused(lambda: raad.update(status="installed"), "installed, so it stays")


def test_an_installed_raad_is_not_deleted(cast: Cast) -> None:
    refused(
        lambda: run("DELETE FROM programme_programmaraad WHERE id = %s", cast.raad.pk),
        "installed, so it stays",
    )


def test_a_seat_of_an_installed_raad_only_ends(world: World) -> None:
    cast = world.cast
    day = cast.at.date()
    mine = Seat.objects.filter(pk=cast.seat_of("VH").pk)
    refused(lambda: mine.update(organisation=cast["FV"]), "it only ends")
    refused(lambda: mine.update(from_on=day), "it only ends")
    world.next_raad.seats.filter(organisation=cast["VH"]).delete()
    refused(lambda: mine.update(raad=world.next_raad), "it only ends")
    refused(
        lambda: run("DELETE FROM programme_seat WHERE raad_id = %s", cast.raad.pk),
        "the raad is installed, so it stays",
    )
    mine.update(until_on=day)
    refused(lambda: mine.update(until_on=None), "it only ends")
    refused(lambda: mine.update(until_on=day + DAY), "it only ends")


def test_a_seventh_seat_does_not_slip_in_through_the_past_or_the_future(world: World) -> None:
    cast = world.cast
    day = cast.at.date()
    early = cast.seat_of("GD").from_on - DAY
    refused(
        lambda: Seat.objects.create(raad=cast.raad, organisation=cast["FV"], from_on=early),
        "7 seats, at most 6",
    )
    raad = world.next_raad
    Seat.objects.create(raad=raad, organisation=cast["FV"], from_on=day + 5 * DAY)
    refused(
        lambda: Programmaraad.objects.filter(pk=raad.pk).update(
            status="installed", installed_at=cast.at
        ),
        "7 seats, the framework asks for 5 to 6",
    )


def test_the_past_of_a_partnership_stays(cast: Cast) -> None:
    """Seats and votes hang on it: who left does not come back by an update."""
    day = cast.at.date()
    mine = Partnership.objects.filter(organisation=cast["VH"])
    refused(mine.delete, "it may begin earlier and it ends once")
    refused(lambda: mine.update(joined_on=day), "ends once")
    refused(lambda: mine.update(organisation=cast["WK"]), "ends once|once_at_a_time")
    mine.update(joined_on=mine.get().joined_on - DAY)
    mine.update(left_on=day, left_recorded_at=cast.at)
    refused(lambda: mine.update(left_on=None, left_recorded_at=None), "ends once")
    refused(lambda: mine.update(left_recorded_at=cast.at + DAY), "ends once")


# -- ballots -------------------------------------------------------------------------------------


def open_by_hand(ballot: Ballot, cast: Cast) -> None:
    Ballot.objects.filter(pk=ballot.pk).update(
        status="open", opened_at=cast.at, closes_at=cast.at + DAY, seal="0" * 64
    )


def entitle(ballot: Ballot, cast: Cast, **others: str) -> None:
    """The seats of the raad, some of them on behalf of another organisation."""
    for letters in SEATS:
        organisation = cast[others.get(letters, letters)]
        Entitlement.objects.create(
            ballot=ballot, seat=cast.seat_of(letters), organisation=organisation
        )


def test_only_the_active_seats_are_the_electorate(cast: Cast) -> None:
    nobody, some, forged, right = (draft_motion(cast, cast.at) for _ in range(4))
    refused(lambda: open_by_hand(nobody, cast), "not the active seats")
    Entitlement.objects.create(ballot=some, seat=cast.seat_of("GD"), organisation=cast["GD"])
    refused(lambda: open_by_hand(some, cast), "not the active seats")
    entitle(forged, cast, GD="FV")
    refused(lambda: open_by_hand(forged, cast), "not the active seats")
    entitle(right, cast)
    open_by_hand(right, cast)


def test_only_an_installed_raad_votes(world: World) -> None:
    ballot = Ballot.objects.create(
        raad=world.next_raad, closes_at=world.cast.at + 2 * DAY, **MOTION
    )
    refused(lambda: open_by_hand(ballot, world.cast), "is not installed")


def close_by_hand(ballot: Ballot, outcome: str, head: str) -> None:
    Ballot.objects.filter(pk=ballot.pk).update(
        status="closed", closed_at=ballot.closes_at, outcome=outcome, chain_head=head
    )


THIRDS = {"majority_numerator": 2, "majority_denominator": 3, "majority_is_over": False}
ALL = {"quorum_numerator": 1, "quorum_denominator": 1, "quorum_is_over": False}
OUTCOMES = ("adopted", "rejected", "no_quorum", "second_round")


@pytest.mark.parametrize(
    ("choices", "rules", "outcome"),
    [
        ("", {}, "no_quorum"),
        ("for for for", {}, "no_quorum"),
        ("for for for abstain", {}, "adopted"),
        ("for for against against", {}, "rejected"),
        ("for for against against", {"tie_rule": "second_round"}, "second_round"),
        ("for for against against against", {}, "rejected"),
        ("for for abstain abstain", {"base": "cast"}, "rejected"),
        ("for for for for", {"base": "entitled"}, "adopted"),
        ("for for for against", {"base": "entitled"}, "rejected"),
        ("for for for for against against", THIRDS, "adopted"),
        ("for for for against against", THIRDS, "rejected"),
        ("for for for for for", ALL, "no_quorum"),
        ("for for for for for against", ALL, "adopted"),
    ],
)
def test_a_ballot_closes_with_what_its_votes_say(
    cast: Cast, choices: str, rules: dict[str, Any], outcome: str
) -> None:
    """The database counts as `programme.tally` does, and takes no other outcome."""
    ballot = open_motion(cast, cast.at, cast.at + DAY, **rules)
    for letters, choice in zip(SEATS, choices.split(), strict=False):
        vote(cast, ballot, letters, "against", cast.at)
        vote(cast, ballot, letters, choice, cast.at)
    last = ballot.votes.order_by("-sequence").first()
    head = last.hash if last else ballot.seal
    for wrong in {*OUTCOMES} - {outcome}:
        refused(lambda wrong=wrong: close_by_hand(ballot, wrong, head), f"say {outcome}")
    refused(lambda: close_by_hand(ballot, outcome, "0" * 64), "with head")
    actions.close_ballot(ballot, at=ballot.closes_at)
    assert ballot.outcome == outcome


def test_who_left_before_the_deadline_is_not_counted_by_the_database(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, cast.at + DAY)
    for letters in ("GD", "ZD", "EZ", "BN"):
        vote(cast, ballot, letters, "for", cast.at)
    Partnership.objects.filter(organisation=cast["GD"]).update(
        left_on=cast.at.date(), left_recorded_at=cast.at
    )
    head = ballot.votes.order_by("-sequence")[0].hash
    close_by_hand(ballot, "adopted", head)  # three of the five that are left


def test_the_electorate_is_under_the_seal(world: World) -> None:
    facts = world.open.sealed_facts()
    assert len(facts["electorate"]) == 6
    assert chain.seal(facts) == world.open.seal
    assert chain.seal({**facts, "electorate": facts["electorate"][:5]}) != world.open.seal


def test_the_closing_code_goes_out_by_mail(world: World) -> None:
    """So that a chain that is rewritten as a whole differs from what people have at home."""
    letters = Letter.objects.filter(template="programme/mail/ballot_closed.txt")
    assert letters
    assert all(world.closed.chain_head in letter.text for letter in letters)


# -- the programme and what follows from it --------------------------------------------------------


def test_a_motion_on_something_else_does_not_adopt_a_programme(world: World) -> None:
    cast = world.cast
    ballot = open_motion(cast, cast.at - 9 * DAY, cast.at - 2 * DAY)
    for letters in SEATS:
        vote(cast, ballot, letters, "for", cast.at - 5 * DAY)
    actions.close_ballot(ballot, at=ballot.closes_at)
    mine = Programme.objects.filter(pk=world.next_programme.pk)
    facts = {"ballot": ballot, "decision": ballot.decision, "commit_by": cast.at + DAY}
    stamps = {"submitted_at": cast.at, "adopted_at": cast.at}
    for status in ("adopted", "closed"):
        refused(
            lambda status=status: mine.update(status=status, **facts, **stamps),
            "only a ballot of the programmaraad adopts it",
        )


def test_a_programme_keeps_its_ballot_while_the_raad_votes(world: World) -> None:
    """Else the text could be taken back and rewritten under the vote."""
    mine = Programme.objects.filter(pk=world.next_programme.pk)
    mine.update(status="submitted", submitted_at=world.cast.at, ballot=world.open)
    refused(lambda: mine.update(ballot=None), "the programmaraad is voting on it")


def test_what_was_submitted_or_decided_is_not_deleted(world: World) -> None:
    refused(
        lambda: run("DELETE FROM programme_programme WHERE id = %s", world.programme.pk),
        "submitted, so it stays",
    )
    refused(
        lambda: run("DELETE FROM programme_decision WHERE id = %s", world.decision.pk),
        "taken, so it stays",
    )


def test_a_decision_stays_as_it_was_taken(world: World) -> None:
    mine = Decision.objects.filter(pk=world.decision.pk)
    for change in ({"text": "Iets anders."}, {"year": 2001}, {"ballot": None}):
        refused(lambda change=change: mine.update(**change), "taken, so it stays")
    mine.update(follow_up="Gedaan in mei.", status="done", done_at=world.cast.at)
    refused(lambda: mine.update(follow_up="Toch niet."), "done, so it stays")
    facts = {"raad": world.cast.raad, "year": world.cast.at.year, "taken_at": world.cast.at}
    refused(
        lambda: Decision.objects.create(
            **facts, sequence=99, title="Besluit", text="Tekst", origin="ballot", ballot=world.open
        ),
        "its ballot did not decide",
    )
    refused(
        lambda: Decision.objects.create(
            **facts, sequence=99, title="Besluit", text="Tekst", origin="meeting"
        ),
        "is not the next number",
    )


def test_answers_of_partners_stay(world: World) -> None:
    cast = world.cast
    actions.give_commitment(
        world.programme,
        organisation=cast["FV"],
        answer="yes",
        reason="",
        actor=cast.other_director,
        at=cast.at,
    )
    actions.respond_to_raad(
        world.next_raad, organisation=cast["FV"], text="Goed.", actor=cast.contact, at=cast.at
    )
    refused(lambda: Commitment.objects.update(answer="not_now", reason="x"), "append-only")
    refused(lambda: Commitment.objects.all().delete(), "append-only")
    refused(lambda: RaadResponse.objects.update(text="Slecht."), "append-only")
    refused(lambda: RaadResponse.objects.all().delete(), "append-only")
