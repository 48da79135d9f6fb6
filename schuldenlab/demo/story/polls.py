"""Chapters 11 and 22: six project leaders say when they can come.

After the strike on the railway their second meeting gets its date from a date poll. The poll about
the fourth is open today: five of six can in eleven weeks, and one has not answered.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial

from events import actions
from events.models import DatePoll, Meeting
from events.openings import blocked_periods, not_working, openings
from events.proposals import reason_against
from partners.querysets import local_day

from . import texts
from .calendar import working_days_after
from .gatherings import schedule
from .projects import leaders
from .stage import Stage

# What they say of each moment, in order: y yes, i if need be, n no. Who is not here is silent.
WORDS = {"y": "yes", "i": "if_need_be", "n": "no"}
SECOND = {"GD": "nyyi", "ZD": "yiyn", "EZ": "nnyy", "BN": "ynni", "CH": "iyyn", "FV": "nyyy"}
FOURTH = {"GD": "nyynn", "ZD": "iyyny", "EZ": "nnynn", "BN": "ynyin", "FV": "nniyy"}
NOTE = "We bespreken samen wat brieven en belletjes opleveren."


def write(stage: Stage) -> None:
    """Ask twice: once with a date as its end, once still open today."""
    calendar = stage.calendar
    chosen, first = calendar.at(-127, "10:00"), [-134, -132, -127, -125]
    opened = calendar.at(-149, "16:30")
    stage.on(opened, lambda at: _ask_again(stage, first, at))
    for number, letters in enumerate(SECOND):
        answered = working_days_after(opened, 1 + number // 3, f"{10 + number}:20")
        stage.on(answered, partial(_answer, stage, letters, SECOND[letters]))
    stage.on(calendar.at(-142, "11:30"), lambda at: _choose(stage, chosen, at))
    fourth = [70, 72, 77, 79, 83]
    stage.on(calendar.lately(6, "14:00"), lambda at: _ask_fourth(stage, fourth, at))
    for number, letters in enumerate(FOURTH):
        answered = calendar.lately(5 - number, f"{10 + number}:05")
        stage.on(answered, partial(_answer, stage, letters, FOURTH[letters]))


def _ask_again(stage: Stage, offsets: Iterable[int], at: datetime) -> None:
    struck = Meeting.objects.filter(
        dates__starts_at=stage.calendar.at(-150, "10:00"), status=Meeting.Status.PLANNED
    ).first()
    if struck is not None:
        _ask(stage, struck, offsets, stage.calendar.day(-144), at)


def _ask_fourth(stage: Stage, offsets: Iterable[int], at: datetime) -> None:
    day = stage.calendar.day(77)
    slots = Meeting.objects.filter(
        series__duty="leaders", year=stage.calendar.today.year, status=Meeting.Status.PLANNED
    )
    around = slots.filter(window_opens_on__lte=day, window_closes_on__gte=day)
    slot = around.first() or slots.order_by("ordinal").last()
    if slot is None:
        return
    closes_on, offered = stage.calendar.day(5), list(offsets)
    if day.year != slot.year:  # late in the year: what is left of it
        found = openings(slot, asked_until=closes_on, at=at)
        offered = [(local_day(each) - stage.calendar.today).days for each in found.proposals]
    _ask(stage, slot, offered, closes_on, at)


def _ask(
    stage: Stage, meeting: Meeting, offsets: Iterable[int], closes_on: date, at: datetime
) -> None:
    """Open the poll, when at least two of these days are possible in the year of the meeting."""
    blocked = blocked_periods(at)
    possible = [
        moment
        for moment in sorted({stage.calendar.at(offset, "10:00") for offset in offsets})
        for day in [local_day(moment)]
        if day.year == meeting.year and not (not_working(day) or reason_against(day, blocked))
    ]
    if len(possible) >= actions.FEWEST_OPTIONS:
        note = NOTE if meeting.ordinal == 2 else ""  # noqa: PLR2004 - the one after the strike
        actions.open_poll(
            meeting,
            options=possible,
            closes_on=closes_on,
            note=note,
            actor=stage.manager,
            at=at,
        )


def _answer(stage: Stage, letters: str, said: str, at: datetime) -> None:
    """What one of them says of the poll that is open, if there is one."""
    person = leaders(stage)[letters]
    poll = DatePoll.objects.running().filter(invitees__person=person).first()
    if poll is None or not poll.accepts_answers(at):
        return
    options = poll.options.order_by("starts_at").values_list("pk", flat=True)
    answers = {pk: WORDS[letter] for pk, letter in zip(options, said, strict=False)}
    actions.answer_poll(poll.invitees.get(person=person), answers=answers, actor=person, at=at)


def _choose(stage: Stage, starts_at: datetime, at: datetime) -> None:
    """The best moment; without a poll the kernteam fixes it by itself."""
    poll = DatePoll.objects.running().filter(options__starts_at=starts_at).first()
    if poll is None:
        schedule(stage, "leaders", starts_at, texts.LEADERS_SECOND, at)
        return
    actions.choose_date(
        poll,
        option=poll.options.get(starts_at=starts_at),
        subject=texts.LEADERS_SECOND,
        place=texts.PLACES["leaders"],
        actor=stage.manager,
        at=at,
    )
