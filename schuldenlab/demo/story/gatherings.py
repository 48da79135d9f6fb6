"""Chapters 8, 9, 11, 13 and 25: the meetings that the framework owes."""

from collections.abc import Iterable
from datetime import datetime

from events import actions
from events.models import Meeting
from partners.models import Organisation
from partners.querysets import local_day

from . import texts
from .calendar import working_days_after
from .partner_data import PARTNERS
from .stage import Stage

EVERYBODY = tuple(partner.letters for partner in PARTNERS)
LEADERS = ("GD", "ZD", "EZ", "CH", "FV")


def write(stage: Stage) -> None:
    """From seven months ago until two months ahead."""
    calendar = stage.calendar
    meet(stage, "leaders", calendar.at(-225, "10:00"), texts.LEADERS_FIRST, LEADERS)
    meet(stage, "network", calendar.at(-160, "14:00"), texts.NETWORK_FIRST, EVERYBODY[:21])
    stage.on(calendar.at(-200, "11:00"), lambda at: _fix(stage, "leaders", -150, "10:00", at))
    stage.on(calendar.at(-151, "15:30"), lambda at: _strike(stage, at))
    # Its date comes out of the date poll of chapter 11.
    record(stage, calendar.at(-127, "10:00"), LEADERS)
    meet(stage, "inspiration", calendar.at(-104, "15:00"), texts.INSPIRATION, EVERYBODY[:19])
    stage.on(calendar.at(-40, "11:00"), lambda at: _fix(stage, "leaders", 13, "10:00", at))
    stage.on(calendar.at(-35, "11:00"), lambda at: _fix(stage, "network", 50, "14:00", at))


def meet(
    stage: Stage,
    duty: str,
    starts_at: datetime,
    subject: str,
    letters: Iterable[str],
) -> None:
    """Fix the date some weeks before, and record the next morning who was there."""
    fixed = stage.calendar.at((local_day(starts_at) - stage.calendar.today).days - 45, "11:30")
    stage.on(fixed, lambda at: schedule(stage, duty, starts_at, subject, at))
    record(stage, starts_at, letters)


def record(stage: Stage, starts_at: datetime, letters: Iterable[str]) -> None:
    """The next morning the kernteam records who was there."""
    there = tuple(letters)
    stage.on(
        working_days_after(starts_at, 1, "09:15"), lambda at: _hold(stage, starts_at, there, at)
    )


def _open_slot(duty: str, year: int) -> Meeting:
    slots = Meeting.objects.filter(series__duty=duty, year=year, status=Meeting.Status.PLANNED)
    return slots.order_by("ordinal")[0]


def schedule(stage: Stage, duty: str, starts_at: datetime, subject: str, at: datetime) -> None:
    """Give the first slot of the year that has no date its date."""
    actions.schedule_meeting(
        _open_slot(duty, local_day(starts_at).year),
        starts_at=starts_at,
        subject=subject,
        place=texts.PLACES[duty],
        actor=stage.manager,
        at=at,
    )


def _fix(stage: Stage, duty: str, offset: int, clock: str, at: datetime) -> None:
    subject = texts.SUBJECTS.get((duty, offset), "")
    schedule(stage, duty, stage.calendar.at(offset, clock), subject, at)


def _strike(stage: Stage, at: datetime) -> None:
    """No trains tomorrow: the meeting is called off the day before."""
    meeting = Meeting.objects.get(starts_at=stage.calendar.at(-150, "10:00"))
    actions.call_off_meeting(meeting, reason=texts.STRIKE, actor=stage.manager, at=at)


def _hold(stage: Stage, starts_at: datetime, letters: Iterable[str], at: datetime) -> None:
    meeting = Meeting.objects.get(starts_at=starts_at)
    there: dict[Organisation, int] = {
        stage.organisations[each]: 1 + number % 3 for number, each in enumerate(letters)
    }
    actions.hold_meeting(meeting, attendance=there, actor=stage.manager, at=at)
