"""The steps of taking over a running lab."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from events.actions import take_over_meeting
from partners import actions
from tests.events.records import at, slots
from tests.house.world import adopt
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

URL = reverse("portal:takeover")
KERNTEAM = {"manager", "staff"}
ACCOUNTS = KERNTEAM | {"director", "seat", "contact", "other_director", "outsider", "former"}


def told(client: Client) -> list[str]:
    """What each step says of itself."""
    return [step.status_text for step in client.get(URL).context["steps"]]


def live(cast: Cast) -> None:
    actions.set_go_live(live_on=date(2026, 9, 1), actor=cast.manager, at=cast.at)


def test_only_the_kernteam(today: Cast, enter: Enter) -> None:
    found = {who: enter(getattr(today, who)).get(URL).status_code for who in ACCOUNTS}
    assert found == {who: 200 if who in KERNTEAM else 403 for who in ACCOUNTS}


def test_the_first_day_is_the_managers(today: Cast, enter: Enter) -> None:
    first = reverse("partners:go-live")
    assert first in text_of(enter(today.manager).get(URL))
    assert first not in text_of(enter(today.staff).get(URL))
    live(today)
    assert first not in text_of(enter(today.manager).get(URL))


def test_every_step_says_how_far_it_is(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    before = told(client)
    assert before[2:6] == ["7 partners", "0 van 7", "0 van 7", "2 van 4"]
    live(today)
    slots(today)
    adopt(today, today.at)
    actions.register_signature(
        today.framework,
        organisation=today["BN"],
        signatory="D. van Dam",
        function="Directeur",
        signed_on=date(2026, 2, 2),
        actor=today.staff,
        at=today.at,
    )
    theme = actions.add_theme(name="Wonen", actor=None, at=today.at)
    for letters in ("BN", "GD"):
        actions.become_ambassador(
            today[letters], theme=theme, from_on=today.at.date(), actor=None, at=today.at
        )
    after = told(client)
    register = ["7 partners", "1 van 7", "2 van 7", "2 van 4"]
    projects = ["0 projecten", "0 toezeggingen"]
    assert after[2:] == [*register, "geïnstalleerd", *projects, "0 van 1", "0 van 7"]


def test_meetings_that_wait(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    spring, _autumn = slots(today)
    live(today)
    url = reverse("events:meeting-take-over", args=[spring.pk])
    assert [slot.pk for slot in client.get(URL).context["waiting"]] == [spring.pk]
    assert url in text_of(client.get(URL))
    take_over_meeting(
        spring,
        starts_at=at(2026, 4, 16),
        attendance=[today["BN"]],
        actor=today.staff,
        at=today.at,
    )
    assert client.get(URL).context["waiting"] == []
    assert told(client)[9] == "1 van 1"


def test_it_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    live(today)
    slots(today)
    assert cost_of(client, URL).queries == 15
    theme = actions.add_theme(name="Wonen", actor=None, at=today.at)
    for letters in ("BN", "GD", "FV"):
        actions.become_ambassador(
            today[letters], theme=theme, from_on=today.at.date(), actor=None, at=today.at
        )
    assert cost_of(client, URL).queries == 15
