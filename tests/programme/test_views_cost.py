"""What each page costs: the same number of questions for one row and for three."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from programme import actions
from programme.models import Ballot, Decision, RaadResponse
from tests.cast import SEATS
from tests.house.world import adopt, open_motion, vote
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from programme.models import Programmaraad, Programme
    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def decide(cast: Cast, count: int) -> None:
    first = Decision.objects.count() + 1
    Decision.objects.bulk_create(
        Decision(
            raad=cast.raad,
            year=2026,
            sequence=first + number,
            title=f"Besluit {number}",
            text="Ja.",
            origin="meeting",
            taken_at=cast.at,
        )
        for number in range(count)
    )


def say(cast: Cast, ballot: Ballot, *letters: str) -> None:
    for each in letters:
        vote(cast, ballot, each, "for", ballot.opened_at)


def commit(cast: Cast, programme: Programme, *letters: str) -> None:
    for each in letters:
        actions.give_commitment(
            programme,
            organisation=cast[each],
            answer="yes",
            reason="",
            actor=cast.director,
            at=cast.at,
        )


def respond(cast: Cast, raad: Programmaraad, count: int) -> None:
    RaadResponse.objects.bulk_create(
        RaadResponse(
            raad=raad,
            organisation=cast["FV"],
            person=cast.contact,
            text="Hm.",
            at=cast.at,
        )
        for _ in range(count)
    )


@pytest.mark.parametrize(("role", "queries"), [("manager", 10), ("contact", 11)])
def test_the_register_of_decisions(today: Cast, enter: Enter, role: str, queries: int) -> None:
    client = enter(getattr(today, role))
    decide(today, 1)
    one = cost_of(client, address("decision-list"))
    assert one.queries == queries
    decide(today, 2)
    for _ in range(2):
        open_motion(today, today.at - DAY, today.at + DAY)
    three = cost_of(client, address("decision-list"))
    assert three.queries == queries
    assert three.rows <= one.rows + 2 + 2 + 2  # decisions, ballots, and their count


def test_the_register_fetches_one_page(today: Cast, enter: Enter) -> None:
    client = enter(today.contact)
    decide(today, 60)
    page = cost_of(client, address("decision-list"))
    decide(today, 60)
    assert cost_of(client, address("decision-list")) == page


@pytest.mark.parametrize(("role", "queries"), [("manager", 14), ("contact", 14)])
def test_a_programme_with_its_answers(today: Cast, enter: Enter, role: str, queries: int) -> None:
    programme = adopt(today, today.at - DAY)
    client, url = enter(getattr(today, role)), programme.get_absolute_url()
    commit(today, programme, "GD")
    assert cost_of(client, url).queries == queries
    commit(today, programme, "ZD", "EZ", "GD")
    assert cost_of(client, url).queries == queries


@pytest.mark.parametrize(("role", "queries"), [("manager", 11), ("contact", 10)])
def test_a_proposed_raad_with_its_responses(
    today: Cast, enter: Enter, role: str, queries: int
) -> None:
    raad = actions.propose_raad(
        2027,
        framework=today.framework,
        organisations=[today[letters] for letters in SEATS][:5],
        actor=None,
        at=today.at,
    )
    client, url = enter(getattr(today, role)), raad.get_absolute_url()
    respond(today, raad, 1)
    one = cost_of(client, url)
    assert one.queries == queries
    respond(today, raad, 2)
    three = cost_of(client, url)
    assert three.queries == queries
    # Who may not read the responses does not fetch them either.
    assert three.rows == one.rows + (2 if role == "manager" else 0)


@pytest.mark.parametrize(("role", "queries"), [("manager", 18), ("seat", 20)])
def test_an_open_ballot(today: Cast, enter: Enter, role: str, queries: int) -> None:
    ballot = open_motion(today, today.at - DAY, today.at + DAY)
    client, url = enter(getattr(today, role)), ballot.get_absolute_url()
    say(today, ballot, "GD")
    one = cost_of(client, url)
    assert one.queries == queries
    say(today, ballot, "ZD", "EZ", "GD", "GD")
    three = cost_of(client, url)
    assert three == one


def test_the_vote_page(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at - DAY, today.at + DAY)
    client, url = enter(today.seat), address("ballot-vote", ballot.pk)
    say(today, ballot, "BN")
    one = cost_of(client, url)
    assert one.queries == 21
    say(today, ballot, "BN", "BN", "GD", "GD")
    assert cost_of(client, url) == one


def test_the_receipt(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at - DAY, today.at + DAY)
    say(today, ballot, "BN")
    client = enter(today.seat)
    url = address("vote-receipt", ballot.votes.get().pk)
    one = cost_of(client, url)
    assert one.queries == 10
    say(today, ballot, "GD", "EZ", "BN")
    later = cost_of(client, url)
    # There is a later vote, so nothing is said of what is left of this one.
    assert (later.queries, later.rows) == (one.queries - 1, one.rows + 1)


@pytest.mark.parametrize(("role", "queries"), [("manager", 22), ("contact", 22)])
def test_the_result(today: Cast, enter: Enter, role: str, queries: int) -> None:
    client = enter(getattr(today, role))
    for letters in ("GD", "GD ZD EZ BN CH VH"):
        ballot = open_motion(today, today.at - 3 * DAY, today.at - DAY)
        say(today, ballot, *letters.split())
        actions.close_ballot(ballot, at=today.at)
        assert cost_of(client, ballot.get_absolute_url()).queries == queries


def test_the_commitment_page(today: Cast, enter: Enter) -> None:
    programme = adopt(today, today.at - DAY)
    client = enter(today.director)
    url = address("commitment-give", programme.year, today["BN"].pk)
    one = cost_of(client, url)
    assert one.queries == 10
    commit(today, programme, "BN", "BN", "GD")
    assert cost_of(client, url).queries == 10


def test_a_decision(today: Cast, enter: Enter) -> None:
    decide(today, 1)
    client = enter(today.contact)
    url = Decision.objects.get().get_absolute_url()
    assert cost_of(client, url).queries == 10
    decide(today, 2)
    assert cost_of(client, url).queries == 10
