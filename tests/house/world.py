"""A year half way: one of everything that a page can be about, made by the product's own actions.

Every moment is counted back from the moment of the cast, so it also stands today, for tests that
go through the web.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from programme import actions
from programme.models import Ballot
from tests.programme.voting import put_programme_to_ballot

if TYPE_CHECKING:
    from datetime import datetime

    from programme.models import Decision, Programmaraad, Programme, Vote
    from tests.cast import SEATS, Cast
else:
    from tests.cast import SEATS

TEXTS = {"title": "Samen eruit", "ambition": "Minder mensen met schulden.", "text": "Wat we doen."}
MOTION = {"title": "Motie", "question": "Steunt u deze motie?", "text": "De tekst van de motie."}


@dataclass
class World:
    """What there is: an adopted programme, an open ballot with two votes, and drafts of all."""

    cast: Cast
    programme: Programme
    closed: Ballot
    decision: Decision
    open: Ballot
    draft: Ballot
    own_vote: Vote
    other_vote: Vote
    next_raad: Programmaraad
    next_programme: Programme


def vote(cast: Cast, ballot: Ballot, letters: str, choice: str, at: datetime) -> Vote:
    """The representative of a seat votes."""
    voter = cast.seat if letters == "BN" else getattr(cast, f"seat_{letters}")
    return actions.cast_vote(
        ballot,
        organisation=cast[letters],
        choice=choice,
        reason="",
        actor=voter,
        at=at,
    )


def draft_motion(cast: Cast, at: datetime, **facts: Any) -> Ballot:
    """A ballot of the raad of the year that is not open yet."""
    days = timedelta(days=7)
    return Ballot.objects.create(raad=cast.raad, closes_at=at + days, **{**MOTION, **facts})


def open_motion(cast: Cast, at: datetime, closes_at: datetime, **facts: Any) -> Ballot:
    """A ballot that opened at `at`."""
    ballot = draft_motion(cast, at, **facts)
    return actions.open_ballot(ballot, closes_at=closes_at, actor=cast.manager, at=at)


def write(cast: Cast, year: int, at: datetime) -> Programme:
    """A programme that is being prepared."""
    facts = {"framework": cast.framework, "actor": cast.manager, "at": at}
    return actions.write_programme(year, **TEXTS, **facts)


def put_to_ballot(cast: Cast, programme: Programme, at: datetime, closes_at: datetime) -> Ballot:
    """Submit a programme and let the raad vote on it."""
    actions.submit_programme(programme, actor=cast.manager, at=at)
    return put_programme_to_ballot(
        programme, closes_at=closes_at, rules={}, actor=cast.manager, at=at
    )


def adopt(cast: Cast, at: datetime) -> Programme:
    """The programme of the cast's year, adopted by all seats; the ballot closes at `at`."""
    programme = write(cast, cast.at.year, at - timedelta(days=12))
    ballot = put_to_ballot(cast, programme, at - timedelta(days=10), closes_at=at)
    for letters in SEATS:
        vote(cast, ballot, letters, "for", at - timedelta(days=5))
    actions.close_ballot(ballot, at=at)
    programme.refresh_from_db()
    return programme


def build_world(cast: Cast) -> World:
    """All of it."""
    at, year = cast.at, cast.at.year
    programme = adopt(cast, at - timedelta(days=40))
    ballot = open_motion(cast, at - timedelta(days=2), closes_at=at + timedelta(days=7))
    next_raad = actions.propose_raad(
        year + 1,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=cast.manager,
        at=at - timedelta(days=1),
    )
    return World(
        cast=cast,
        programme=programme,
        closed=programme.ballot,
        decision=programme.decision,
        open=ballot,
        draft=draft_motion(cast, at, title="Tweede ronde"),
        own_vote=vote(cast, ballot, "BN", "for", at - timedelta(days=1)),
        other_vote=vote(cast, ballot, "GD", "against", at - timedelta(days=1)),
        next_raad=next_raad,
        next_programme=write(cast, year + 1, at - timedelta(days=1)),
    )
