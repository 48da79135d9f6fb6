"""Chapters 2 and 21: a programmaraad is proposed, heard and installed."""

from collections.abc import Sequence
from datetime import datetime

from events.workdays import add_working_days
from programme import actions
from programme.deadlines import CITY_ZONE
from programme.models import Programmaraad

from . import cast, texts
from .calendar import moment, working_days_after
from .stage import Stage


def write(stage: Stage) -> None:
    """The raad of the story's year, proposed 300 days ago, and that of the next."""
    calendar = stage.calendar
    install = calendar.at(-285, "10:00")
    propose = min(calendar.at(-300, "10:00"), working_days_after(install, -11, "10:00"))
    raad = compose(stage, calendar.year, cast.SEATS, propose, install)

    def respond(at: datetime) -> None:
        actions.respond_to_raad(
            Programmaraad.objects.get(year=raad),
            organisation=stage.organisations["PM"],
            text=texts.RESPONSE,
            actor=stage.contacts["PM"][0],
            at=at,
        )

    stage.on(working_days_after(propose, 4, "14:20"), respond)
    if calendar.has_next_year:
        install = calendar.at(-21, "10:00")
        propose = working_days_after(install, -12, "10:00")
        # Who said yes named its voters at once; see `seats`.
        compose(stage, calendar.year + 1, cast.NEXT_SEATS, propose, install, are_named=True)


def compose(
    stage: Stage,
    year: int,
    seats: Sequence[str],
    propose_at: datetime,
    install_at: datetime,
    *,
    are_named: bool = False,
) -> int:
    """Propose these seats, let each name who votes for it, and install. Returns the year."""

    def propose(at: datetime) -> None:
        actions.propose_raad(
            year,
            framework=stage.framework,
            organisations=[stage.organisations[letters] for letters in seats],
            actor=stage.manager,
            at=at,
        )

    def install(at: datetime) -> None:
        raad = Programmaraad.objects.get(year=year)
        actions.install_raad(raad, actor=stage.manager, at=at)

    stage.on(propose_at, propose)
    naming = add_working_days(install_at.astimezone(CITY_ZONE).date(), -2)
    for number, letters in enumerate(() if are_named else seats):
        name(stage, year, letters, moment(naming, f"{10 + number}:15"))
    stage.on(install_at, install)
    return year


def name(stage: Stage, year: int, letters: str, when: datetime) -> None:
    """The director votes for the organisation, a contact takes over when needed."""

    def act(at: datetime) -> None:
        raad = Programmaraad.objects.get(year=year)
        actions.name_delegates(
            raad.seats.select_related("raad", "organisation").get(
                organisation=stage.organisations[letters]
            ),
            representative=stage.directors[letters],
            substitute=stage.contacts[letters][0],
            actor=stage.manager,
            at=at,
        )

    stage.on(when, act)
