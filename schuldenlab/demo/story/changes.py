"""Chapters 14, 16 and 17: a partner leaves its seat, another takes it, the kernteam shrinks."""

from datetime import datetime

from partners import actions as partners
from partners.models import KernteamMember
from programme import actions
from programme.models import Programmaraad

from . import cast
from .stage import Stage


def write(stage: Stage) -> None:
    """A hundred days ago until now."""
    calendar = stage.calendar
    stage.on(calendar.at(-100, "11:00"), lambda at: _leave(stage, at))
    stage.on(calendar.at(-65, "10:00"), lambda at: _take_seat(stage, at))
    stage.on(calendar.at(-60, "09:45"), lambda at: _leave_kernteam(stage, at))
    stage.on(calendar.lately(8, "15:15"), lambda at: _appoint_successor(stage, at))


def _leave(stage: Stage, at: datetime) -> None:
    partners.end_partnership(
        stage.partnerships["VH"], left_on=at.date(), actor=stage.manager, at=at
    )
    actions.report_open_seats(at)


def _take_seat(stage: Stage, at: datetime) -> None:
    """FV was asked and said yes (see `seats`); whoever it named votes from here."""
    raad = Programmaraad.objects.select_related("framework").get(year=stage.calendar.year)
    actions.fill_seat(raad, organisation=stage.organisations["FV"], actor=stage.manager, at=at)


def _leave_kernteam(stage: Stage, at: datetime) -> None:
    term = KernteamMember.objects.get(person__email=cast.LEAVER.email)
    partners.end_kernteam_term(term, until_on=at.date(), actor=stage.manager, at=at)


def _appoint_successor(stage: Stage, at: datetime) -> None:
    """Known already, here in five weeks."""
    person, _is_new = partners.invite_person(
        email=cast.SUCCESSOR.email, name=cast.SUCCESSOR.name, actor=stage.manager, at=at
    )
    partners.appoint_to_kernteam(
        person,
        role=KernteamMember.Role.STAFF,
        from_on=stage.calendar.day(38),
        actor=stage.manager,
        at=at,
    )
