"""Fill a database once: every test database is a copy of one that was filled before.

The copy is kept under a name made of all migrations, so it is made anew when one of them changes;
the workers of one run wait for whoever makes it. It is read from `structure.sql`, or migrated when
that file is not of today. A test migrates all the same, and compares (`tests/demo/test_structure`).
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from schuldenlab.postgres import structure

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FILLED, MIGRATED = "filled_", "migrated_"
LOCKS = {FILLED: 7_070_070, MIGRATED: 7_070_071}  # any numbers that nobody else locks


def _edition(kind: str) -> str:
    """A name for what all migrations together make under these settings."""
    settings = structure.fingerprint([structure.FILE, *ROOT.glob("schuldenlab/settings/**/*.py")])
    return f"{kind}{structure.edition()}{settings[:10]}"


def address(name: str) -> str:
    """The address of a database of this name on the server of the tests."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _make(server: psycopg.Connection, name: str, kind: str, fill: Callable[[str], None]) -> None:
    """Fill it under another name first: what bears the name is whole."""
    building = sql.Identifier(f"building_{name}")
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(building))
    server.execute(sql.SQL("CREATE DATABASE {}").format(building))
    fill(address(f"building_{name}"))
    for (old,) in server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [kind]
    ).fetchall():
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    server.execute(rename.format(building, sql.Identifier(name)))


def _made_once(kind: str, fill: Callable[[str], None]) -> str:
    name = _edition(kind)
    with psycopg.connect(address("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCKS[kind]])
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            _make(server, name, kind, fill)
    return name


def _fill(url: str) -> None:
    if not structure.fill_when_empty(url):
        structure.migrate(url)


def migrated_once() -> str:
    """The name of a database on this server as migrations leave it; made when it is not there."""
    return _made_once(FILLED, _fill)


def truly_migrated_once() -> str:
    """The same, made by the migrations and nothing else."""
    return _made_once(MIGRATED, structure.migrate)
