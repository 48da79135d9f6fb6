"""Going past every address as somebody, and reading all that comes back."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import resolve

from schuldenlab.portal.opendata import tables_at
from tests.cast import login
from tests.house.hidden import words_in
from tests.house.test_urls import table

from .planting import MARKER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.house.world import World

API = "/api/v1"
# What stands in an address of the API where one thing is asked for.
MOST = 12
Found = dict[str, set[str]]


def client_of(someone: Any) -> Client:
    """A browser of somebody, logged in when there is an account."""
    client = Client()
    if not someone.is_authenticated:
        return client
    someone.refresh_from_db()  # a marker in its password would end its visit
    return login(client, someone)


def read(client: Client, url: str, **headers: str) -> tuple[int, str]:
    """What comes back, whatever it is, with its headers; looking is undone."""
    with transaction.atomic():
        answer: Any = client.get(url, headers=headers)
        parts = answer.streaming_content if answer.streaming else [answer.content]
        said = words_in(b"".join(parts))
        transaction.set_rollback(True)
    return answer.status_code, f"{dict(answer.headers)} {said}"


def addresses(world: World, *, desk: bool = False) -> list[str]:
    """Every page, file and feed that has a line in the table; what a token opens is left out."""
    urls = [
        row.url(name, world)
        for name, kinds in table("staff").items()
        for row in kinds.values()
        if not name.startswith("demo:") and (desk or not name.startswith("admin:"))
    ]
    return [url for url in dict.fromkeys(urls) if "token" not in route_of(url)]


def route_of(url: str) -> str:
    """The pattern of an address."""
    return str(resolve(url.partition("?")[0]).route)


def files(world: World) -> list[str]:
    """All of open data."""
    return [
        f"/openbaar/data/{each.name}.{form}"
        for each in tables_at(world.cast.at)
        for form in ("csv", "json")
    ]


def walk(client: Client, urls: Iterable[str], **headers: str) -> tuple[Found, int]:
    """Which markers stand where, and how many pages there were."""
    found: Found = defaultdict(set)
    shown = 0
    for url in urls:
        status, said = read(client, url, **headers)
        shown += status == 200
        for word in MARKER.findall(said):
            found[word].add(url)
    return found, shown


def every_resource(client: Client, **headers: str) -> list[str]:
    """The addresses of the API: those it describes, and in each of those the first things."""
    cache.clear()  # it counts how often one asks
    _status, said = read(client, f"{API}/openapi.json")
    paths = json.loads(said[said.index("} ") + 2 :])["paths"]
    found = []
    for path in paths:
        if "{" not in path:
            found.append(f"{API}{path.removeprefix(API)}")
            continue
        before = API + path.removeprefix(API).partition("{")[0]
        _status, listed = read(client, before.rstrip("/"), **headers)
        linked = [word for word in listed.replace('"', " ").split() if before in word]
        found += [word[word.index(before) :] for word in linked]
        found += [f"{before}{number}" for number in range(1, MOST)]
    return list(dict.fromkeys(found))


def searches(words: Iterable[str]) -> list[str]:
    """Each marker as the question, in capitals: so the page does not repeat it as it stands."""
    return [f"/zoeken/?q={word.upper()}" for word in words]
