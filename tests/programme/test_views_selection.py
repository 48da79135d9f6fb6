"""Voting in a selection, its receipt and its result, through the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from programme.models import Ballot, Vote
from tests.cast import Cast, login
from tests.programme.choosing import (
    FIRST_ROUND,
    announce,
    approve,
    closed,
    open_selection,
    opened,
    prepare,
)
from tests.programme.records import letters
from tests.programme.test_recusals import disclose

if TYPE_CHECKING:
    from django.http import HttpResponse


@pytest.fixture
def client_of(today: Cast) -> Any:
    def visit(role: str) -> Client:
        client = Client()
        login(client, getattr(today, role))
        return client

    return visit


def post(client: Client, ballot: Ballot, said: str, **facts: Any) -> HttpResponse:
    keys = dict(ballot.options.values_list("title", "pk"))
    return client.post(
        f"/stemmingen/{ballot.pk}/stem/", {"approves": [keys[each] for each in said], **facts}
    )


def test_a_seat_chooses_and_gets_a_receipt(today: Cast, client_of: Any) -> None:
    ballot, client = open_selection(today), client_of("seat")
    page = client.get(f"/stemmingen/{ballot.pk}/stem/")
    for words in ("Kies er hoogstens 4", "Over N.", "3 van 4 gaat voor 4 van 6"):
        assert words in page.content.decode()
    answer = client.post(page.request["PATH_INFO"], {})
    assert answer.status_code == 422
    answer = post(client, ballot, "NEG", reason="Daarom")
    vote = Vote.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/stembewijzen/{vote.pk}/"
    assert "N, E, G" in client.get(answer["Location"]).content.decode()
    assert "N, E, G" in letters("vote_received")[0].text
    again = client.get(f"/stemmingen/{ballot.pk}/stem/").content.decode()
    assert "N, E, G" in again
    assert "wijzig" in again.lower()


@pytest.mark.parametrize(
    ("said", "facts", "words"),
    [
        ("", {}, "Kies minstens één optie"),
        ("N", {"abstain": "on"}, "Kies een van de twee"),
        ("NEGOS", {}, "U koos er 5. Kies er hoogstens 4."),
    ],
)
def test_what_was_ticked_stays_ticked(
    today: Cast, client_of: Any, said: str, facts: dict[str, str], words: str
) -> None:
    ballot = open_selection(today)
    page = post(client_of("seat"), ballot, said, reason="Mijn reden", **facts)
    text = page.content.decode()
    assert page.status_code == 422
    assert words in text
    assert text.count(" checked") == len(said) + len(facts)
    assert "Mijn reden" in text
    assert not Vote.objects.exists()


def test_an_abstention(today: Cast, client_of: Any) -> None:
    ballot = open_selection(today)
    post(client_of("seat"), ballot, "", abstain="on")
    assert Vote.objects.get().choice == "abstain"


def test_who_is_paid_from_an_option_cannot_tick_it(today: Cast, client_of: Any) -> None:
    ballot = prepare(today)
    disclose(today, ballot, "BN", "paid", "R")
    opened(today, announce(today, ballot))
    client = client_of("seat")
    page = client.get(f"/stemmingen/{ballot.pk}/stem/").content.decode()
    assert page.count(" disabled") == 1
    assert "U stemt niet over deze optie" in page
    answer = post(client, ballot, "NR")
    assert answer.status_code in {409, 422}
    assert "niet kiezen" in answer.content.decode()
    assert not Vote.objects.exists()


def test_who_is_paid_from_all_of_it_is_sent_to_the_ballot(today: Cast, client_of: Any) -> None:
    ballot = prepare(today)
    disclose(today, ballot, "BN")
    opened(today, announce(today, ballot))
    client = client_of("seat")
    page = client.get(f"/stemmingen/{ballot.pk}/stem/", follow=True)
    assert page.redirect_chain == [(f"/stemmingen/{ballot.pk}/", 302)]
    assert "heeft zich verschoond" in page.content.decode()
    assert "0 van 5" in page.content.decode()


def test_the_result_says_what_became_of_each_option(today: Cast, client_of: Any) -> None:
    ballot = prepare(today)
    disclose(today, ballot, "BN", "paid", "R")
    closed(today, opened(today, announce(today, ballot)), FIRST_ROUND)
    page = client_of("contact").get(f"/stemmingen/{ballot.pk}/").content.decode()
    for words in (
        *("Gekozen: N, E, G", "stemt nog een keer over: O, S", "5 van 6", "4 van 6", "1 van 5"),
        *("1 zetel verschoonde zich", "Tweede ronde", "N, G, O, S"),
    ):
        assert words in page


def test_choices_stay_hidden_until_it_closes(today: Cast, client_of: Any) -> None:
    ballot = open_selection(today, "AB", places=(1, 1))
    approve(today, ballot, "GD", "B")
    for role in ("seat", "substitute", "manager"):
        page = client_of(role).get(f"/stemmingen/{ballot.pk}/").content.decode()
        assert "1 van 6" in page
        assert "Gekozen" not in page
    assert client_of("contact").get(f"/stemmingen/{ballot.pk}/").status_code == 404
