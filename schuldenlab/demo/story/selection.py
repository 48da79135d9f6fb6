"""Chapters 4 and 5: the raad chooses the themes, in two rounds."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from programme import actions
from programme.models import Ballot, BallotInterest, ThemeCall

from . import theme_texts
from .calendar import working_days_after
from .stage import Stage
from .theme_texts import BUFFER, BUSINESS, DIVORCE, LESSONS, OVERDRAFT, TOGETHER, Proposal
from .themes import first_close

N, E, G, Z, S, R = (BUFFER, TOGETHER, LESSONS, BUSINESS, DIVORCE, OVERDRAFT)
# Working days after opening, time, seat, what it chooses.
FIRST: tuple[tuple[int, str, str, tuple[Proposal, ...]], ...] = (
    (0, "11:40", "GD", (N, E, G, Z)),
    (1, "09:35", "EZ", (N, E, Z, S)),
    (1, "15:20", "ZD", (N, E, G, S)),
    (2, "10:05", "CH", (E, G, Z, S)),
    (2, "14:50", "BN", (N, G, Z, S)),
    (3, "09:15", "VH", (N, E, G, R)),
)
SECOND: tuple[tuple[int, str, str, tuple[Proposal, ...]], ...] = (
    (0, "10:30", "GD", (Z,)),
    (0, "13:25", "ZD", (Z,)),
    (0, "15:10", "EZ", (Z,)),
    (1, "09:50", "BN", (S,)),
    (1, "11:15", "CH", (Z,)),
    (1, "14:05", "ZD", (S,)),
    (1, "15:55", "VH", ()),
)


def write(stage: Stage) -> None:
    """The first round ends in a tie on the last place, the second chooses one more."""
    calendar = stage.calendar
    year, closes = calendar.year, calendar.deadline(-255)
    put(stage, year, working_days_after(first_close(stage), 1, "10:00"), closes)
    stage.on(working_days_after(closes, -4, "11:00"), lambda at: _disclose(stage, year, at))
    opens = working_days_after(closes, -3, "10:00")
    show_and_open(stage, year, opens, closes)
    for days, clock, letters, chosen in FIRST:
        approve(stage, year, letters, chosen, working_days_after(opens, days, clock))
    stage.on(closes, lambda at: close(year, at))
    again = working_days_after(closes, 1, "09:30")
    end = max(calendar.deadline(-248), working_days_after(closes, 3, "17:00"))
    stage.on(again, lambda at: _open(stage, year, end, at))
    for days, clock, letters, chosen in SECOND:
        approve(stage, year, letters, chosen, working_days_after(again, days, clock))
    stage.on(end, lambda at: close(year, at))


def put(stage: Stage, year: int, when: datetime, closes: datetime) -> None:
    """The proposals become the options of a ballot."""

    def act(at: datetime) -> None:
        call = ThemeCall.objects.select_related("framework").get(year=year)
        actions.put_themes_to_ballot(call, closes_at=closes, rules={}, actor=stage.manager, at=at)

    stage.on(when, act)


def ballot_of(year: int) -> Ballot:
    """The ballot that the call of this year lies in now."""
    return Ballot.objects.select_related("raad").get(theme_call__year=year)


def _disclose(stage: Stage, year: int, at: datetime) -> None:
    """The bank would be paid for one of the themes, so it steps aside for that one."""
    ballot = ballot_of(year)
    actions.disclose_interest(
        ballot,
        organisation=stage.organisations["BN"],
        option=ballot.options.get(title=OVERDRAFT.title),
        kind=BallotInterest.Kind.PAID,
        text=theme_texts.PAID,
        actor=stage.manager,
        at=at,
    )


def show_and_open(stage: Stage, year: int, opens: datetime, closes: datetime) -> None:
    """The raad sees the ballot an hour before it opens, at the least."""

    def announce(at: datetime) -> None:
        actions.announce_ballot(ballot_of(year), actor=stage.manager, at=at)

    stage.on(opens - timedelta(hours=1), announce)
    stage.on(opens, lambda at: _open(stage, year, closes, at))


def _open(stage: Stage, year: int, closes: datetime, at: datetime) -> None:
    actions.open_ballot(ballot_of(year), closes_at=closes, actor=stage.manager, at=at)


def approve(
    stage: Stage, year: int, letters: str, chosen: Iterable[Proposal], when: datetime
) -> None:
    """One seat chooses, in the person of its director; nothing chosen: it abstains."""
    titles = [proposal.title for proposal in chosen]

    def act(at: datetime) -> None:
        ballot = ballot_of(year)
        options = ballot.options.filter(title__in=titles)
        actions.cast_vote(
            ballot,
            organisation=stage.organisations[letters],
            choice="approve" if titles else "abstain",
            approves=list(options.values_list("pk", flat=True)),
            reason="",
            actor=stage.directors[letters],
            at=at,
        )

    stage.on(when, act)


def close(year: int, at: datetime) -> None:
    """At the deadline."""
    actions.close_ballot(ballot_of(year), at=at)
