"""Every address, looked at and posted to without data, by everybody.

`tests/house/addresses.py` says for each named address, and for each kind of object behind it, what
the eight roles get. A new address fails until somebody has thought about it and written a line.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from schuldenlab.settings.parts.logs import render_line
from tests.cast import login
from tests.house.addresses import ROLES, TABLE, UNNAMED, Row, register_rows, registers
from tests.house.languages import SEVERAL, in_another_language, names_of_all
from tests.house.test_laws import inline_parts
from tests.house.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT_LIVED = {"partners_visit", "web_cache"}
WRITES = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "MERGE")


def names(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all addresses; those without one by their pattern."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from names(pattern, inner)
        elif isinstance(pattern, URLPattern):
            name = pattern.name or f"({pattern.pattern})"
            yield ":".join((*spaces, name))


def table(role: str = "") -> dict[str, dict[str, Row]]:
    """The written lines, and the same few for the registers of the desk.

    What does not exist is tried by some of the roles only, all registers by the manager.
    """
    is_thorough = role in {"", "anonymous", "director", "manager"}
    written = {
        name: {kind: row for kind, row in kinds.items() if is_thorough or kind != "unknown"}
        for name, kinds in TABLE.items()
    }
    return {**written, **register_rows(every=role in {"", "manager"})}


def test_every_address_is_classified() -> None:
    there = set(names(get_resolver()))
    assert sorted(there - set(table()) - UNNAMED) == [], "who may come here, and do what?"
    assert sorted((set(table()) | UNNAMED) - there) == [], "these are gone"


def test_every_line_has_an_answer_for_every_role() -> None:
    odd = [
        f"{name} {kind}"
        for name, kinds in table().items()
        for kind, row in kinds.items()
        if len(row.get) != len(ROLES) or len(row.post) != len(ROLES)
    ]
    assert odd == []


def routes(resolver: URLResolver, before: str = "/") -> Iterator[str]:
    """The paths of all addresses, with what varies in angle brackets."""
    for pattern in resolver.url_patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, path)
        else:
            yield path


def test_no_log_tells_a_token() -> None:
    """Whoever reads the logs opens no link of somebody else."""
    secret = "geheim-Token_1"
    found = [path for path in routes(get_resolver()) if "<str:token>" in path]
    assert len(found) >= 5
    for path in found:
        line = render_line(None, "error", {"event": path.replace("<str:token>", secret)})
        assert secret not in line, path


def test_there_are_registers() -> None:
    assert {"programme_ballot", "audit_entry", "outbox_letter"} <= set(registers())


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


class Visitor:
    """One role, whose every request is undone, so that no answer depends on the one before."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.cookies = {key: morsel.value for key, morsel in client.cookies.items()}
        self.written: list[str] = []

    def ask(self, method: str, url: str) -> Any:
        self.client.cookies.clear()
        self.client.cookies.load(self.cookies)
        with transaction.atomic(), self._watching():
            answer = getattr(self.client, method)(url)
            transaction.set_rollback(True)
        if answer.streaming:
            b"".join(answer.streaming_content)  # a file is closed at its end
        return answer

    @contextmanager
    def _watching(self) -> Iterator[None]:
        self.written = []

        def watch(
            execute: Callable[..., Any], sql: str, values: Any, many: bool, context: Any
        ) -> Any:
            words = sql.split()
            if words[0].upper() in WRITES:
                target = words[1 if words[0].upper() == "UPDATE" else 2].strip('"')
                self.written += [sql[:90]] if target not in SHORT_LIVED else []
            return execute(sql, values, many, context)

        with connection.execute_wrapper(watch):
            yield


@pytest.mark.parametrize("role", ROLES)
def test_everybody_gets_what_the_table_says(world: World, client: Client, role: str) -> None:
    if role != "anonymous":
        login(client, getattr(world.cast, role))
    visitor, column = Visitor(client), ROLES.index(role)
    wrong, changed, inline, mixed = [], [], [], {}
    people = names_of_all()
    for name, kinds in table(role).items():
        for kind, row in kinds.items():
            url = row.url(name, world)
            seen = visitor.ask("get", url)
            changed += [f"{name} {kind}: {sql}" for sql in visitor.written]
            if seen.status_code == 200 and "html" in seen["Content-Type"]:
                inline += [f"{name} {kind}: {part}" for part in inline_parts(seen.content.decode())]
                if role in SEVERAL:
                    line = f"{name} {kind}".strip()
                    mixed[line] = in_another_language(line, seen, "nl", people)
            done = visitor.ask("post", url)
            answers = seen.status_code, done.status_code
            if answers != (row.get[column], row.post[column]):
                wrong.append(f"{name} [{kind}] {answers}, not {row.get[column], row.post[column]}")
    assert wrong == []
    assert changed == [], "looking changed something"
    assert inline == [], "the policy of the page refuses this"
    assert {line: texts for line, texts in mixed.items() if texts} == {}, "that is not Dutch"


def test_who_posts_without_a_token_is_refused_everywhere(world: World) -> None:
    strict = Client(enforce_csrf_checks=True)
    login(strict, world.cast.manager)
    visitor, column = Visitor(strict), ROLES.index("manager")
    let_in = []
    for name, kinds in table("staff").items():
        for kind, row in kinds.items():
            code = visitor.ask("post", row.url(name, world)).status_code
            if code != 403 and row.post[column] not in {404, 405} and name != "admin:login":
                let_in.append(f"{name} [{kind}]: {code}")
    assert let_in == []
