"""What the clock makes of ballots, and texts of a programme with all that belongs to them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from programme import actions, tasks
from programme.deadlines import closing_moment
from programme.models import Programme
from tests.cast import SEATS, days_before
from tests.house.world import TEXTS, put_to_ballot, vote, write
from tests.programme import choosing
from trials.acts import Press, attack, by_the_clock, request

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast
    from tests.house.world import World

DAY = timedelta(days=1)
RULES = {"quorum": "at_least:2/3", "majority": "over:1/2", "base": "cast"}


def lists() -> dict[str, Any]:
    """Two themes and two amounts, as a browser sends them."""
    sent: dict[str, Any] = {}
    for prefix in ("themes", "budget"):
        sent |= {f"{prefix}-TOTAL_FORMS": 2, f"{prefix}-INITIAL_FORMS": 0}
    for number, title in enumerate(("Noodbuffer", "Verkenning")):
        theme = {"title": title, "plan": "Wij proberen het."}
        amount = {"title": title, "category": "innovation", "amount": "60.000"}
        sent |= {f"themes-{number}-{name}": value for name, value in theme.items()}
        sent |= {f"budget-{number}-{name}": value for name, value in amount.items()}
    return sent


@attack("programme.year", "programme_version_once")
def begin_a_programme(world: World) -> Press:
    """The first text of a year that has none: what is there was meant for the year after."""
    year = world.next_programme.year
    Programme.objects.filter(year=year).update(year=year + 1)
    url = reverse("programme:programme-write", args=[year])
    return request(world.cast.manager, url, version=0, **TEXTS, **lists())


@attack("programme_version_once", "programme_theme_place_once", "budget_line_place_once")
def write_a_programme(world: World) -> Press:
    """A newer text with themes and amounts."""
    programme = world.next_programme
    last = programme.versions.order_by("-number")[0]
    url = reverse("programme:programme-write", args=[programme.year])
    text = {**TEXTS, "text": "Wat we ook doen."}
    return request(world.cast.manager, url, version=last.number, **text, **lists())


@attack("programme.ballot")
def put_a_programme_to_the_vote(world: World) -> Press:
    """The ballot of a programme that the raad has."""
    cast = world.cast
    programme = Programme.objects.get(pk=world.next_programme.pk)
    actions.submit_programme(programme, actor=cast.manager, at=cast.at)
    closes_on = closing_moment((cast.at + 14 * DAY).date())
    url = reverse("programme:programme-ballot", args=[programme.year])
    rules = {**RULES, "tie_rule": "second_round"}
    return request(cast.manager, url, closes_on=f"{closes_on:%d-%m-%Y}", **rules)


@attack(
    "ballot.previous",
    "ballotoption.previous",
    "option_place_once",
    "option_title_once",
    "decision.ballot",
)
def close_a_tied_choice(world: World) -> Press:
    """The clock closes a choice of which a part is undecided, so a second round follows."""
    cast, at = world.cast, world.cast.at - 20 * DAY
    ballot = choosing.prepare(cast, at=at)
    choosing.announce(cast, ballot, at)
    closes_at = at + 7 * DAY
    actions.open_ballot(ballot, closes_at=closes_at, actor=cast.manager, at=at)
    choosing.approve_all(cast, ballot, choosing.FIRST_ROUND)
    return by_the_clock(tasks.close_due_ballots)


@attack("programme.decision", "decision.ballot")
def close_the_vote_on_a_programme(world: World) -> Press:
    """The clock closes a ballot that adopts the programme of last year, long after its deadline."""
    cast = world.cast
    at = days_before(cast.at, 1, 6, 1)
    _install_raad(cast, at - 60 * DAY)
    programme = write(cast, at.year, at - DAY)
    ballot = put_to_ballot(cast, programme, at, closes_at=at + 7 * DAY)
    for letters in SEATS:
        vote(cast, ballot, letters, "for", at + DAY)
    return by_the_clock(tasks.close_due_ballots)


def _install_raad(cast: Cast, at: datetime) -> None:
    """The same seats in the year of `at`."""
    known: dict[str, Any] = {"actor": cast.manager}
    seats = [cast[letters] for letters in SEATS]
    raad = actions.propose_raad(
        at.year, framework=cast.framework, organisations=seats, at=at, **known
    )
    for letters in SEATS:
        voter = cast.seat if letters == "BN" else cast.people[f"seat_{letters}"]
        seat = raad.seats.get(organisation=cast[letters])
        actions.name_delegates(seat, representative=voter, substitute=None, at=at, **known)
    actions.install_raad(raad, at=at + 30 * DAY, **known)
