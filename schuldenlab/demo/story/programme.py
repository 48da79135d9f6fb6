"""Chapter 6: the programme of the year is written, put to the raad, and adopted."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from events.models import AgendaItem, Meeting
from programme import actions
from programme.deadlines import meeting_deadlines
from programme.models import Ballot, Dispute, Programme, Vote
from programme.passages import Line, ThemePlan

from . import programme_texts as said
from . import texts
from .calendar import working_days_after
from .commitments import ask
from .raad_meetings import ADOPTING
from .stage import Stage

Contents = tuple[Sequence[ThemePlan], Sequence[Line], str]
FOR, AGAINST, ABSTAIN = Vote.Choice.FOR, Vote.Choice.AGAINST, Vote.Choice.ABSTAIN
# What each seat calls out in the meeting. That of the corporation is heard wrongly.
CALLED_OUT = (
    ("GD", FOR, ""),
    ("ZD", FOR, texts.REASON_ZD_LAST),
    ("EZ", FOR, texts.REASON_EZ),
    ("BN", FOR, ""),
    ("CH", ABSTAIN, ""),
    ("VH", AGAINST, texts.REASON_VH),
)


def write(stage: Stage) -> None:
    """The text (see `drafting`), the vote in the meeting, objections, and then the commitments."""
    calendar, year = stage.calendar, stage.calendar.year
    amended = working_days_after(calendar.at(-276, "15:00"), 6, "15:00")
    contents = (said.THEMES, said.BUDGET, said.NOTE_AMENDED)
    write_text(stage, year, texts.TITLE % {"year": year}, amended, contents)
    fixed, starts_at = calendar.at(-255, "10:30"), calendar.at(ADOPTING, "10:00")
    submit(stage, year, working_days_after(fixed, -2, "16:00"))
    stage.on(
        working_days_after(fixed, -1, "10:15"), lambda at: _prepare(stage, year, starts_at, at)
    )
    stage.on(working_days_after(fixed, -1, "14:40"), lambda at: _show(stage, year, at))
    stage.on(fixed, lambda at: _put_to_meeting(stage, year, starts_at, at))
    stage.on(starts_at + timedelta(minutes=75), lambda at: _enter(stage, year, at))
    stage.on(starts_at + timedelta(hours=4), lambda at: _dispute(stage, year, at))
    stage.on(starts_at + timedelta(hours=5, minutes=20), lambda at: _correct(stage, at))
    _dispute_by, closes = meeting_deadlines(starts_at)
    stage.on(closes, lambda at: _close(year, at))
    ask(stage, year, closes)


def _prepare(stage: Stage, year: int, starts_at: datetime, at: datetime) -> None:
    """The kernteam writes down the question, and looks at what can happen under the usual rules."""
    actions.prepare_programme_ballot(
        Programme.objects.get(year=year),
        closes_at=meeting_deadlines(starts_at)[1],
        rules={},
        actor=stage.manager,
        at=at,
    )


def _show(stage: Stage, year: int, at: datetime) -> None:
    """The raad sees text, rules and interests, and nobody says that something is not right."""
    actions.announce_ballot(_ballot(year), actor=stage.manager, at=at)


def _put_to_meeting(stage: Stage, year: int, starts_at: datetime, at: datetime) -> None:
    """Text and rules are fixed; it comes on the agenda."""
    ballot = actions.open_ballot_in_meeting(
        _ballot(year),
        meeting=Meeting.objects.of_raad(year).get(starts_at=starts_at),
        actor=stage.manager,
        at=at,
    )
    actions.put_on_next_agenda(
        ballot.raad,
        title=texts.POINT_PROGRAMME % {"year": year},
        text=texts.POINT_PROGRAMME_TEXT,
        kind=AgendaItem.Kind.DECIDE,
        ballot=ballot,
        actor=stage.manager,
        at=at,
    )


def _ballot(year: int) -> Ballot:
    return Ballot.objects.select_related("raad", "meeting").get(programme__year=year)


def _enter(stage: Stage, year: int, at: datetime) -> None:
    """What the seats call out, entered by the kernteam on the spot."""
    ballot = _ballot(year)
    seats = {row.organisation_id: row for row in ballot.entitlements.select_related("organisation")}
    votes = [
        actions.CalledOut(
            seats[stage.organisations[letters].pk], stage.directors[letters], choice, reason
        )
        for letters, choice, reason in CALLED_OUT
    ]
    actions.enter_votes(ballot, votes=votes, actor=stage.manager, at=at)


def _dispute(stage: Stage, year: int, at: datetime) -> None:
    """The corporation reads its receipt: that is not what it said."""
    actions.dispute_vote(
        _ballot(year),
        organisation=stage.organisations["CH"],
        text=texts.NOT_RIGHT,
        actor=stage.directors["CH"],
        at=at,
    )


def _correct(stage: Stage, at: datetime) -> None:
    actions.correct_vote(
        Dispute.objects.waiting().select_related("entitlement__ballot__raad")[0],
        choice=FOR,
        reason="",
        words=texts.CORRECTED,
        actor=stage.manager,
        at=at,
    )


def write_text(stage: Stage, year: int, title: str, when: datetime, contents: Contents) -> None:
    """The kernteam writes the programme of a year, with its themes and its budget."""
    themes, budget, note = contents

    def act(at: datetime) -> None:
        actions.write_programme(
            year,
            framework=stage.framework,
            title=title,
            ambition=texts.AMBITION % {"year": year},
            text=texts.PROGRAMME % {"year": year},
            themes=themes,
            budget=budget,
            note=note,
            actor=stage.manager,
            at=at,
        )

    stage.on(when, act)


def submit(stage: Stage, year: int, when: datetime) -> None:
    """From here the text stays as it is."""

    def act(at: datetime) -> None:
        programme = Programme.objects.get(year=year)
        actions.submit_programme(programme, actor=stage.manager, at=at)

    stage.on(when, act)


def _close(year: int, at: datetime) -> None:
    actions.close_ballot(Ballot.objects.select_related("raad").get(programme__year=year), at=at)
