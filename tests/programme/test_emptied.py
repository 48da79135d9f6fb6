"""A vote of which nothing is left, because its seat stepped aside for all that it had chosen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners.models import Person
from programme import actions
from programme.models import Vote
from schuldenlab.portal.asks import Ask, asks_of
from tests.house.world import open_motion, vote
from tests.programme.choosing import announce, approve, open_selection, opened, prepare
from tests.programme.pages import cost_of, text_of
from tests.programme.records import letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from programme.models import Ballot
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
EMPTIED = "Your vote counts as an abstention now."
LETTER = "You had voted for no other option."


def step_aside(cast: Cast, ballot: Ballot, letters_: str, title: str = "") -> None:
    actions.recuse_seat(
        ballot,
        organisation=cast[letters_],
        option=ballot.options.get(title=title) if title else None,
        reason="",
        actor=cast.people.get(f"seat_{letters_}", cast.seat),
        at=cast.at,
    )


def selection(cast: Cast) -> Ballot:
    """Open since yesterday, so that the clock of the pages has passed it."""
    ballot = announce(cast, prepare(cast, at=cast.at - DAY), cast.at - DAY)
    return opened(cast, ballot, cast.at - DAY)


def asked(person: Any) -> list[Ask]:
    return [each for each in asks_of(person) if "/stem/" in each.url]


# -- what counts ---------------------------------------------------------------------------------


def test_only_the_last_vote_and_only_when_nothing_is_left(cast: Cast) -> None:
    ballot = open_selection(cast)
    approve(cast, ballot, "BN", "N")
    approve(cast, ballot, "GD", "NE")
    approve(cast, ballot, "ZD", "N")
    approve(cast, ballot, "ZD", "E")
    approve(cast, ballot, "EZ", "E")
    approve(cast, ballot, "EZ", "N")
    approve(cast, ballot, "CH", "")
    assert Vote.objects.emptied() == []
    for seat in ("BN", "GD", "ZD", "EZ", "CH"):
        if seat in {"BN", "GD"}:
            step_aside(cast, ballot, seat, "N")
    [emptied] = Vote.objects.emptied()
    assert emptied.entitlement.organisation == cast["BN"]
    step_aside(cast, ballot, "GD", "E")
    assert {each.entitlement.organisation for each in Vote.objects.emptied()} == {
        *(cast["BN"], cast["GD"])
    }
    approve(cast, ballot, "BN", "E")
    assert [each.entitlement.organisation for each in Vote.objects.emptied()] == [cast["GD"]]


def test_it_counts_as_an_abstention(cast: Cast) -> None:
    ballot = open_selection(cast)
    for seat in ("GD", "ZD", "EZ"):
        approve(cast, ballot, seat, "NE")
    approve(cast, ballot, "BN", "N")
    step_aside(cast, ballot, "BN", "N")
    actions.close_ballot(ballot, at=ballot.closes_at)
    energy = ballot.options.get(title="E").pk
    [row] = [each for each in ballot.counts["options"] if each["option"] == energy]
    assert (ballot.counts["cast"], row["base"]) == (4, 3)


# -- what is asked -------------------------------------------------------------------------------


def test_the_ask_comes_back_until_there_is_another_vote(cast: Cast) -> None:
    ballot = open_selection(cast)
    approve(cast, ballot, "BN", "N")
    assert asked(cast.seat) == []
    step_aside(cast, ballot, "BN", "N")
    for person in (cast.seat, cast.substitute):
        [ask] = asked(person)
        assert ask.text == f"{EMPTIED} Do you want to vote again?"
        assert (ask.url, ask.due) == (
            reverse("programme:ballot-vote", args=[ballot.pk]),
            ballot.closes_at,
        )
    assert asked(cast.seat_GD)[0].text != ask.text
    approve(cast, ballot, "BN", "E")
    assert asked(cast.seat) == []


def test_nothing_is_asked_of_who_has_no_vote_any_more_or_after_closing(cast: Cast) -> None:
    two = open_selection(cast, "AB", places=(1, 1))
    approve(cast, two, "BN", "A")
    for title in "AB":
        step_aside(cast, two, "BN", title)
    assert asked(cast.seat) == []
    ballot = open_selection(cast)
    approve(cast, ballot, "BN", "N")
    step_aside(cast, ballot, "BN", "N")
    assert len(asked(cast.seat)) == 1
    cast.seat.moment = ballot.closes_at
    assert asked(cast.seat) == []


def test_more_emptied_votes_cost_no_more_questions(today: Cast, enter: Enter) -> None:
    client = enter(today.seat)

    def empty() -> None:
        ballot = selection(today)
        approve(today, ballot, "BN", "N")
        step_aside(today, ballot, "BN", "N")

    empty()
    home = reverse("portal:home")
    client.get(home)
    one = cost_of(client, home).queries
    empty()
    empty()
    assert cost_of(client, home).queries == one


# -- the letter ----------------------------------------------------------------------------------


def test_only_the_seat_reads_what_it_does_to_its_vote(cast: Cast) -> None:
    Person.objects.update(language="en")
    ballot = open_selection(cast)
    approve(cast, ballot, "BN", "N")
    step_aside(cast, ballot, "BN", "N")
    own = {cast.seat.pk, cast.substitute.pk}
    posted = letters("seat_recused")
    assert {each.person_id for each in posted if LETTER in each.text} == own
    assert {each.person_id for each in posted if each.is_secret} == own
    assert {each.person_id for each in posted} == own | {cast.manager.pk, cast.staff.pk}
    way = reverse("programme:ballot-vote", args=[ballot.pk])
    assert all(way in each.text for each in posted if each.is_secret)


def test_a_letter_does_not_tell_by_being_secret(cast: Cast) -> None:
    Person.objects.update(language="en")
    ballot = open_selection(cast)
    approve(cast, ballot, "BN", "NE")
    step_aside(cast, ballot, "BN", "N")
    posted = letters("seat_recused")
    assert not any(LETTER in each.text for each in posted)
    assert {each.person_id for each in posted if each.is_secret} == {
        *(cast.seat.pk, cast.substitute.pk)
    }


# -- the pages -----------------------------------------------------------------------------------


def page_of(client: Client, url: str) -> str:
    Person.objects.update(language="en")
    return text_of(client.get(url))


def test_from_the_warning_to_another_vote(today: Cast, enter: Enter) -> None:
    ballot = selection(today)
    receipt = reverse("programme:vote-receipt", args=[approve(today, ballot, "BN", "N").pk])
    client, aside = enter(today.seat), reverse("programme:seat-recuse", args=[ballot.pk])
    seen = page_of(client, receipt)
    assert "You do not have to do anything more now" in seen
    assert "counts as an abstention" not in seen
    assert "Your vote is for “N” only." in page_of(client, aside)
    option = ballot.options.get(title="N").pk
    done = client.post(aside, {"option": option, "reason": ""}, follow=True)
    assert EMPTIED in text_of(done)
    seen = page_of(client, receipt)
    assert "This vote counts as an abstention" in seen
    assert "You do not have to do anything more now" not in seen
    voting = reverse("programme:ballot-vote", args=[ballot.pk])
    assert seen.count(f'href="{voting}"') == 2
    assert "This vote counts as an abstention" in page_of(client, voting)
    assert "abstention" not in page_of(enter(today.staff), ballot.get_absolute_url())


def test_the_warning_stands_beside_the_code_as_well(today: Cast, enter: Enter) -> None:
    ballot = selection(today)
    approve(today, ballot, "BN", "N")
    Person.objects.update(language="en")
    client = enter(today.seat, logged_in_at=today.at - DAY)
    facts = {"option": ballot.options.get(title="N").pk, "reason": ""}
    answer = client.post(reverse("programme:seat-recuse", args=[ballot.pk]), facts)
    assert "confirmation_code" in text_of(answer)
    assert "Your vote is for “N” only." in text_of(answer)


def test_part_of_a_vote_and_a_whole_motion(today: Cast, enter: Enter) -> None:
    ballot = selection(today)
    client = enter(today.seat)
    receipt = reverse("programme:vote-receipt", args=[approve(today, ballot, "BN", "NE").pk])
    assert "abstention" not in page_of(client, reverse("programme:seat-recuse", args=[ballot.pk]))
    step_aside(today, ballot, "BN", "N")
    assert "Your organisation stepped aside for: N." in page_of(client, receipt)
    motion = open_motion(today, today.at - DAY, today.at + DAY)
    receipt = reverse(
        "programme:vote-receipt", args=[vote(today, motion, "BN", "for", today.at - DAY / 2).pk]
    )
    aside = page_of(client, reverse("programme:seat-recuse", args=[motion.pk]))
    assert "your vote does not count" in aside
    step_aside(today, motion, "BN")
    assert "This vote does not count" in page_of(client, receipt)
