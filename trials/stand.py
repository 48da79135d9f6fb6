"""Where a trial takes place: a PostgreSQL of its own with a database that is made for it.

    with stand.built("tamper") as place:
        cast = place.settled()

The database is new each time, a copy of one that was migrated before. Nothing that a trial does
comes near the demo's data, or near what `DATABASE_URL` names.
"""

from __future__ import annotations

import fcntl
import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from schuldenlab import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.house.world import World

SETTINGS = "schuldenlab.settings.test"


@dataclass(frozen=True)
class Stand:
    """A migrated, empty database, with Django set up on it."""

    cluster: postgres.Cluster
    url: str

    @property
    def folder(self) -> Path:
        """Where a trial may leave logs and files until the next run."""
        return self.cluster.folder

    def environment(self, **more: str) -> dict[str, str]:
        """What a child process needs to stand on the same database."""
        return {**os.environ, "DATABASE_URL": self.url, **more}

    def settled(self, at: datetime | None = None) -> World:
        """A year in full swing, made by the product's actions: partners, a raad, ballots, votes.

        Around `at`, which is now unless it is said. `World.cast` is everybody in it.
        """
        from django.utils import timezone

        from tests.cast import build_cast
        from tests.house.world import build_world

        return build_world(build_cast(at or timezone.now()))

    def connect(self) -> psycopg.Connection[tuple[object, ...]]:
        """A connection beside Django's, as the owner of the tables."""
        return psycopg.connect(self.url, autocommit=True)


@contextmanager
def built(
    purpose: str, *, settings: str = SETTINGS, durable: bool = False, superuser: bool = False
) -> Iterator[Stand]:
    """Start a server for this trial, make its database, set Django up; all stops at the end.

    A `durable` server survives `kill -9` of its processes with all that was committed. On request
    the tables' owner is a `superuser`, who can do what an intruder in the server could.
    """
    folder = postgres.private_folder(f"trial-{purpose}")
    cluster = postgres.cluster(folder, durable=durable)
    with _alone(folder, purpose), cluster.used():
        os.environ["DJANGO_SETTINGS_MODULE"] = settings
        os.environ["DATABASE_URL"] = url = cluster.url()
        _make_database(url)
        with psycopg.connect(cluster.url("postgres", "postgres"), autocommit=True) as server:
            server.execute(f"ALTER ROLE schuldenlab {'SUPERUSER' if superuser else 'NOSUPERUSER'}")
        yield _set_up(Stand(cluster, url))
        _close()


@contextmanager
def _alone(folder: Path, purpose: str) -> Iterator[None]:
    """One run of a trial at a time in this clone: it begins by throwing the database away."""
    with (folder / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"The trial {purpose} runs already in this clone.")
        yield


def _make_database(url: str) -> None:
    from tests.plugins.template import migrated_once

    migrated = migrated_once()
    parts = urlsplit(url)
    name = sql.Identifier(parts.path.lstrip("/"))
    with psycopg.connect(urlunsplit(parts._replace(path="/postgres")), autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(make.format(name, sql.Identifier(migrated)))


def _set_up(place: Stand) -> Stand:
    import django

    django.setup()
    return place


def _close() -> None:
    from django.db import connections

    connections.close_all()
