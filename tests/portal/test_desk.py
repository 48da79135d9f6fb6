"""What the kernteam can do now, on the staff desk."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from partners import actions as partners
from programme import actions
from schuldenlab.lifecycle import move
from schuldenlab.portal.desk import desk_groups
from tests.cast import SEATS, ZONE
from tests.house.world import adopt, open_motion, put_to_ballot, write
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.web.ports import DeskAction
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
DESK = "/beheer/"


def acts(cast: Cast, group: str) -> list[DeskAction]:
    groups = {each.title: each.items for each in desk_groups(cast.manager)}
    assert list(groups)[:4] == ["Partners", "Framework", "Programmaraad", "Programme"]
    return groups[group]


def test_partners_and_people(cast: Cast) -> None:
    assert [act.url for act in acts(cast, "Partners")][:3] == [
        reverse("partners:import"),
        reverse("partners:person-invite"),
        reverse("partners:person-list"),
    ]


def test_the_raad_of_this_year_and_from_september_of_the_next(cast: Cast) -> None:
    now, following, meetings = acts(cast, "Programmaraad")
    assert meetings.url == reverse("programme:raad-meetings", args=[2026])
    assert (now.label, now.badge, now.url) == (
        "Programmaraad 2026",
        "installed",
        "/programmaraad/2026/",
    )
    assert following.label == "Propose the programmaraad of 2027"
    assert following.url == reverse("programme:raad-propose", args=[2027])
    actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=None,
        at=cast.at,
    )
    following = acts(cast, "Programmaraad")[1]
    assert (following.label, following.badge) == (
        "Compose the programmaraad of 2027",
        "being composed",
    )
    cast.manager.moment = datetime(2026, 8, 31, 23, 59, tzinfo=ZONE)
    assert len(acts(cast, "Programmaraad")) == 2
    cast.manager.moment = datetime(2026, 9, 1, 0, 0, tzinfo=ZONE)
    assert len(acts(cast, "Programmaraad")) == 3


def text(cast: Cast) -> tuple[str, str]:
    act = acts(cast, "Programme")[0]
    return act.badge, act.text


def test_the_programme_in_each_state(cast: Cast) -> None:
    first = acts(cast, "Programme")[0]
    assert (first.label, first.url) == (
        "Write the programme of 2026",
        reverse("programme:programme-write", args=[2026]),
    )
    programme = write(cast, 2026, cast.at - 9 * DAY)
    assert text(cast) == (
        "being prepared",
        "Go on writing, or submit it to the programmaraad.",
    )
    actions.submit_programme(programme, actor=None, at=cast.at - 9 * DAY)
    badge = "submitted to the programmaraad"
    assert text(cast) == (badge, "Prepare the ballot of the programmaraad.")
    known = {"closes_at": cast.at - DAY, "actor": None, "at": cast.at - 9 * DAY}
    ballot = actions.prepare_programme_ballot(programme, rules={}, **known)
    assert text(cast) == (badge, "Show the ballot to the programmaraad.")
    actions.announce_ballot(ballot, actor=None, at=cast.at - 9 * DAY)
    assert text(cast) == (badge, "Open the ballot of the programmaraad.")
    actions.open_ballot(ballot, **known)
    assert text(cast) == (badge, "The programmaraad is voting on it.")
    actions.close_ballot(ballot, at=cast.at - DAY)
    assert text(cast) == (badge, "Open the next round of the ballot.")
    repeat = actions.open_ballot(ballot.following, closes_at=cast.at, actor=None, at=cast.at - DAY)
    actions.close_ballot(repeat, at=cast.at)
    assert text(cast) == (badge, "Prepare the ballot of the programmaraad.")


def test_an_adopted_and_a_closed_programme(cast: Cast) -> None:
    programme = adopt(cast, cast.at - DAY)
    assert text(cast) == ("adopted", "See which partners commit to it.")
    move(programme, "close", actor=None, at=cast.at)
    assert text(cast) == ("closed", "The year is over.")


@pytest.mark.parametrize("role", ["manager", "staff"])
def test_the_desk_shows_them_all(today: Cast, enter: Enter, role: str) -> None:
    page = enter(getattr(today, role)).get(DESK)
    assert page.status_code == 200
    html = page.content.decode()
    for group in page.context["desk_actions"]:
        for act in group.items:
            assert f'href="{act.url}"' in html


@pytest.mark.parametrize("role", ["director", "seat", "contact", "former", "outsider"])
def test_nobody_else_comes_in(today: Cast, enter: Enter, role: str) -> None:
    page = enter(getattr(today, role)).get(DESK, follow=True)
    assert page.status_code == 403
    assert "desk_actions" not in page.context


def test_the_desk_costs_the_same_with_more_in_it(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    programme = write(today, 2026, today.at)
    put_to_ballot(today, programme, today.at, today.at + DAY)
    one = cost_of(client, DESK)
    assert one.queries == 50
    for _ in range(3):
        open_motion(today, today.at, today.at + DAY)
    assert cost_of(client, DESK) == one


def test_requests_to_sign_wait_on_the_desk(cast: Cast) -> None:
    requests = reverse("partners:signing-requests")
    assert requests not in [act.url for act in acts(cast, "Partners")]
    asked = [
        partners.ask_signing(person.mandates.get(), actor=None, at=cast.at)
        for person in (cast.substitute, cast.contact)
    ]
    found = {act.url: act.badge for act in acts(cast, "Partners")}
    assert found[requests] == "2 wait"
    partners.confirm_signing(asked[0], actor=cast.staff, at=cast.at)
    found = {act.url: act.badge for act in acts(cast, "Partners")}
    assert found[requests] == "1 waits"
    partners.decline_signing(asked[1], answer="No letter.", actor=cast.staff, at=cast.at)
    assert requests not in [act.url for act in acts(cast, "Partners")]
