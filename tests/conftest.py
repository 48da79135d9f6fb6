"""What every test may ask for."""

from __future__ import annotations

import copy
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from django.utils import timezone

from tests.cast import FIXED, TABLES, Cast, build_cast, login
from tests.house.addresses import shelves
from tests.house.world import build_world
from tests.plugins.stage import BLOCKER, STAGE, Stage, stage_of, stands_on
from tests.plugins.template import migrated_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import Model
    from django.test import Client
    from pytest_django.plugin import DjangoDbBlocker

    from tests.house.world import World

__all__ = ["login"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Let Django copy a migrated database instead of migrating an empty one."""
    del django_db_modify_db_settings_parallel_suffix
    connections["default"].settings_dict["TEST"]["TEMPLATE"] = migrated_once()


_built: dict[str, tuple[Cast, list[list[Model]]]] = {}


def _build_once(name: str, at: datetime) -> tuple[Cast, list[list[Model]]]:
    """The cast and its rows, made by the product's actions the first time and then remembered."""
    if name not in _built:
        with transaction.atomic():
            cast = build_cast(at)
            rows = [list(model._base_manager.all()) for model in TABLES]
            transaction.set_rollback(True)
        _built[name] = cast, rows
    return _built[name]


def _put_back(cast: Cast, tables: list[list[Model]]) -> Cast:
    """The same rows in a few statements; without letters and audit trail, so tests count theirs."""
    own, rows = copy.deepcopy((cast, tables))
    with transaction.atomic():
        for model, objects in zip(TABLES, rows, strict=True):
            if model is type(own.raad):
                for raad in objects:
                    raad.status = "composing"  # the database checks its seats when it is installed
            if model is type(own.framework):
                for framework in objects:
                    framework.status = "draft"  # clauses are written in a draft
            model._base_manager.bulk_create(objects)
            if model.__name__ == "ClauseMeasure":
                own.framework.save(update_fields=["status"])
        own.raad.save(update_fields=["status"])
        _move_sequences()
    return own


def _move_sequences() -> None:
    """Number new rows after those that were put back; a test may have made the tables anew."""
    with connection.cursor() as cursor:
        cursor.execute(";".join(connection.ops.sequence_reset_sql(no_style(), TABLES)))


# -- what stands in the database before a test begins ---------------------------------------------


@stands_on("cast")
def _fixed(_nothing: None) -> Cast:
    return _put_back(*_build_once("fixed", FIXED))


@stands_on("cast_now")
def _now(_nothing: None) -> Cast:
    return _put_back(*_build_once("now", timezone.now()))


@stands_on("world_fixed", under="cast")
@stands_on("world_now", under="cast_now")
def _world(cast: Cast) -> World:
    return build_world(cast)


@stands_on("shelves_fixed", under="world_fixed")
def _shelves_then(world: World) -> World:
    with time_machine.travel(FIXED, tick=False):
        return shelves(world)


@stands_on("shelves_now", under="world_now")
def _shelves(world: World) -> World:
    return shelves(world)


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody, on 23 September 2026 at ten in the morning."""
    return STAGE.hand("cast") if "cast" in STAGE.names else _fixed(None)


@pytest.fixture
def cast_now(db: None) -> Cast:
    """Everybody, today: for tests through the web, which has the real clock."""
    return STAGE.hand("cast_now") if "cast_now" in STAGE.names else _now(None)


@pytest.fixture
def world_fixed(cast: Cast) -> World:
    """A year in full swing around the cast."""
    return STAGE.hand("world_fixed")


@pytest.fixture
def world_now(cast_now: Cast) -> World:
    """The same, today."""
    return STAGE.hand("world_now")


@pytest.fixture
def shelves_fixed(cast: Cast) -> World:
    """The year around the cast of September 2026, with something of everything that has a page."""
    return STAGE.hand("shelves_fixed")


@pytest.fixture
def shelves_now(cast_now: Cast) -> World:
    """The same, with something of everything that has a page."""
    return STAGE.hand("shelves_now")


@pytest.fixture(scope="session")
def _stages(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Stage]:
    request.config.stash[BLOCKER] = django_db_blocker
    yield STAGE
    with django_db_blocker.unblock():
        STAGE.clear(())


@pytest.fixture
def _staged(
    request: pytest.FixtureRequest, _stages: Stage, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        wanted = stage_of(request.node)
        _stages.clear(wanted)
        _stages.build(wanted)


@pytest.fixture
def _django_db_helper(_staged: None, _django_db_helper: None) -> None:
    """Pytest-django's savepoint around each test, on the stage that the test asks for."""


@pytest.fixture
def enter(client: Client) -> Callable[..., Client]:
    """`enter(person)` gives the client, logged in as that person."""
    return lambda someone, **facts: login(client, someone, **facts)


TRUNCATE_GUARDS = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger
     WHERE right(tgname, 12) = '_table_stays'
"""


def _guards(state: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(TRUNCATE_GUARDS)
        return [f"ALTER TABLE {row[0]} {state} TRIGGER {row[1]}" for row in cursor.fetchall()]


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_guards() -> Iterator[None]:
    """Tests with `transaction=True` empty all tables after them; our own guards refuse that."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_all(self: DatabaseOperations, statements: list[str]) -> None:
        off, on = _guards("DISABLE"), _guards("ENABLE ALWAYS")
        flush(self, [*off, *statements, *on])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush_all)
        yield
