"""The way from the desk to the budget, and where partners find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schuldenlab.portal.desk import desk_groups
from tests.funding.budgets import DAY, adopt_budget, to_budget

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.web.ports import DeskAction
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")


def act(cast: Cast) -> DeskAction:
    [found] = {each.title: each.items for each in desk_groups(cast.manager)}["Budget"]
    return found


def test_the_desk_says_which_categories_miss_money(cast: Cast) -> None:
    found = act(cast)
    assert (found.url, found.badge) == ("/financiering/", "")
    adopt_budget(cast, cast.at - DAY, {"events": 50, "innovation": 10})
    assert act(cast).text == "Still needed this year: innovation, events."
    assert act(cast).badge == "not arranged yet"
    to_budget(cast, "ZD", "events", 50, cast.at - DAY)
    assert act(cast).text == "Still needed this year: innovation."


@pytest.mark.parametrize("who", ["contact", "manager"])
def test_everybody_finds_the_budget(today: Cast, enter: Enter, who: str) -> None:
    adopt_budget(today, today.at - DAY)
    client = enter(getattr(today, who))
    for url in ("/projecten/", "/"):
        if who == "manager" and url == "/":
            continue
        assert 'href="/financiering/"' in client.get(url, follow=True).content.decode(), url
