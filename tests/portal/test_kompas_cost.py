"""The Kompas asks as much of the database for ten partners as for ten thousand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from partners.models import Partnership
from partners.querysets import end_of_day
from schuldenlab.portal.kompas import later_known, read_kompas
from schuldenlab.portal.measures import MOST_LATE
from tests.cast import login
from tests.house.crowd import crowd
from tests.programme.pages import Cost, cost_of, counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.portal.kompas import Kompas
    from schuldenlab.portal.measures import Late
    from tests.house.world import World

KOMPAS = reverse("portal:kompas")
TEN, TEN_THOUSAND = 10, 10_000
# Figures about what a crowd brings along.
GROWING = ("signed", "ambassadors", "involvement", "commitments", "knowledge", "leaders_meetings")
SHOWN = 50  # rows of a list on a page


@pytest.fixture
def ten(shelves_now: World) -> World:
    """Three more than the seven of the cast, of whom each does everything."""
    crowd(shelves_now, 8, TEN)
    return shelves_now


def asked(question: Callable[[], object]) -> Cost:
    """What a question costs."""
    with counted() as cost:
        question()
    return cost


def costs(world: World, client: Client) -> dict[str, tuple[int, int]]:
    """Queries and rows of the figures alone, and of the page."""
    at = world.cast.at

    def read() -> Kompas:
        return read_kompas(world.cast.framework, at.year, at)

    found = {"figures": asked(read), "page": cost_of(client, KOMPAS)}
    return {name: (cost.queries, cost.rows) for name, cost in found.items()}


def behind(world: World, client: Client) -> dict[str, Cost]:
    """What the pages with rows cost."""
    year = world.cast.at.year
    urls = {code: reverse("portal:kompas-measure", args=[year, code]) for code in GROWING}
    return {code: asked(lambda url=url: client.get(url)) for code, url in urls.items()}


def known_yesterday(world: World) -> tuple[Cost, Late]:
    """What yesterday did not know yet, and what it costs to ask."""
    then = end_of_day(world.cast.at.date() - timedelta(days=1))
    kompas = read_kompas(world.cast.framework, then.year, then)
    found: list[Late] = []
    cost = asked(lambda: found.append(later_known(kompas)))
    return cost, found[0]


def test_ten_partners_cost_as_much_as_ten_thousand(ten: World, client: Client) -> None:
    login(client, ten.cast.contact)
    few, late = known_yesterday(ten)
    before = late.total
    small, few_rows = costs(ten, client), behind(ten, client)
    crowd(ten, TEN + 1, TEN_THOUSAND)
    assert Partnership.objects.on(ten.cast.at.date()).count() == TEN_THOUSAND
    assert costs(ten, client) == small == {"figures": (38, 65), "page": (45, 74)}
    for code, cost in behind(ten, client).items():
        assert cost.queries == few_rows[code].queries, code
        assert cost.rows <= few_rows[code].rows + 2 * SHOWN, code
    many, late = known_yesterday(ten)
    assert (len(late), late.total) == (MOST_LATE, before + TEN_THOUSAND - TEN), "signed yesterday"
    assert many.queries == few.queries
    assert many.rows <= few.rows + MOST_LATE
