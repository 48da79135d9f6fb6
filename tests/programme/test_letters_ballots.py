"""What the letters about a ballot say: rounds, options, seats that stepped aside, results."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from partners.models import Person
from programme import actions
from tests.house.world import open_motion, vote
from tests.programme.choosing import (
    FIRST_ROUND,
    announce,
    approve_all,
    closed,
    open_selection,
    opened,
    prepare,
)
from tests.programme.records import DELEGATES, KERNTEAM, letters, told

if TYPE_CHECKING:
    from tests.cast import Cast

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def readers(cast: Cast) -> None:
    """Everybody reads English here."""
    Person.objects.update(language="en")


def last(template: str) -> tuple[str, str, str]:
    letter = letters(template)[-1]
    return letter.subject, letter.text, letter.html


def test_a_selection_opens_with_its_options_and_who_stepped_aside(cast: Cast) -> None:
    ballot = announce(cast, prepare(cast))
    facts = {"actor": cast.manager, "at": cast.at, "text": ""}
    last_option = ballot.options.get(title="R")
    actions.disclose_interest(
        ballot, organisation=cast["BN"], kind="paid", option=last_option, **facts
    )
    opened(cast, ballot)
    subject, text, html = last("ballot_opened")
    assert subject == "Please vote: Keuze"
    assert "Choose 4 at most:\n\n- N\n- E\n- G\n- O\n- S\n- R\n" in text
    assert "These seats stepped aside and do not count:\n\n- Bank Noordzee (R)\n" in text
    assert "attached for your calendar" in text
    assert html.count("<li ") == 7
    assert told(cast, "ballot_opened") == sorted(DELEGATES)


def test_paid_seats_that_vote_all_the_same_are_named(cast: Cast) -> None:
    ballot = announce(cast, prepare(cast, "AB", places=(1, 1)))
    for letters_ in ("GD", "ZD", "EZ", "BN"):
        actions.disclose_interest(
            ballot,
            organisation=cast[letters_],
            kind="paid",
            text="",
            option=ballot.options.get(title="A"),
            actor=cast.manager,
            at=cast.at,
        )
    opened(cast, ballot)
    _subject, text, _html = last("ballot_opened")
    assert "because fewer than three would remain:\n\n- " in text
    assert "- Gemeente Duinstad (A)\n" in text
    assert "stepped aside and do not count" not in text


def test_the_first_round_tells_what_is_chosen_and_what_is_not_decided(cast: Cast) -> None:
    first = closed(cast, open_selection(cast), FIRST_ROUND)
    _subject, text, html = last("ballot_closed")
    assert "Chosen:\n\n- N: 5 of 6\n- E: 5 of 6\n- G: 5 of 6\n" in text
    assert "Undecided:\n\n- O: 4 of 6\n- S: 4 of 6\n" in text
    assert "There will be a second round." in text
    assert "For " not in text
    assert html.count("<li ") == 5
    assert told(cast, "ballot_closed") == sorted(DELEGATES | KERNTEAM)
    second = opened(cast, first.following, first.closed_at)
    subject, text, _html = last("ballot_opened")
    assert subject == "Second round, please vote: Keuze"
    assert "Choose 1 at most:\n\n- O\n- S\n" in text
    approve_all(cast, second, "GD:O ZD:S EZ:O BN:S CH: VH:")
    actions.close_ballot(second, at=second.closes_at)
    _subject, text, _html = last("ballot_closed")
    assert "Undecided:\n\n- O: 2 of 4\n- S: 2 of 4\n" in text or "Undecided" not in text
    assert "second round" not in text.lower().replace("undecided: second round", "")


def test_too_few_votes_twice_go_to_a_meeting(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at, cast.at + DAY)
    vote(cast, ballot, "BN", "for", cast.at)
    actions.close_ballot(ballot, at=ballot.closes_at)
    _subject, text, _html = last("ballot_closed")
    assert "The ballot will be repeated once." in text
    assert "For 1, against 0, abstained 0." in text
    again = opened(cast, ballot.following, ballot.closed_at)
    subject, text, _html = last("ballot_opened")
    assert subject == "Repeat, please vote: Motie"
    assert "the programmaraad decides in a meeting" in text
    actions.close_ballot(again, at=again.closes_at)
    assert (
        "There is no next round: the programmaraad decides in a meeting."
        in last("ballot_closed")[1]
    )


def test_a_plain_motion_says_nothing_of_all_that(cast: Cast) -> None:
    open_motion(cast, cast.at, cast.at + DAY)
    subject, text, html = last("ballot_opened")
    assert subject == "Please vote: Motie"
    for words in ("round", "Choose", "aside", "repeated"):
        assert words not in text
    assert "<li" not in html
