"""What pages are measured on: the product and the smallest project, beside one PostgreSQL.

The rows are those with which the tests prove that a page costs the same for ten partners as for ten
thousand (`tests/house/crowd.py`): one of everything, and partners who each do all a partner does.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from schuldenlab import postgres
from tests.processes import Crew, Redis, free_port

from .meter import HOST, Server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.house.world import World

CAST = 7  # partners of the cast, before any crowd
KEY = "tests-only"  # of `schuldenlab.settings.test`, which makes the sessions
PRODUCT = {
    "DJANGO_SETTINGS_MODULE": "bench.product",
    "SECRET_KEY": KEY,
    "ALLOWED_HOSTS": HOST,
    "SITE_URL": f"https://{HOST}",
    "EMAIL_URL": "smtp://127.0.0.1:9",
    "DEFAULT_FROM_EMAIL": "kernteam@lab.example",
    "SCHULDENLAB_DEMO": "",
}


@dataclass
class Stand:
    """Both servers, the process id of PostgreSQL, and what there is to look at."""

    product: Server
    limit: Server
    database: int
    world: World
    partners: int = CAST

    def grow(self, partners: int) -> None:
        """So many partners."""
        from django.db import connection, transaction

        from tests.house.crowd import crowd

        with transaction.atomic():
            crowd(self.world, self.partners + 1, partners)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        self.partners = partners

    def cookie_of(self, role: str) -> str:
        """The session of somebody who just logged in, and the secret of its forms."""
        from django.test import Client

        from tests.cast import login

        client = login(Client(), getattr(self.world.cast, role))
        session = client.cookies["sessionid"].value
        return f"sessionid={session}; csrftoken={FORM_SECRET}"

    def write(self) -> None:
        """Somebody writes something; what was kept of any page counts no more."""
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE IF NOT EXISTS bench_written (at timestamptz)")
            cursor.execute("INSERT INTO bench_written VALUES (now())")

    def feed_of(self, events: int) -> str:
        """The address of a calendar with so many meetings in it."""
        from events.actions import start_feed

        from .meetings import plan_until

        person = self.world.cast.contact
        plan_until(self.world, person, events)
        return start_feed(person, actor=person, at=self.world.cast.at)


FORM_SECRET = "a" * 32


@contextmanager
def database(name: str) -> Iterator[int]:
    """A private PostgreSQL; yields its process id. Django is set up."""
    folder = postgres.private_folder(name)
    with postgres.ensure(folder, durable=True) as url:
        os.environ["DATABASE_URL"] = url
        os.environ["DJANGO_SETTINGS_MODULE"] = "schuldenlab.settings.test"
        import django

        django.setup()
        pid = postgres.cluster(folder).data / "postmaster.pid"
        yield int(pid.read_text().split()[0])


@contextmanager
def emptied(name: str = "bench-pages") -> Iterator[World]:
    """The world of the cast without servers, for what no page does."""
    with database(name):
        yield _settled(postgres.private_folder(name) / "world")


@contextmanager
def stand(name: str = "bench-pages") -> Iterator[Stand]:
    """All of it, with the partners of the cast."""
    with ExitStack() as stack:
        pid = stack.enter_context(database(name))
        world = _settled(postgres.private_folder(name) / "world")
        crew = Crew(postgres.private_folder(name), dict(os.environ))
        stack.callback(crew.stop)
        redis = Redis(crew)  # a vote wakes the worker, so that its letter goes at once
        redis.start()
        product = _server(
            stack, "schuldenlab.wsgi:application", {**PRODUCT, "REDIS_URL": redis.url}
        )
        limit = _server(stack, "bench.limit.wsgi:application", {})
        product.ready("/gezond/")
        limit.ready("/rows/")
        yield Stand(product, limit, pid, world)


def _settled(remembered: Path) -> World:
    """The world of today, from a copy of the database when this code made it before."""
    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    edition = f"{_edition()} {timezone.localdate()}"
    if remembered.exists():
        before, world = pickle.loads(remembered.read_bytes())
        if before == edition:
            _copy("settled", "schuldenlab")
            return world  # type: ignore[no-any-return]
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    call_command("migrate", verbosity=0, interactive=False)
    world = _settle()
    _copy("schuldenlab", "settled")
    remembered.write_bytes(pickle.dumps((edition, world)))
    return world


def _edition() -> str:
    """Which tables there are."""
    files = [*postgres.REPOSITORY.glob("*/migrations/*.py")]
    files += postgres.REPOSITORY.glob("schuldenlab/*/migrations/*.py")
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()


def _copy(source: str, target: str) -> None:
    """A database as another one is."""
    from django.db import connections

    connections.close_all()
    elsewhere = os.environ["DATABASE_URL"].rpartition("/")[0] + "/postgres"
    with psycopg.connect(elsewhere, autocommit=True) as maintenance:
        maintenance.execute(f"DROP DATABASE IF EXISTS {target} WITH (FORCE)")
        maintenance.execute(f"CREATE DATABASE {target} TEMPLATE {source}")


def _server(stack: ExitStack, application: str, environment: dict[str, str]) -> Server:
    server = Server(application, free_port(), environment)
    stack.callback(server.stop)
    return server


def _settle() -> World:
    """One of everything, now; and the rows of the smallest project."""
    from django.db import connection, transaction
    from django.utils import timezone

    from tests.cast import build_cast
    from tests.house.addresses import shelves
    from tests.house.world import build_world

    now = timezone.now()
    with transaction.atomic():
        world = shelves(build_world(build_cast(now)))
    with connection.cursor() as cursor:
        for statement in LIMIT:
            given = {"at": now - timedelta(days=300)} if "%(at)s" in statement else None
            cursor.execute(statement, given)
    return world


LIMIT = (
    """
    CREATE TABLE limit_row (
        id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
        name varchar(200) NOT NULL, sector varchar(50) NOT NULL, since timestamptz NOT NULL)
    """,
    """
    INSERT INTO limit_row (name, sector, since)
    SELECT 'Partner ' || n, 'bank', %(at)s FROM generate_series(1, 10000) n
    """,
    """
    CREATE TABLE limit_happening (
        id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
        title varchar(200) NOT NULL, place varchar(200) NOT NULL,
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL)
    """,
    """
    INSERT INTO limit_happening (title, place, starts_at, ends_at)
    SELECT 'Bijeenkomst ' || n, 'Stadhuis, zaal ' || n, %(at)s + n * interval '3 hours',
           %(at)s + (n + 2) * interval '3 hours'
      FROM generate_series(1, 2000) n
    """,
    "CREATE INDEX limit_happening_starts ON limit_happening (starts_at)",
)
