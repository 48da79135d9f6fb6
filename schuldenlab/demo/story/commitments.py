"""Chapters 7 and 13: what the partners answer: 21 yes, 2 not now, 2 nothing; later one more."""

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle

from events.models import Meeting
from partners.models import Way
from programme import actions
from programme.deadlines import commitment_deadline
from programme.models import Commitment, Programme

from . import texts
from .calendar import working_days_after
from .partner_data import PARTNERS
from .stage import Stage

SILENT = ("BM", "WN")
SAID_THERE, INSPIRED = "BM", -104  # who answers after all, and the day of the event
NOT_NOW = {"UR": texts.REORGANISATION, "OZ": texts.ELECTIONS}
LATE = ("TH", "PM", "FB")  # after the first reminder
CLOCKS = ("09:20", "10:45", "13:35", "15:50")


def ask(stage: Stage, year: int, adopted_at: datetime) -> None:
    """Most answer within nine working days, some after a reminder, two never."""
    deadline = commitment_deadline(adopted_at, year)
    moments = _soon(adopted_at)
    for partner in PARTNERS:
        letters = partner.letters
        if letters not in {*SILENT, *NOT_NOW, *LATE}:
            answer(stage, year, letters, next(moments))
    for letters, days in zip(LATE, (-9, -7, -5), strict=True):
        answer(stage, year, letters, working_days_after(deadline, days, "11:10"))
    for (letters, reason), days in zip(NOT_NOW.items(), (-8, -6), strict=True):
        answer(stage, year, letters, working_days_after(deadline, days, "16:05"), reason)
    event = stage.calendar.at(INSPIRED, "15:00")
    stage.on(working_days_after(event, 1, "10:40"), lambda at: _at_event(stage, year, event, at))
    for days in (-10, -3):
        stage.on(working_days_after(deadline, days, "09:30"), _remind)


def _soon(adopted_at: datetime) -> Iterator[datetime]:
    """Two moments on each of the working days after adoption."""
    clocks = cycle(CLOCKS)
    for days in range(1, 20):
        for _twice in range(2):
            yield working_days_after(adopted_at, days, next(clocks))


def answer(stage: Stage, year: int, letters: str, when: datetime, reason: str = "") -> None:
    """The director answers; with a reason it is "not now"."""

    def act(at: datetime) -> None:
        actions.give_commitment(
            Programme.objects.get(year=year),
            organisation=stage.organisations[letters],
            answer=Commitment.Answer.NOT_NOW if reason else Commitment.Answer.YES,
            reason=reason,
            actor=stage.directors[letters],
            at=at,
        )

    stage.on(when, act)


def _at_event(stage: Stage, year: int, starts_at: datetime, at: datetime) -> None:
    """One that was silent says yes at the inspiration event; the kernteam heard and records it."""
    meeting = Meeting.objects.get(starts_at=starts_at)
    actions.give_commitment(
        Programme.objects.get(year=year),
        organisation=stage.organisations[SAID_THERE],
        answer=Commitment.Answer.YES,
        reason="",
        way=Way.MEETING,
        given_on=meeting.held_on,
        meeting=meeting,
        actor=stage.manager,
        at=at,
    )


def _remind(at: datetime) -> None:
    actions.remind_commitments(at)
