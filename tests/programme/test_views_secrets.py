"""Before the closing nobody but the seat itself learns what it voted, on whatever page.

Every page that somebody can reach is read, the staff desk included; so a new page that shows too
much fails here without anybody thinking of it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from programme import actions
from programme.models import Ballot, Vote
from schuldenlab.outbox.models import Letter
from tests.cast import SEATS
from tests.house.world import open_motion
from tests.programme.pages import walk
from tests.programme.test_verification import forge

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
MARKS = {"BN": "zeehondenopvang", "GD": "walvisvaarder"}
VOTERS = {"BN": {"seat", "substitute"}, "GD": {"seat_GD"}}
ROLES = ["manager", "director", "seat", "seat_GD", "contact"]


@pytest.fixture
def ballot(today: Cast) -> Ballot:
    """Two seats have voted, each twice, with words that stand nowhere else."""
    ballot = open_motion(today, today.at - DAY, today.at + DAY)
    for hours in (2, 1):
        for letters, mark in MARKS.items():
            cast_vote(today, ballot, letters, mark, today.at - timedelta(hours=hours))
    return ballot


def cast_vote(cast: Cast, ballot: Ballot, letters: str, mark: str, at: Any) -> Vote:
    return actions.cast_vote(
        ballot,
        organisation=cast[letters],
        choice="against",
        reason=mark,
        actor=getattr(cast, max(VOTERS[letters])),
        at=at,
    )


def doors(ballot: Ballot) -> list[str]:
    """Where a walk begins: home, the desk, and each page of the ballot, linked or not."""
    votes = ballot.votes.values_list("pk", flat=True)
    return [
        "/",
        "/beheer/",
        "/beheer/programme/vote/",
        reverse("programme:ballot-detail", args=[ballot.pk]),
        reverse("programme:ballot-vote", args=[ballot.pk]),
        *(reverse("programme:vote-receipt", args=[vote]) for vote in votes),
        *(f"/beheer/programme/vote/{vote}/change/" for vote in votes),
    ]


def read_all(enter: Enter, someone: Any, ballot: Ballot) -> dict[str, str]:
    return walk(enter(someone), doors(ballot))


def secrets_of(ballot: Ballot, letters: str, cast: Cast) -> set[str]:
    """The words and the codes of one seat."""
    codes = ballot.votes.filter(entitlement__organisation=cast[letters])
    return {MARKS[letters], *codes.values_list("receipt_code", flat=True)}


def found(pages: dict[str, str], secret: str) -> list[str]:
    """Pages that show it; codes are printed in groups."""
    return [
        url
        for url, text in pages.items()
        if secret in text or secret in text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
    ]


def reaches_what_it_must_reach(pages: dict[str, str]) -> None:
    """A walk that stays at home finds nothing."""
    reached = {url.split("/")[1] for url in pages}
    assert {"stemmingen", "programmaraad", "programma", "besluiten", "partners"} <= reached
    for register in ("audit/entry", "outbox/letter", "programme/ballot", "partners/person"):
        assert f"/beheer/{register}/" in pages
    assert any(url.startswith("/beheer/outbox/letter/") and "change" in url for url in pages)
    assert any(url.startswith("/beheer/audit/entry/") and "change" in url for url in pages)
    assert any(url.startswith("/stemmingen/") and "Motie" in text for url, text in pages.items())


@pytest.mark.parametrize("role", ROLES)
def test_no_page_tells_what_another_seat_voted(
    today: Cast, ballot: Ballot, enter: Enter, role: str
) -> None:
    """Neither its words, nor its code, nor by a colour or an order of lines what it chose."""
    someone = getattr(today, role)
    pages = read_all(enter, someone, ballot)
    if role == "manager":
        reaches_what_it_must_reach(pages)
    for letters, voters in VOTERS.items():
        for secret in secrets_of(ballot, letters, today):
            shown = found(pages, secret)
            assert bool(shown) is (role in voters), (secret, shown)
    if role not in VOTERS["BN"]:
        change_the_vote_of(today["BN"].pk)
        assert read_all(enter, someone, ballot) == pages


def change_the_vote_of(organisation: int) -> None:
    """As if it had voted otherwise: the rows are the same, what they say is not."""
    forge(
        "UPDATE programme_vote v SET choice = 'for', reason = 'anders',"
        " receipt_code = 'ZZZZZZZZZZZ' || v.ordinal FROM programme_entitlement e"
        f" WHERE e.id = v.entitlement_id AND e.organisation_id = {organisation}"
    )


def test_letters_keep_the_secret_too(today: Cast, ballot: Ballot) -> None:
    """Only the receipt says it, to whoever votes for the seat."""
    roles = {person.pk: role for role, person in today.people.items()}
    for letters, voters in VOTERS.items():
        for secret in secrets_of(ballot, letters, today):
            readers = {
                roles[letter.person_id]
                for letter in Letter.objects.all()
                if secret in letter.text.replace(" ", "") or secret in letter.text
            }
            assert readers <= voters


def test_after_the_closing_everybody_reads_why_and_nobody_the_codes(
    today: Cast, ballot: Ballot, enter: Enter
) -> None:
    for letters in SEATS:
        if letters not in MARKS:
            actions.cast_vote(
                ballot,
                organisation=today[letters],
                choice="for",
                reason="",
                actor=getattr(today, f"seat_{letters}"),
                at=today.at,
            )
    codes = set(ballot.votes.values_list("receipt_code", flat=True))
    actions.close_ballot(ballot, at=ballot.closes_at)
    pages = read_all(enter, today.contact, ballot)
    result = reverse("programme:ballot-detail", args=[ballot.pk])
    for mark in MARKS.values():
        assert found(pages, mark) == [result]
    assert [code for code in codes if found(pages, code)] == []
