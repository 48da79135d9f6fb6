"""Migrate once: every test database is a copy of one that was migrated before.

The copy is kept under a name made of all migrations, so it
is made anew when one of them changes; the workers of one run wait for whoever makes it.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "migrated_"
LOCK = 7_070_070  # any number that nobody else locks


def _name() -> str:
    """A name for what all migrations together make, those of packages by their locked versions."""
    files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]
    files += [ROOT / "requirements" / "base.txt", *ROOT.glob("schuldenlab/settings/**/*.py")]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return PREFIX + digest.hexdigest()[:20]


def _address(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _make(server: psycopg.Connection, name: str) -> None:
    """Migrate under another name first: what bears the name is whole."""
    building = sql.Identifier(f"building_{name}")
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(building))
    server.execute(sql.SQL("CREATE DATABASE {}").format(building))
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    env = {
        **os.environ,
        "DATABASE_URL": _address(f"building_{name}"),
        "DJANGO_SETTINGS_MODULE": "schuldenlab.settings.test",
    }
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    for (old,) in server.execute(
        "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
    ).fetchall():
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    server.execute(rename.format(building, sql.Identifier(name)))


def migrated_once() -> str:
    """The name of a migrated database on this server; it is made when it is not there."""
    name = _name()
    with psycopg.connect(_address("postgres"), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        found = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if found is None:
            _make(server, name)
    return name
