"""Chapters 8, 9, 11 and 13: what came of the meetings, on paper and in what people do."""

from collections.abc import Iterable
from datetime import datetime

from events import actions
from events.models import ActionItem, Meeting, Minutes
from events.proceedings import text_mark

from . import minutes_texts as texts
from .calendar import working_days_after
from .stage import Stage

LEADERS_FIRST, LEADERS_SECOND, NETWORK_FIRST = (-225, "10:00"), (-127, "10:00"), (-160, "14:00")
INSPIRATION, NETWORK_NEXT = (-104, "15:00"), (50, "14:00")
Points = Iterable[tuple[str, str, str]]


def write(stage: Stage) -> None:
    """Agendas, minutes (approved, sent, a draft), and actions: done, busy and late."""
    calendar = stage.calendar
    _agenda(stage, "leaders", LEADERS_FIRST, -235, texts.LEADERS_POINTS)
    _agenda(stage, "network", NETWORK_FIRST, -170, texts.NETWORK_POINTS)
    _agenda(stage, "network", NETWORK_NEXT, -10, texts.NEXT_POINTS)
    stage.on(calendar.at(-9, "11:20"), lambda at: _wait(stage, at))
    _minutes(stage, "leaders", LEADERS_FIRST, -221, texts.LEADERS_TEXT)
    _minutes(stage, "network", NETWORK_FIRST, -155, texts.NETWORK_TEXT)
    stage.on(calendar.at(-127, "10:20"), lambda at: _approve(stage, at))
    _minutes(stage, "leaders", LEADERS_SECOND, -122, texts.LEADERS_TEXT_SECOND)
    _minutes(stage, "inspiration", INSPIRATION, -99, texts.INSPIRATION_TEXT, is_sent=False)
    _actions(stage)


def _meeting(stage: Stage, duty: str, when: tuple[int, str]) -> Meeting:
    found = Meeting.objects.select_related("series").filter(series__duty=duty)
    return found.get(starts_at=stage.calendar.at(*when))


def _agenda(stage: Stage, duty: str, when: tuple[int, str], offset: int, points: Points) -> None:
    def put(at: datetime) -> None:
        meeting = _meeting(stage, duty, when)
        for kind, title, text in points:
            actions.add_agenda_item(
                meeting.series,
                year=meeting.year,
                meeting=meeting,
                kind=kind,
                title=title,
                text=text,
                actor=stage.manager,
                at=at,
            )

    stage.on(stage.calendar.at(offset, "10:50"), put)


def _wait(stage: Stage, at: datetime) -> None:
    """A point for which there was no time, and that no meeting has yet."""
    meeting = _meeting(stage, "network", NETWORK_NEXT)
    kind, title, text = texts.WAITING
    actions.add_agenda_item(
        meeting.series,
        year=meeting.year,
        meeting=None,
        kind=kind,
        title=title,
        text=text,
        actor=stage.manager,
        at=at,
    )


def _minutes(
    stage: Stage,
    duty: str,
    when: tuple[int, str],
    offset: int,
    text: str,
    *,
    is_sent: bool = True,
) -> None:
    """Begun and written on a day, and sent the same afternoon."""

    def begin(at: datetime) -> None:
        meeting, actor = _meeting(stage, duty, when), stage.manager
        minutes = actions.start_minutes(meeting, actor=actor, at=at)
        mark = text_mark(minutes.text)
        actions.write_minutes(minutes, text=text, based_on=mark, actor=actor, at=at)

    def send(at: datetime) -> None:
        minutes = Minutes.objects.get(meeting=_meeting(stage, duty, when))
        actions.send_minutes(minutes, actor=stage.manager, at=at)

    stage.on(stage.calendar.at(offset, "13:20"), begin)
    if is_sent:
        stage.on(stage.calendar.at(offset, "16:40"), send)


def _approve(stage: Stage, at: datetime) -> None:
    minutes = Minutes.objects.get(meeting=_meeting(stage, "leaders", LEADERS_FIRST))
    meeting = _meeting(stage, "leaders", LEADERS_SECOND)
    actions.approve_minutes(minutes, meeting=meeting, actor=stage.manager, at=at)


def _actions(stage: Stage) -> None:
    """Of the network meeting: one is done, one is busy, one is late; and one of the leaders."""
    calendar = stage.calendar
    _give(stage, "leaders", LEADERS_FIRST, texts.LETTERS, ("ZD", -190))
    _give(stage, "network", NETWORK_FIRST, texts.EXAMPLE, ("CH", -115))
    _give(stage, "network", NETWORK_FIRST, texts.TEAM, ("BN", 39))
    _give(stage, "network", NETWORK_FIRST, texts.LIST, ("", -22))
    stage.on(calendar.at(-195, "14:10"), lambda at: _finish(texts.LETTERS, "", at))
    stage.on(calendar.at(-118, "15:25"), lambda at: _finish(texts.EXAMPLE, texts.EXAMPLE_NOTE, at))
    for offset in (-27, -21):
        stage.on(calendar.at(offset, "09:40"), _remind)


def _give(stage: Stage, duty: str, when: tuple[int, str], text: str, who: tuple[str, int]) -> None:
    """Written down the day after, for the director of a partner or (without letters) the manager.

    `who` also says until which day.
    """
    letters, until = who

    def give(at: datetime) -> None:
        actions.add_action(
            _meeting(stage, duty, when),
            text=text,
            owner=stage.directors[letters] if letters else stage.manager,
            due_on=stage.calendar.day(until),
            actor=stage.manager,
            at=at,
        )

    stage.on(working_days_after(stage.calendar.at(*when), 1, "11:05"), give)


def _finish(text: str, note: str, at: datetime) -> None:
    """By the link in the mail, as its owner."""
    action = ActionItem.objects.get(text=text)
    actions.finish_action(action, note=note, actor=action.owner, at=at)


def _remind(at: datetime) -> None:
    actions.remind_actions(at)
