"""“This is what we ask of you”: who is asked what, until when, and in which order."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions as partners
from programme import actions
from programme.deadlines import closing_moment
from schuldenlab.portal.asks import Ask, asks_of
from tests.cast import SEATS, ZONE, employ
from tests.house.world import adopt, draft_motion, open_motion, vote
from tests.programme.records import COMMITTERS, DELEGATES, KERNTEAM, PARTNER_PEOPLE

if TYPE_CHECKING:
    from programme.models import Ballot, Programmaraad, Programme
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
EVERYBODY = KERNTEAM | PARTNER_PEOPLE | {"outsider", "former"}


def asked(cast: Cast, word: str = "") -> set[str]:
    """Who is asked something with this word in its title."""
    return {
        role for role in EVERYBODY if any(word in ask.title for ask in asks_of(getattr(cast, role)))
    }


def titles(person: Any) -> list[str]:
    return [ask.title for ask in asks_of(person)]


def later(cast: Cast, days: float) -> None:
    """Everybody lives so many days later."""
    for person in cast.people.values():
        person.moment = cast.at + timedelta(days=days)
        person._standing = None


def propose(cast: Cast, year: int = 2027, at: datetime | None = None) -> Programmaraad:
    return actions.propose_raad(
        year,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=None,
        at=at or cast.at,
    )


def test_nothing_is_asked_of_nobody(cast: Cast) -> None:
    assert asked(cast) == set()


# -- votes ---------------------------------------------------------------------------------------


@pytest.fixture
def ballot(cast: Cast) -> Ballot:
    return open_motion(cast, cast.at - DAY, cast.at + 7 * DAY)


def test_who_votes_for_a_seat_is_asked_to_vote(cast: Cast, ballot: Ballot) -> None:
    assert asked(cast) == DELEGATES
    [ask] = asks_of(cast.substitute)
    assert ask == Ask(
        title=ballot.question,
        text="You vote for Bank Noordzee in the programmaraad of 2026. "
        "It takes about five minutes.",
        icon="ballot",
        due=ballot.closes_at,
        days_left=7,
        url=reverse("programme:ballot-vote", args=[ballot.pk]),
        action="Vote now",
    )


def test_after_the_vote_the_seat_is_asked_no_more(cast: Cast, ballot: Ballot) -> None:
    vote(cast, ballot, "BN", "for", cast.at)
    assert asked(cast) == DELEGATES - {"seat", "substitute"}


def test_a_ballot_asks_from_its_opening_until_its_deadline(cast: Cast, ballot: Ballot) -> None:
    draft_motion(cast, cast.at)
    for days, who in ((-1.01, set()), (-1, DELEGATES), (6.99, DELEGATES), (7, set())):
        later(cast, days)
        assert asked(cast) == who, days


def test_a_seat_without_entitlement_is_not_asked(cast: Cast, ballot: Ballot) -> None:
    partners.end_partnership(
        cast["CH"].partnerships.get(), left_on=cast.at.date(), actor=None, at=cast.at
    )
    seat = actions.fill_seat(cast.raad, organisation=cast["FV"], actor=None, at=cast.at)
    actions.name_delegates(
        seat, representative=cast.contact, substitute=None, actor=None, at=cast.at
    )
    # The kernteam is asked about the change of course that follows from leaving.
    assert asked(cast) == (DELEGATES - {"seat_CH"}) | {"manager", "staff"}


# -- commitments ---------------------------------------------------------------------------------


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return adopt(cast, cast.at - DAY)


# Contacts of a partner may put its answer ready.
PREPARERS = {"contact", "seat", "substitute"}


def commit(cast: Cast, programme: Programme, letters: str, answer: str = "yes") -> None:
    actions.give_commitment(
        programme,
        organisation=cast[letters],
        answer=answer,
        reason="Eerst een fusie.",
        actor=cast.director,
        at=cast.at,
    )


def test_who_may_commit_is_asked_once_for_each_partner(cast: Cast, programme: Programme) -> None:
    assert asked(cast) == COMMITTERS | PREPARERS
    [ask] = asks_of(cast.director)
    assert ask.title == "Does Bank Noordzee commit to the programme of 2026?"
    assert ask.url == reverse("programme:commitment-give", args=[2026, cast["BN"].pk])
    assert (ask.due, ask.action) == (programme.commit_by, "Give your answer")
    employ(cast.director, cast["FV"], cast.at, "director", may_sign=True)
    cast.director._standing = None
    assert len(asks_of(cast.director)) == 2
    assert len({ask.url for ask in asks_of(cast.director)}) == 2


@pytest.mark.parametrize("answer", ["yes", "not_now"])
def test_after_the_answer_the_partner_is_asked_no_more(
    cast: Cast, programme: Programme, answer: str
) -> None:
    commit(cast, programme, "BN", answer)
    assert asked(cast) == (COMMITTERS | {"contact"}) - {"director"}


def test_a_programme_that_is_not_adopted_asks_nothing(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    assert programme.year == 2026
    later(cast, 101)  # it is 2 January 2027 now
    assert cast.director.moment is not None
    assert cast.director.moment.year == 2027
    assert asked(cast, "commit") == set()


def test_a_passed_date_is_still_asked_and_says_how_long_ago(
    cast: Cast, programme: Programme
) -> None:
    later(cast, 40)
    [ask] = asks_of(cast.director)
    assert ask.days_left is not None
    assert ask.days_left < 0
    assert ask.urgency == "warning"


# -- responses -----------------------------------------------------------------------------------


def test_partners_are_asked_what_they_think_until_one_of_them_said_it(cast: Cast) -> None:
    raad = propose(cast)
    assert asked(cast) == PARTNER_PEOPLE
    [ask] = asks_of(cast.contact)
    assert (ask.due, ask.url, ask.action) == (
        raad.respond_by,
        raad.get_absolute_url(),
        "See the proposal",
    )
    actions.respond_to_raad(
        raad, organisation=cast["FV"], text="Hm.", actor=cast.contact, at=cast.at
    )
    assert asked(cast) == PARTNER_PEOPLE - {"contact", "other_director"}


def test_after_the_term_only_the_kernteam_is_asked_to_install(cast: Cast) -> None:
    raad = propose(cast)
    later(cast, 15)
    assert asked(cast) == KERNTEAM
    [ask] = asks_of(cast.staff)
    assert ask.title == "Install the programmaraad of 2027"
    assert (ask.due, ask.days_left, ask.urgency) == (None, None, "neutral")
    assert ask.url == raad.get_absolute_url()


# -- the kernteam --------------------------------------------------------------------------------


def test_the_kernteam_opens_the_round_that_a_closing_prepared(cast: Cast) -> None:
    ballot = open_motion(cast, cast.at - 9 * DAY, cast.at - DAY)
    actions.close_ballot(ballot, at=cast.at)
    draft_motion(cast, cast.at)  # a first round is the kernteam's own business
    assert asked(cast) == KERNTEAM
    [ask] = asks_of(cast.manager)
    assert ask.title == f"Open the next round: {ballot.title}"
    following = ballot.following
    assert ask.url == reverse("programme:ballot-open", args=[following.pk])
    actions.open_ballot(following, closes_at=cast.at + DAY, actor=None, at=cast.at)
    assert asked(cast) == DELEGATES


# -- order and urgency ---------------------------------------------------------------------------


def test_the_nearest_deadline_comes_first_and_what_has_none_last(cast: Cast) -> None:
    for days in (9, 2, 5):
        open_motion(cast, cast.at - DAY, cast.at + days * DAY, question=f"Over {days}?")
    propose(cast)  # until 7 October: fourteen days
    adopt(cast, cast.at - DAY)  # four weeks
    assert titles(cast.seat_GD) == [
        "Over 2?",
        "Over 5?",
        "Over 9?",
        "Does Gemeente Duinstad commit to the programme of 2026?",
        "What do you think of the proposed programmaraad of 2027?",  # one need not answer
    ]


def test_one_deadline_is_ordered_by_title(cast: Cast) -> None:
    for title in ("Beta", "Alfa", "Gamma"):
        open_motion(cast, cast.at - DAY, cast.at + DAY, question=title)
    assert titles(cast.seat) == ["Alfa", "Beta", "Gamma"]


def test_without_a_date_comes_last_in_any_zone(cast: Cast) -> None:
    for year in (2028, 2027):
        propose(cast, year, at=cast.at - 40 * DAY)
    ballot = open_motion(cast, cast.at - 9 * DAY, cast.at - DAY)
    actions.close_ballot(ballot, at=cast.at)
    assert titles(cast.manager) == [
        "Install the programmaraad of 2027",
        "Install the programmaraad of 2028",
        f"Open the next round: {ballot.title}",
    ]


@pytest.mark.parametrize(
    ("days_left", "urgency"),
    [(None, "neutral"), (8, "neutral"), (7, "warning"), (0, "warning"), (-1, "warning")],
)
def test_within_a_week_is_pressing(days_left: int | None, urgency: str) -> None:
    ask = Ask(title="", text="", icon="", due=None, days_left=days_left, url="", action="")
    assert ask.urgency == urgency


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 10, 7, 16, 59, tzinfo=ZONE), 0),
        (datetime(2026, 10, 7, 0, 0, tzinfo=ZONE), 0),
        (datetime(2026, 10, 6, 23, 59, tzinfo=ZONE), 1),
        (datetime(2026, 9, 30, 12, 0, tzinfo=ZONE), 7),
    ],
)
def test_days_are_counted_on_the_calendar_of_the_city(cast: Cast, now: datetime, left: int) -> None:
    open_motion(cast, cast.at - DAY, closing_moment(date(2026, 10, 7)))
    cast.seat.moment = now
    assert [ask.days_left for ask in asks_of(cast.seat)] == [left]
