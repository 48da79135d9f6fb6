"""Every form, sent by eight hands at the same moment: the constraint decides, nobody gets a 5xx.

A finger that presses twice, a browser that repeats, two people on one page. Each form begins with
the same database. What it made new tells which unique constraints were under attack.

    make chaos ARGS="copies --hands 8"
"""

from __future__ import annotations

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import psycopg
from django.apps import apps
from django.db import connections
from django.db.models import Model, UniqueConstraint
from django.test import Client
from psycopg import sql

from schuldenlab.postgres.server import NAME
from tests.cast import login
from tests.house.addresses import ROLES, TABLE, shelves
from trials.filling import Filling
from trials.site import failed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tests.house.world import World
    from trials.stand import Stand
    from trials.table import Table

FULL = "kept"  # the database with which every attack begins
OURS = ("partners", "events", "programme", "projects", "funding", "schuldenlab")
COSTLY = {"portal:archive-export", "portal:woo-export"}  # files of everything, made one by one


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """All forms of the table of addresses, each by whoever may send it."""
    world = shelves(place.settled())
    clients = {role: Client() for role in ROLES}
    for role in ROLES[1:]:
        login(clients[role], getattr(world.cast, role))
    forms = list(_forms(world))[:: asked.every]
    _keep(place)
    codes: Counter[int] = Counter()
    wrong: Counter[str] = Counter()
    made: dict[str, set[str]] = {}
    for name, role, url in forms:
        _again(place)
        found, grown = attack(clients[role], url, asked.hands)
        codes.update(found)
        wrong[name] += sum(count for code, count in found.items() if failed(code))
        for label in grown:
            made.setdefault(label, set()).add(name)
    what = f"{len(forms)} forms × {asked.hands} copies at once"
    _tell(table, what, codes, +wrong, made)


def _forms(world: World) -> Iterator[tuple[str, str, str]]:
    """Name, role and address of every form; the role that sees most."""
    for name, kinds in TABLE.items():
        for row in kinds.values():
            able = [
                role
                for role, get, post in zip(ROLES, row.get, row.post, strict=True)
                if get == 200 and post in {200, 302, 422}
            ]
            if able and name not in COSTLY:
                yield name, able[-1], row.url(name, world)


def attack(client: Client, url: str, hands: int) -> tuple[Counter[int], set[str]]:
    """So many copies at once: what they were answered, and of which models there is more now."""
    filling = Filling()
    filling.feed(client.get(url).content.decode(errors="replace"))
    before = _counts()
    start = threading.Barrier(hands)
    cookies = {name: crumb.value for name, crumb in client.cookies.items()}

    def press(_number: int) -> int:
        browser = Client(raise_request_exception=False)
        browser.cookies.load(cookies)
        form = filling.form()
        try:
            start.wait(timeout=60)
            return int(browser.post(url, form).status_code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(hands) as pool:
        codes = Counter(pool.map(press, range(hands)))
    return codes, {label for label, count in _counts().items() if count > before[label]}


def _models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(OURS)]


def _counts() -> dict[str, int]:
    """The rows of every table of ours."""
    return {model._meta.label: model._base_manager.count() for model in _models()}


def constraints() -> dict[str, list[str]]:
    """The unique constraints of every model, by its label."""
    return {
        model._meta.label: [
            *(each.name for each in model._meta.constraints if isinstance(each, UniqueConstraint)),
            *(
                f"{model._meta.model_name}.{field.name}"
                for field in model._meta.local_fields
                if field.unique and not field.primary_key
            ),
        ]
        for model in _models()
    }


def _tell(
    table: Table,
    what: str,
    codes: Counter[int],
    wrong: Counter[str],
    made: dict[str, set[str]],
) -> None:
    said = ", ".join(f"{count:,} × {code}" for code, count in sorted(codes.items()))
    named = f"; {', '.join(wrong)}" if wrong else ""
    table.add(what, f"answers: {said}{named}", "0 × 5xx", reached=bool(codes) and not wrong)
    known = {label: names for label, names in constraints().items() if names}
    attacked = sum(len(names) for label, names in known.items() if label in made)
    left = sorted(name for label, names in known.items() if label not in made for name in names)
    total = sum(map(len, known.values()))
    words = f"of {total} attacked {attacked}; made by none of these forms: {', '.join(left)}"
    table.add("unique constraints", words, "attacked: more than none", reached=attacked > 0)


def _server(place: Stand) -> psycopg.Connection[Any]:
    return psycopg.connect(place.cluster.url("postgres", "postgres"), autocommit=True)


def _keep(place: Stand) -> None:
    """Put the database aside as it is now."""
    connections.close_all()
    with _server(place) as server:
        server.execute(f"DROP DATABASE IF EXISTS {FULL} WITH (FORCE)")
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(NAME), sql.Identifier(FULL)
            )
        )


def _again(place: Stand) -> None:
    """Begin with a copy of it."""
    connections.close_all()
    name = sql.Identifier(NAME)
    with _server(place) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                name, name, sql.Identifier(FULL)
            )
        )
