"""A meeting of the programmaraad in which it votes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from events.models import AgendaItem
from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot

if TYPE_CHECKING:
    from events.models import Meeting
    from tests.cast import Cast

AHEAD = timedelta(days=9)
HOUR = timedelta(hours=1)


def plan(cast: Cast, ahead: timedelta = AHEAD, at: datetime | None = None) -> Meeting:
    """A meeting of the raad, so long from now."""
    when = at or cast.at
    return actions.plan_raad_meeting(
        cast.raad, starts_at=when + ahead, subject="Overleg", actor=cast.manager, at=when
    )


def put_point(cast: Cast, title: str, at: datetime | None = None, **facts: object) -> AgendaItem:
    """A point for the next meeting."""
    return actions.put_on_next_agenda(
        cast.raad,
        title=title,
        text=f"Over {title}.",
        kind=AgendaItem.Kind.DISCUSS,
        actor=cast.manager,
        at=at or cast.at,
        **facts,  # type: ignore[arg-type]
    )


def motion(cast: Cast, at: datetime | None = None, **rules: object) -> Ballot:
    """A question for or against that is not open yet."""
    when = at or cast.at
    return actions.prepare_motion(
        cast.raad,
        title="Motie",
        question="Doen wij dit?",
        text="Wij doen dit.",
        closes_at=closing_moment((when + AHEAD).date()),
        rules=dict(rules),
        actor=cast.manager,
        at=when,
    )


def open_in_meeting(
    cast: Cast, meeting: Meeting, at: datetime | None = None, ballot: Ballot | None = None
) -> Ballot:
    """The same, to be voted on in this meeting."""
    when = at or cast.at
    return actions.open_ballot_in_meeting(
        ballot or motion(cast, when), meeting=meeting, actor=cast.manager, at=when
    )


def said(cast: Cast, ballot: Ballot, letters: str, choice: str, **facts: object) -> object:
    """What a seat called out, by its representative."""
    entitlement = ballot.entitlements.select_related("organisation").get(organisation=cast[letters])
    person = cast.people.get(f"seat_{letters}", cast.seat)
    return actions.CalledOut(entitlement, person, choice, **facts)  # type: ignore[arg-type]


def enter(cast: Cast, ballot: Ballot, papers: str, at: datetime | None = None) -> list[object]:
    """What the seats called out: `GD:for BN:against`, an hour after the meeting began."""
    votes = [said(cast, ballot, *paper.split(":")) for paper in papers.split()]
    when = at or begins(ballot) + HOUR
    return list(actions.enter_votes(ballot, votes=votes, actor=cast.staff, at=when))


def begins(ballot: Ballot) -> datetime:
    """When the meeting begins in which it is voted on."""
    assert ballot.meeting is not None
    assert ballot.meeting.starts_at is not None
    return ballot.meeting.starts_at
