"""Entering the votes of a selection, its papers, and checking a receipt, through the pages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client
from django.urls import reverse

from programme import actions
from programme.models import Ballot, Vote
from programme.papers import own_papers
from tests.cast import login
from tests.programme.choosing import approve_all, open_selection, prepare
from tests.programme.meetings import open_in_meeting
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.cast import Cast

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def held(cast_now: Cast) -> Ballot:
    """A selection in a meeting that has begun a minute ago: one or two of three options."""
    before = cast_now.at - timedelta(days=3)
    meeting = actions.plan_raad_meeting(
        cast_now.raad, starts_at=cast_now.at - MINUTE, actor=cast_now.manager, at=before
    )
    ballot = prepare(cast_now, "NEG", places=(1, 2), at=before)
    return open_in_meeting(cast_now, meeting, before, ballot)


def enter(cast: Cast, ballot: Ballot, **rows: tuple[str, str]) -> HttpResponse:
    """What stands in the form: per seat the choice and the options that are ticked."""
    options = dict(ballot.options.values_list("title", "pk"))
    letters = {each.pk: key for key, each in cast.organisations.items()}
    facts: dict[str, Any] = {}
    for row in ballot.entitlements.select_related("seat", "organisation"):
        choice, ticked = rows.get(letters[row.organisation_id], ("", ""))
        facts[f"person_{row.pk}"] = row.seat.delegates.all()[0].person_id
        facts[f"choice_{row.pk}"] = choice
        facts[f"approves_{row.pk}"] = [options[each] for each in ticked]
        facts[f"reason_{row.pk}"] = f"Reden van {row.organisation.name}" if ticked else ""
    return login(Client(), cast.staff).post(
        reverse("programme:votes-enter", args=[ballot.pk]), facts
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("", "N"), "Er zijn opties aangevinkt, maar niet “Kiest opties”"),
        (("abstain", "N"), "Wie zich onthoudt, kiest geen opties"),
        (("approve", ""), "Vink minstens één optie aan"),
        (("approve", "NEG"), "Kies hoogstens 2 opties"),
    ],
)
def test_half_a_vote_is_refused_at_its_seat(
    cast_now: Cast, held: Ballot, row: tuple[str, str], words: str
) -> None:
    answer = enter(cast_now, held, GD=("approve", "NE"), BN=row)
    assert answer.status_code == 422
    assert not Vote.objects.exists()
    page = text_of(answer)
    assert f"{cast_now['BN'].name}: {words}" in page
    assert cast_now["GD"].name + ":" not in page
    assert f"Reden van {cast_now['GD'].name}" in answer.content.decode()


def test_every_seat_that_is_wrong_is_named(cast_now: Cast, held: Ballot) -> None:
    page = text_of(enter(cast_now, held, GD=("", "N"), BN=("approve", "")))
    assert "2 fouten" in page
    for letters in ("GD", "BN"):
        assert f"{cast_now[letters].name}: " in page


def test_whole_votes_are_entered(cast_now: Cast, held: Ballot) -> None:
    assert enter(cast_now, held, GD=("approve", "NE"), BN=("abstain", "")).status_code == 302
    assert sorted(Vote.objects.values_list("choice", flat=True)) == ["abstain", "approve"]


def test_a_correction_is_a_whole_vote_as_well(cast_now: Cast, held: Ballot) -> None:
    enter(cast_now, held, BN=("approve", "N"))
    dispute = actions.dispute_vote(
        held, organisation=cast_now["BN"], text="Niet N.", actor=cast_now.seat, at=cast_now.at
    )
    address = reverse("programme:dispute-answer", args=[dispute.pk])
    facts = {"answer": "corrected", "words": "Verkeerd gehoord.", "choice": "approve"}
    answer = login(Client(), cast_now.staff).post(address, facts)
    assert answer.status_code == 422
    assert "Vink minstens één optie aan" in text_of(answer)
    assert Vote.objects.count() == 1


def test_the_papers_say_of_which_seats_a_share_is(cast_now: Cast, held: Ballot) -> None:
    [paper] = [each for each in own_papers(held.meeting, cast_now.at) if "Kies." in each.text]
    rules = " ".join(f"{term}: {words}." for term, words in paper.rules)
    assert "van de zetels die iets kozen" in rules
    assert "hoogstens 2 opties" in rules
    assert "alle uitgebrachte stemmen" not in rules


@pytest.mark.parametrize("between", ["", " ", "-", " – "])
def test_a_receipt_tells_what_was_counted(cast_now: Cast, between: str) -> None:
    before = cast_now.at - timedelta(days=20)
    ballot = open_selection(cast_now, "NEG", places=(1, 2), at=before)
    approve_all(cast_now, ballot, "BN:NG GD:N ZD:N EZ:N")
    actions.close_ballot(ballot, at=ballot.closes_at)
    code = Vote.objects.get(entitlement__organisation=cast_now["BN"]).receipt_code
    typed = between.join([code[:4], code[4:8], code[8:]]).lower()
    address = reverse("programme:receipt-check", args=[ballot.pk])
    page = text_of(login(Client(), cast_now.seat).post(address, {"code": typed}))
    assert "Deze stem is meegeteld" in page
    assert "N, G" in page
