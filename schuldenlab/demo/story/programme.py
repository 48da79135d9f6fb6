"""Chapter 6: the programme of the year is written, put to the raad, and adopted."""

from datetime import datetime, timedelta

from programme import actions
from programme.models import Ballot, Programme, Vote

from . import texts
from .calendar import working_days_after
from .commitments import ask
from .stage import Stage

FOR, AGAINST, ABSTAIN = Vote.Choice.FOR, Vote.Choice.AGAINST, Vote.Choice.ABSTAIN
# Working days after opening, time, seat, choice, reason.
VOTES = (
    (0, "14:05", "GD", FOR, ""),
    (1, "09:40", "EZ", FOR, texts.REASON_EZ),
    (1, "16:20", "ZD", ABSTAIN, texts.REASON_ZD_FIRST),
    (2, "11:15", "BN", FOR, ""),
    (3, "10:30", "ZD", FOR, texts.REASON_ZD_LAST),
)


def write(stage: Stage) -> None:
    """The text in three weeks, the ballot in ten days, and then the commitments."""
    calendar, year = stage.calendar, stage.calendar.year
    write_text(stage, year, texts.TITLE % {"year": year}, calendar.at(-276, "15:00"))
    opens, closes = calendar.at(-255, "10:30"), calendar.deadline(-245)
    submit(stage, year, working_days_after(opens, -2, "16:00"))
    open_ballot(stage, year, opens, closes)
    for days, clock, letters, choice, reason in VOTES:
        vote(stage, year, letters, choice, working_days_after(opens, days, clock), reason=reason)
    by_substitute = working_days_after(opens, 3, "13:45")
    vote(stage, year, "CH", FOR, by_substitute, is_substitute=True)
    last_hour = closes - timedelta(minutes=65)
    vote(stage, year, "VH", AGAINST, last_hour, reason=texts.REASON_VH)
    for days in (-3, -1):
        stage.on(working_days_after(closes, days, "10:00"), _remind)
    stage.on(closes, lambda at: _close(year, at))
    ask(stage, year, closes)


def write_text(stage: Stage, year: int, title: str, when: datetime) -> None:
    """The kernteam writes the programme of a year."""

    def act(at: datetime) -> None:
        actions.write_programme(
            year,
            framework=stage.framework,
            title=title,
            ambition=texts.AMBITION % {"year": year},
            text=texts.PROGRAMME % {"year": year},
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


def open_ballot(stage: Stage, year: int, opens: datetime, closes: datetime) -> None:
    """A motion with the usual rules."""

    def act(at: datetime) -> None:
        actions.put_programme_to_ballot(
            Programme.objects.get(year=year),
            closes_at=closes,
            rules={},
            actor=stage.manager,
            at=at,
        )

    stage.on(opens, act)


def vote(
    stage: Stage,
    year: int,
    letters: str,
    choice: str,
    when: datetime,
    *,
    reason: str = "",
    is_substitute: bool = False,
) -> None:
    """One seat votes, in the person of its director or of the substitute."""

    def act(at: datetime) -> None:
        voter = stage.contacts[letters][0] if is_substitute else stage.directors[letters]
        actions.cast_vote(
            Ballot.objects.select_related("raad").get(programme__year=year),
            organisation=stage.organisations[letters],
            choice=choice,
            reason=reason,
            actor=voter,
            at=at,
        )

    stage.on(when, act)


def _remind(at: datetime) -> None:
    actions.remind_voters(at)


def _close(year: int, at: datetime) -> None:
    actions.close_ballot(Ballot.objects.select_related("raad").get(programme__year=year), at=at)
