"""What each page asks of the database: a literal number of queries, and of rows, at two sizes.

The queries must be the same when there is more of everything; the rows may grow by what the page
shows, and are written down as well. A new address fails until its line stands in `COSTS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client

from events.models import MeetingSeries
from tests.cast import Cast, login
from tests.house.addresses import ROLES
from tests.house.costs import COSTS
from tests.house.growth import grow
from tests.house.test_urls import table
from tests.house.world import World
from tests.programme.pages import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

# Besides whoever sees most, these pages differ by who looks.
SEVERAL = {"portal:home", "portal:kompas", "programme:ballot-detail", "events:year"}


def visits(world: World) -> Iterator[tuple[str, str, str]]:
    """Every page that can be looked at: its line in the table, who looks, and the address."""
    for name, kinds in table().items():
        for kind, row in kinds.items():
            able = [role for role, code in zip(ROLES, row.get, strict=True) if code == 200]
            for role in able[:-2:-1] if name not in SEVERAL else able:
                yield f"{name} {kind}".strip() + f" ({role})", role, row.url(name, world)


def measured(world: World, pages: list[tuple[str, str, str]]) -> dict[str, tuple[int, int]]:
    """Queries and rows of every page, for somebody who has been here before."""
    clients = {role: Client() for role in ROLES}
    for role, client in clients.items():
        if role != "anonymous":
            login(client, getattr(world.cast, role))
            client.get("/")
    found = {}
    for line, role, url in pages:
        ContentType.objects.clear_cache()
        with counted() as cost:
            page = clients[role].get(url)
            assert page.status_code == 200, line
            if page.streaming:
                b"".join(page.streaming_content)  # a file is closed at its end
        found[line] = cost.queries, cost.rows
    return found


@pytest.fixture
def world(today: Cast, shelves_fixed: World) -> World:
    """Everything that pages are about, on a day that stands still."""
    MeetingSeries.objects.create(
        framework=today.framework, duty="leaders", title="L", audience="leaders", per_year=9
    )
    return shelves_fixed


def test_every_page_costs_what_is_written(world: World) -> None:
    pages = list(visits(world))
    small = measured(world, pages)
    grow(world)
    large = measured(world, pages)
    found = {line: (*small[line], large[line][1]) for line in small}
    grew = {
        line: (queries, large[line][0])
        for line, (queries, _rows) in small.items()
        if queries != large[line][0]
    }
    assert grew == {}, "more queries with more rows"
    differs = {
        line: f"{found.get(line)}, not {COSTS.get(line)}"
        for line in sorted(found.keys() | COSTS.keys())
        if found.get(line) != COSTS.get(line)
    }
    assert differs == {}, "(queries, rows, rows with more in it)"
