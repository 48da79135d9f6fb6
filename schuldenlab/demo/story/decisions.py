"""The register through the year: who sees to decisions, what became of them, and what is late."""

from collections.abc import Callable
from datetime import datetime

from events.models import Meeting
from partners.models import Person
from programme import actions
from programme.models import Decision, Programmaraad

from . import decision_texts as texts
from .calendar import working_days_after
from .raad_meetings import ADOPTING, held
from .stage import Stage

Find = Callable[[], Decision]


def write(stage: Stage) -> None:
    """From the adoption of the programme until three weeks ago."""
    calendar = stage.calendar
    _of_the_programme(stage)
    decided(stage, texts.CONTACT_TITLE, texts.CONTACT, meeting=ADOPTING, days=5)
    contact = _titled(texts.CONTACT_TITLE)
    assign(stage, contact, "EZ", -230, due=-120, follow_up=texts.CONTACT_TASK)
    report(stage, contact, "EZ", -180, texts.CONTACT_STEP)
    carry_out(stage, contact, "EZ", -124, texts.CONTACT_DONE)
    advised(stage, texts.EMPLOYERS_TITLE, texts.EMPLOYERS, -148)
    employers = _titled(texts.EMPLOYERS_TITLE)
    assign(stage, employers, "ZD", -147, due=-14, follow_up=texts.EMPLOYERS_TASK)
    report(stage, employers, "ZD", -58, texts.EMPLOYERS_STEP)
    decided(stage, texts.LETTER_TITLE, texts.LETTER, meeting=-130)
    stage.on(calendar.at(-72, "10:25"), lambda at: _drop(stage, at))
    decided(stage, texts.SHARE_TITLE, texts.SHARE, meeting=-60)
    share = _titled(texts.SHARE_TITLE)
    assign(stage, share, "GD", -50, due=25, follow_up=texts.SHARE_TASK)
    for offset in (-21, -15, -13):
        stage.on(calendar.at(offset, "10:05"), _remind)


def _of_the_programme(stage: Stage) -> None:
    """The kernteam sees to the commitments."""
    year = stage.calendar.year

    def find() -> Decision:
        return Decision.objects.get(ballot__programme__year=year)

    assign(stage, find, "", -235, due=-165, follow_up=texts.ASK_ALL)
    report(stage, find, "", -220, texts.ASKED)
    carry_out(stage, find, "", -166, texts.ANSWERED)


def _titled(title: str) -> Find:
    return lambda: Decision.objects.select_related("owner").get(title=title)


def _person(stage: Stage, letters: str) -> Person:
    return stage.directors[letters] if letters else stage.manager


def advised(stage: Stage, title: str, text: str, offset: int) -> None:
    """The raad gave its advice between two meetings; the kernteam enters it that day."""
    at = stage.calendar.at(offset, "16:40")
    taken_at = stage.calendar.at(offset, "15:30")
    stage.on(at, lambda at: _enter(stage, (title, text), taken_at, None, at))


def decided(stage: Stage, title: str, text: str, *, meeting: int, days: int = 1) -> None:
    """The raad decided it in its meeting; the kernteam enters it some working days later."""
    taken_at = stage.calendar.at(meeting, "11:20")
    stage.on(
        working_days_after(taken_at, days, "16:40"),
        lambda at: _enter(stage, (title, text), taken_at, held(stage, meeting), at),
    )


def _enter(
    stage: Stage,
    words: tuple[str, str],
    taken_at: datetime,
    meeting: Meeting | None,
    at: datetime,
) -> None:
    title, text = words
    actions.enter_decision(
        Programmaraad.objects.get(year=stage.calendar.year),
        title=title,
        text=text,
        origin=Decision.Origin.MEETING if meeting else Decision.Origin.ADVICE,
        meeting=meeting,
        taken_at=taken_at,
        actor=stage.manager,
        at=at,
    )


def assign(
    stage: Stage, find: Find, letters: str, offset: int, *, due: int, follow_up: str
) -> None:
    """The director of a partner sees to it; without letters the manager of the kernteam."""

    def act(at: datetime) -> None:
        actions.assign_decision(
            find(),
            owner=_person(stage, letters),
            due_on=stage.calendar.day(due),
            follow_up=follow_up,
            actor=stage.manager,
            at=at,
        )

    stage.on(stage.calendar.at(offset, "17:05"), act)


def report(stage: Stage, find: Find, letters: str, offset: int, text: str) -> None:
    """The owner says what happened."""

    def act(at: datetime) -> None:
        actions.report_step(find(), text=text, actor=_person(stage, letters), at=at)

    stage.on(stage.calendar.at(offset, "11:50"), act)


def carry_out(stage: Stage, find: Find, letters: str, offset: int, text: str) -> None:
    """The owner says that it is done."""

    def act(at: datetime) -> None:
        actions.carry_out_decision(find(), text=text, actor=_person(stage, letters), at=at)

    stage.on(stage.calendar.at(offset, "12:35"), act)


def _drop(stage: Stage, at: datetime) -> None:
    decision = _titled(texts.LETTER_TITLE)()
    actions.drop_decision(decision, reason=texts.LETTER_DROPPED, actor=stage.manager, at=at)


def _remind(at: datetime) -> None:
    actions.remind_owners(at)
