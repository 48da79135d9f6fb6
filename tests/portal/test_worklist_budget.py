"""Money that the budget misses, on the worklist; and where partners find the budget."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.funding.budgets import DAY, adopt_budget, to_budget

from .waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")


def test_each_category_that_misses_money_waits(cast: Cast) -> None:
    assert waiting(cast.at, "budget") == []
    adopt_budget(cast, cast.at - DAY, {"events": 50, "innovation": 10})
    found = waiting(cast.at, "budget")
    assert {due.title for due in found} == {"Find money for innovation", "Find money for events"}
    assert {due.measure for due in found} == {"budget_covered"}
    assert {due.due_on for due in found} == {date(2026, 12, 31)}
    to_budget(cast, "ZD", "events", 50, cast.at - DAY)
    [left] = waiting(cast.at, "budget")
    assert left.title == "Find money for innovation"
    assert "€10" in left.text


@pytest.mark.parametrize("who", ["contact", "manager"])
def test_everybody_finds_the_budget(today: Cast, enter: Enter, who: str) -> None:
    adopt_budget(today, today.at - DAY)
    client = enter(getattr(today, who))
    for url in ("/projecten/", "/"):
        if who == "manager" and url == "/":
            continue
        assert 'href="/financiering/"' in client.get(url, follow=True).content.decode(), url
