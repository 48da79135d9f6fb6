"""A raad from before this lab, the call for themes, and who has something in a selection."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.urls import reverse

from partners.actions import set_go_live
from programme import actions
from programme.deadlines import closing_moment
from programme.models import ThemeCall
from tests.cast import SEATS
from tests.programme import innovating
from trials.acts import Press, attack, request

if TYPE_CHECKING:
    from programme.models import Ballot
    from tests.cast import Cast
    from tests.house.world import World

DAY = timedelta(days=1)


@attack("programmaraad.year")
def take_over_a_raad(world: World) -> Press:
    """The raad of last year was installed before this lab was kept here."""
    cast = world.cast
    set_go_live(live_on=cast.at.date().replace(month=1, day=1), actor=cast.manager, at=cast.at)
    return request(
        cast.manager,
        reverse("programme:raad-take-over", args=[cast.at.year - 1]),
        framework=cast.framework.pk,
        installed_on=f"15-01-{cast.at.year - 1}",
        organisations=[str(cast[letters].pk) for letters in SEATS],
    )


@attack("themecall.year")
def open_the_call_of_next_year(world: World) -> Press:
    """Had the call that is there been of a later year, the kernteam would open that of the next."""
    year = world.cast.at.year + 1
    _of_another_year(ThemeCall.objects.get(year=year), year + 1)
    return request(
        world.cast.manager,
        reverse("programme:call-open", args=[year]),
        introduction="Denk mee.",
        closes_on=_deadline(world.cast),
    )


def _of_another_year(call: ThemeCall, year: int) -> None:
    """Past the guard that keeps calls as they are: no action makes room for a second one."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE programme_themecall DISABLE TRIGGER USER")
        ThemeCall.objects.filter(pk=call.pk).update(year=year)
        cursor.execute("ALTER TABLE programme_themecall ENABLE TRIGGER USER")


@attack("themecall.ballot", "innovationtheme.option", "option_place_once", "option_title_once")
def put_themes_to_the_ballot(world: World) -> Press:
    """A call has closed, and its proposals go to a raad that is being composed."""
    cast = world.cast
    call = innovating.call_of(cast, year=cast.at.year + 2)
    innovating.proposed(cast, call)
    actions.close_call(call, at=call.closes_at)
    seated = [cast[letters] for letters in SEATS]
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    actions.propose_raad(call.year, framework=cast.framework, organisations=seated, **known)
    return request(
        cast.manager,
        reverse("programme:call-ballot", args=[call.year]),
        closes_on=_deadline(cast),
        quorum="at_least:2/3",
        majority="over:1/2",
        base="cast",
        tie_rule="second_round",
    )


@attack("interest_disclosed_once")
def disclose_an_interest_in_an_option(world: World) -> Press:
    """The kernteam writes down that a bank is paid from one of the options."""
    ballot = _selection(world.cast)
    return request(
        world.cast.staff,
        reverse("programme:interest-disclose", args=[ballot.pk]),
        organisation=world.cast["BN"].pk,
        option=_second_option(ballot),
        kind="paid",
        text="Voert het uit.",
    )


@attack("recusal_once")
def step_aside_for_an_option(world: World) -> Press:
    """A seat steps aside for one of the options."""
    ballot = _selection(world.cast)
    actions.announce_ballot(ballot, actor=world.cast.manager, at=world.cast.at)
    url = reverse("programme:seat-recuse", args=[ballot.pk])
    return request(world.cast.seat, url, option=_second_option(ballot), reason="Onze buren.")


def _selection(cast: Cast) -> Ballot:
    """A choice from three that is being prepared."""
    return actions.prepare_selection(
        cast.raad,
        title="Welke eerst?",
        question="Welke doen wij eerst?",
        text="Kies er een of twee.",
        options=[(title, f"Over {title}.") for title in innovating.TITLES[:3]],
        places=(1, 2),
        closes_at=cast.at + 7 * DAY,
        rules={},
        actor=cast.manager,
        at=cast.at,
    )


def _second_option(ballot: Ballot) -> int:
    key: int = ballot.options.get(position=2).pk
    return key


def _deadline(cast: Cast) -> str:
    """A working day two weeks from now."""
    return f"{closing_moment((cast.at + 14 * DAY).date()):%d-%m-%Y}"
