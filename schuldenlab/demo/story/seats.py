"""Chapters 2, 16 and 21: last year's raad, who is asked for a seat, and what each answers."""

from datetime import date, datetime

from events.workdays import next_working_day
from programme import actions
from programme.models import Programmaraad, SeatInvitation

from . import texts
from .calendar import moment
from .stage import Stage

BEFORE = ("GD", "ZD", "BN", "CH", "WL")
BUSY = "WL"  # says no for the next year
# Days before today on which each partner answers about the next year.
ANSWERS = {"GD": -54, "ZD": -54, "EZ": -52, "BN": -51, "CH": -50}


def write(stage: Stage) -> None:
    """The raad of the year before, the open seat of VH, and the raad of the next year."""
    calendar = stage.calendar
    stage.on(calendar.at(-330, "14:00"), lambda at: _take_over(stage, at))
    over = max(calendar.day(-320), date(calendar.year, 1, 5))
    stage.on(moment(next_working_day(over), "09:30"), lambda at: _dissolve(stage, at))
    ask(stage, calendar.year, ("FV",), -70)
    stage.on(calendar.at(-66, "09:30"), lambda at: accept(stage, calendar.year, "FV", at))
    if not calendar.has_next_year:
        return
    year = calendar.year + 1
    ask(stage, year, (*ANSWERS, BUSY), -55)
    for number, (letters, days) in enumerate(ANSWERS.items()):
        stage.on(
            calendar.at(days, f"{10 + number}:40"),
            lambda at, letters=letters: accept(stage, year, letters, at),  # type: ignore[misc]
        )
    stage.on(calendar.at(-52, "16:30"), lambda at: _decline(stage, year, at))
    ask(stage, year, ("FV",), -49)
    stage.on(calendar.at(-45, "09:20"), lambda at: accept(stage, year, "FV", at))


def _take_over(stage: Stage, at: datetime) -> None:
    """Only what was before the first day of the lab is taken over; later years had no story."""
    year = stage.calendar.year - 1
    installed_on = date(year - 1, 12, 12)
    now = stage.framework
    framework = now if now.starts_on.year <= year else now.predecessor
    if installed_on >= now.starts_on or framework is None:
        return
    actions.take_over_raad(
        year,
        framework=framework,
        organisations=[stage.organisations[letters] for letters in BEFORE],
        installed_on=installed_on,
        actor=stage.manager,
        at=at,
    )


def _dissolve(stage: Stage, at: datetime) -> None:
    raad = Programmaraad.objects.filter(year=stage.calendar.year - 1).first()
    if raad is not None:
        actions.dissolve_raad(raad, actor=stage.manager, at=at)


def ask(stage: Stage, year: int, letters: tuple[str, ...], days: int) -> None:
    """The kernteam asks these partners for a seat."""

    def act(at: datetime) -> None:
        actions.invite_to_seats(
            year,
            framework=stage.framework,
            organisations=[stage.organisations[each] for each in letters],
            actor=stage.manager,
            at=at,
        )

    stage.on(stage.calendar.at(days, "09:15"), act)


def _asked(stage: Stage, year: int, letters: str) -> SeatInvitation:
    found: SeatInvitation = SeatInvitation.objects.asked().get(
        raad__year=year, organisation=stage.organisations[letters]
    )
    return found


def accept(stage: Stage, year: int, letters: str, at: datetime) -> None:
    """The director says yes and will vote; a contact is substitute."""
    actions.accept_seat(
        _asked(stage, year, letters),
        representative=stage.directors[letters],
        substitute=stage.contacts[letters][0],
        actor=stage.directors[letters],
        at=at,
    )


def _decline(stage: Stage, year: int, at: datetime) -> None:
    actions.decline_seat(
        _asked(stage, year, BUSY), reason=texts.NO_SEAT, actor=stage.directors[BUSY], at=at
    )
