"""A selection from letters, and what each seat says to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot

if TYPE_CHECKING:
    from tests.cast import Cast

OPENS_AFTER = timedelta(hours=2)
CLOSES = closing_moment(date(2026, 10, 7))
# The first round of the story: six seats, six themes, and a tie on the last place.
THEMES = "NEGOSR"
FIRST_ROUND = "GD:NEGO ZD:NEGS EZ:NEOS BN:NGOS CH:EGOS VH:NEGR"
SECOND_ROUND = "GD:O ZD:S EZ:O BN:S CH:O VH:"


def prepare(
    cast: Cast,
    titles: str = THEMES,
    *,
    places: tuple[int, int] = (3, 4),
    at: datetime | None = None,
    **rules: Any,
) -> Ballot:
    """A choice from options that are called by one letter each."""
    return actions.prepare_selection(
        cast.raad,
        title="Keuze",
        question="Wat kiest u?",
        text="Kies.",
        options=[(letter, f"Over {letter}.") for letter in titles],
        places=places,
        closes_at=CLOSES,
        rules=rules,
        actor=cast.manager,
        at=at or cast.at,
    )


def announce(cast: Cast, ballot: Ballot, at: datetime | None = None) -> Ballot:
    """The raad sees it."""
    return actions.announce_ballot(ballot, actor=cast.manager, at=at or cast.at)


def open_selection(cast: Cast, titles: str = THEMES, **facts: Any) -> Ballot:
    """The same, open."""
    return opened(cast, prepare(cast, titles, **facts))


def opened(cast: Cast, ballot: Ballot, at: datetime | None = None) -> Ballot:
    """This ballot, open until its deadline."""
    when = at or cast.at
    closes_at = max(ballot.closes_at, closing_moment((when + timedelta(days=7)).date()))
    return actions.open_ballot(ballot, closes_at=closes_at, actor=cast.manager, at=when)


def approve(cast: Cast, ballot: Ballot, letters: str, said: str, at: datetime | None = None) -> Any:
    """A seat chooses these options; none of them is an abstention."""
    keys = dict(ballot.options.values_list("title", "pk"))
    return actions.cast_vote(
        ballot,
        organisation=cast[letters],
        choice="approve" if said else "abstain",
        approves=[keys[letter] for letter in said],
        reason="",
        actor=cast.people.get(f"seat_{letters}", cast.seat),
        at=at or ballot.opened_at,
    )


def approve_all(cast: Cast, ballot: Ballot, papers: str) -> None:
    """What each seat says: `GD:NE ZD:` chooses N and E, and abstains."""
    for paper in papers.split():
        letters, _colon, said = paper.partition(":")
        approve(cast, ballot, letters, said)


def closed(cast: Cast, ballot: Ballot, papers: str) -> Ballot:
    """Voted and closed at its deadline."""
    approve_all(cast, ballot, papers)
    return actions.close_ballot(ballot, at=ballot.closes_at)


def chosen(ballot: Ballot) -> str:
    """The letters that were chosen, in the order of their shares."""
    titles = dict(ballot.options.values_list("pk", "title"))
    return "".join(titles[key] for key in ballot.counts["chosen"])


def undecided(ballot: Ballot) -> str:
    """The letters that go to a second round."""
    titles = dict(ballot.options.values_list("pk", "title"))
    return "".join(titles[key] for key in ballot.counts["second_round"])
