"""Minutes, the series in which is met, and what comes on the agenda by itself."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from events import actions as events
from events.models import Meeting
from events.tasks import plan_cadence
from partners.actions import bring_into_force
from partners.models import Framework
from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot, Programmaraad
from programme.tasks import close_due_ballots
from tests.cast import SEATS, days_before
from tests.house.minutes import going_on
from tests.house.world import open_motion
from trials.acts import Press, attack, by_the_clock, request

if TYPE_CHECKING:
    from datetime import datetime

    from tests.house.world import World

DAY = timedelta(days=1)


@attack("minutes.meeting")
def begin_minutes(world: World) -> Press:
    """Somebody begins the minutes of the network meeting that was held."""
    held = Meeting.objects.get(series__duty="network", status="held")
    return request(world.cast.staff, reverse("events:minutes-start", args=[held.pk]))


@attack("minutes.document")
def send_minutes_for_the_first_time(world: World) -> Press:
    """The meeting that went on is over, and what was written of it goes to everybody."""
    cast = world.cast
    meeting = Meeting.objects.get(pk=going_on(world))
    events.hold_meeting(meeting, attendance=[cast["BN"]], actor=cast.manager, at=cast.at)
    return request(cast.staff, reverse("events:minutes-send", args=[meeting.pk]))


@attack("series_once_per_duty")
def arrange_the_usual_series(world: World) -> Press:
    """The next framework holds, and the clock sees that nobody arranged its meetings."""
    _next_framework(world)
    return by_the_clock(plan_cadence)


@attack("series_once_per_duty")
def plan_the_first_meetings_of_two_raden(world: World) -> Press:
    """Two raden of the next framework, each with a lock of its own, begin to meet in one series."""
    framework, year = _next_framework(world), world.cast.at.year
    raden = [_installed(world, year + later, framework) for later in (2, 3)]
    turns = cycle([_plan(world, raad) for raad in raden])

    def press() -> int:
        return next(turns)()

    return press


def _next_framework(world: World) -> Framework:
    """The successor, which holds now and for which nothing is arranged."""
    following = Framework.objects.get(predecessor=world.cast.framework)
    return bring_into_force(following, actor=world.cast.manager, at=world.cast.at)


def _installed(world: World, year: int, framework: Framework) -> Programmaraad:
    """Who has a seat this year has one in a later year too, and that raad is installed."""
    cast, at = world.cast, days_before(world.cast.at, world.cast.at.year - year + 1, 9, 15)
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    seated = [cast[letters] for letters in SEATS]
    raad = actions.propose_raad(year, framework=framework, organisations=seated, **known)
    for letters in SEATS:
        seat = raad.seats.get(organisation=cast[letters])
        voter = cast.people.get(f"seat_{letters}", cast.seat)
        actions.name_delegates(seat, representative=voter, substitute=None, **known)
    return actions.install_raad(raad, actor=cast.manager, at=at + 60 * DAY)


def _plan(world: World, raad: Programmaraad) -> Press:
    """A meeting on an ordinary day of its year."""
    day = closing_moment(date(raad.year, 3, 1)).date()
    url = reverse("programme:raad-meeting-plan", args=[raad.year])
    return request(world.cast.manager, url, starts_on=day, starts_time="10:00", nevertheless="on")


@attack("agendaballot.item")
def close_a_repeat_in_which_nobody_votes(world: World) -> Press:
    """Voting came to nothing twice: the clock closes the repeat, and a meeting has to decide."""
    at = world.cast.at
    first = open_motion(world.cast, at - 9 * DAY, closes_at=at - 5 * DAY, title="Zonder stemmen")
    actions.close_ballot(first, at=first.closes_at)
    repeat = Ballot.objects.get(previous=first)
    _open(world, repeat, at - 4 * DAY)
    return by_the_clock(close_due_ballots)


def _open(world: World, ballot: Ballot, opens_at: datetime) -> None:
    """It is open for three days."""
    cast, closes_at = world.cast, opens_at + 3 * DAY
    actions.open_ballot(ballot, closes_at=closes_at, actor=cast.manager, at=opens_at)
