"""The stage: rows with which many tests begin, put up once for all tests that follow.

A worker opens a transaction around its tests, builds the cast (and what else stands on a stage) in
it, and each test then runs in a savepoint of its own, as every test with a database does. Tests of
one stage are put one after the other, so that each stage is built once in a worker. What a test
gets in hand is a copy.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection, transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django.plugin import DjangoDbBlocker

BUILDERS: dict[str, tuple[str, Callable[[Any], Any]]] = {}


def stands_on(name: str, *, under: str = "") -> Callable[[Callable[[Any], Any]], Any]:
    """Say how the stage of this name is built, from a copy of what stands on the one `under` it.

    A test asks for it by a fixture of the same name.
    """

    def remember(build: Callable[[Any], Any]) -> Callable[[Any], Any]:
        BUILDERS[name] = under, build
        return build

    return remember


def levels(name: str) -> tuple[str, ...]:
    """All that is built for a stage, from the ground up."""
    under = BUILDERS[name][0]
    return (*(levels(under) if under else ()), name)


def stage_of(item: pytest.Item) -> tuple[str, ...]:
    """Which levels a test asks for; none when it empties the tables after it, or needs none."""
    names = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    if {"transactional_db", "live_server"} & names or (marker and marker.kwargs.get("transaction")):
        return ()
    asked = [levels(name) for name in BUILDERS if name in names]
    return max(asked, key=len, default=())


class Stage:
    """What stands in the database of this worker now."""

    def __init__(self) -> None:
        self.levels: list[tuple[str, Any, transaction.Atomic]] = []
        self.in_hand: Any = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _kept, _block in self.levels)

    @property
    def is_broken(self) -> bool:
        """A test closed the connection, and with it the transaction around all."""
        gone = connection.connection is None or connection.closed_in_transaction
        return bool(self.levels) and (gone or not connection.in_atomic_block)

    def clear(self, wanted: tuple[str, ...]) -> None:
        """Take down what does not belong to the wanted stage."""
        self.in_hand = None
        if self.is_broken:
            self._start_anew()
        while self.levels and self.names != wanted[: len(self.levels)]:
            _name, _kept, block = self.levels.pop()
            transaction.set_rollback(True)
            block.__exit__(None, None, None)

    def _start_anew(self) -> None:
        self.levels = []
        connection.in_atomic_block = connection.closed_in_transaction = False
        connection.needs_rollback = False
        connection.savepoint_ids, connection.atomic_blocks = [], []
        connection.close()

    def build(self, wanted: tuple[str, ...]) -> None:
        """Put up what is not there yet."""
        for name in wanted[len(self.levels) :]:
            below = copy.deepcopy(self.levels[-1][1]) if self.levels else None
            block = transaction.atomic()
            block.__enter__()
            kept = BUILDERS[name][1](below)
            with connection.cursor() as cursor:  # what is promised until the end, is checked now
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            self.levels.append((name, kept, block))

    def hand(self, name: str) -> Any:
        """The test's own copy of what stands on this level.

        Whoever stands on the ground also stands in what was built upon it, as its `cast`.
        """
        if self.in_hand is None:
            self.in_hand = copy.deepcopy(self.levels[-1][1])
        is_ground = not BUILDERS[name][0]
        return getattr(self.in_hand, "cast", self.in_hand) if is_ground else self.in_hand


STAGE = Stage()
BLOCKER = pytest.StashKey[Any]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one stage one after the other, in the order in which they were shuffled."""
    items.sort(key=lambda item: stage_of(item) or ("~",))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Take down what this test does not ask for, before it or its module sets up anything."""
    if STAGE.levels:
        blocker: DjangoDbBlocker = item.config.stash[BLOCKER]
        with blocker.unblock():
            STAGE.clear(stage_of(item))
