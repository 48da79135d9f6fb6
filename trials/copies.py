"""Every form, sent by eight hands at the same moment: the constraint decides, nobody gets a 5xx.

A finger that presses twice, a browser that repeats, two people on one page. Each form begins with
the same database. Before that a form is tried, with all undone, until it is taken: what is refused
attacks nothing. The rows that a constraint holds apart tell which of them were under attack.

    make chaos ARGS="copies --hands 8"
    make chaos ARGS="copies --only correct_a_pledge"    one of the other acts, and what came of it
"""

from __future__ import annotations

from collections import Counter
from functools import partial
from http import HTTPStatus
from itertools import chain
from typing import TYPE_CHECKING, Any

import psycopg
from django.db import connections
from django.test import Client
from psycopg import sql

from schuldenlab.postgres.server import NAME
from tests.cast import login
from tests.house.addresses import ROLES, TABLE, shelves
from trials.acts import ACTS
from trials.held import constraints, held
from trials.persistence import Attempt, attempts, cookies_of
from trials.pressing import at_once, press
from trials.site import failed

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tests.house.world import World
    from trials.acts import Prepare
    from trials.stand import Stand
    from trials.table import Table

FULL = "kept"  # the database with which every attack begins
COSTLY = {"portal:archive-export", "portal:woo-export"}  # files of everything, made one by one
SENT = {200, 302, 422}
ENOUGH = 15  # times that nothing new came of a form


def run(place: Stand, table: Table, asked: Namespace) -> None:
    """All forms of the table of addresses, and what no form makes."""
    world = shelves(place.settled())
    clients = {role: Client(raise_request_exception=False) for role in ROLES}
    for role in ROLES[1:]:
        login(clients[role], getattr(world.cast, role))
    forms = [] if asked.only else list(_plans(world, clients, asked))
    acts = [(name, act) for name, (_aims, act) in ACTS.items() if asked.only in name]
    missed: list[str] = []
    _keep(place)
    codes: Counter[int] = Counter()
    wrong: Counter[str] = Counter()
    attacked: set[str] = set()
    for name, prepare in [*forms, *acts]:
        _again(place)
        found, grown = at_once(prepare(world), asked.hands)
        codes.update(found)
        wrong[name] += sum(count for code, count in found.items() if failed(code))
        attacked |= grown
        aims, _act = ACTS.get(name, ((), prepare))
        missed += [f"{name}: {aim}" for aim in aims if aim not in grown]
        if asked.only:
            print(name, dict(found), *sorted(grown))
    what = f"{len(forms)} forms and {len(acts)} other acts × {asked.hands} at once"
    _tell(table, what, codes, +wrong, attacked)
    said = ", ".join(missed) or "none"
    table.add("aims that such an act missed", said, "none", reached=not missed)


def _plans(
    world: World, clients: dict[str, Client], asked: Namespace
) -> Iterator[tuple[str, Prepare]]:
    """Each form as it was taken, and again as it was taken when other rows came of it."""
    forms = list(_forms(world))[:: asked.every]
    before, seen = held(), set[str]()
    for name, roles, url in forms:
        for role in roles:
            for attempt in kept(attempts(clients[role], url, before, asked.fillings), seen):
                act = partial(press, cookies_of(clients[role]), url, attempt)
                yield name, lambda _world, act=act: act  # type: ignore[misc]


def kept(tried: Iterator[Attempt], seen: set[str]) -> list[Attempt]:
    """The first one that was taken, or else the first; and each that made something new.

    A form that is taken and makes nothing new for so many times in a row has shown what it does.
    """
    first, quiet = next(tried), 0
    taken: list[Attempt] = []
    for attempt in chain([first], tried):
        is_new = bool(attempt.grown - seen)
        quiet = 0 if is_new else quiet + 1
        if is_new or (attempt.code == HTTPStatus.FOUND and not taken):
            taken.append(attempt)
            seen |= attempt.grown
        if taken and quiet >= ENOUGH:
            break
    return taken or [first]


def _forms(world: World) -> Iterator[tuple[str, list[str], str]]:
    """Name, roles and address of every form: the role that sees most, and the one that sees least.

    A button that stands on another page has an address that nobody can look at; it is one too.
    """
    for name, kinds in TABLE.items():
        for row in kinds.values():
            codes = zip(ROLES, row.get, row.post, strict=True)
            able = [role for role, get, post in codes if post in SENT and get in {200, 405}]
            if able and name not in COSTLY:
                yield name, list(dict.fromkeys([able[-1], able[0]])), row.url(name, world)


def _tell(
    table: Table, what: str, codes: Counter[int], wrong: Counter[str], attacked: set[str]
) -> None:
    said = ", ".join(f"{count:,} × {code}" for code, count in sorted(codes.items()))
    named = f"; {', '.join(wrong)}" if wrong else ""
    table.add(what, f"answers: {said}{named}", "0 × 5xx", reached=bool(codes) and not wrong)
    left = sorted(constraints().keys() - attacked)
    words = f"attacked {len(attacked)} of {len(constraints())}"
    if left:
        words += f"; not: {', '.join(left)}"
    table.add("unique constraints", words, "each", reached=not left)


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
