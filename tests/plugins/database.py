"""Give the test run a PostgreSQL of its own, before Django reads its settings.

Loaded by `-p tests.plugins.database`. With a `DATABASE_URL` in the environment nothing is started;
so the workers of pytest-xdist share the one of their parent.
"""

from __future__ import annotations

import fcntl
import itertools
import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

from schuldenlab import postgres

if TYPE_CHECKING:
    from pathlib import Path

_until_the_end = ExitStack()


def _free_folder() -> Path:
    """Return the clone's first test folder that no other test run uses, and keep it ours.

    It stays between runs: starting its server takes a tenth of making one.
    """
    for number in itertools.count(1):
        folder = postgres.private_folder(f"test{number}")
        lock = _until_the_end.enter_context((folder / "run.lock").open("w"))
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        return folder
    raise AssertionError


if not os.environ.get("DATABASE_URL"):
    os.environ["DATABASE_URL"] = _until_the_end.enter_context(
        postgres.ensure(_free_folder(), durable=False),
    )


def pytest_unconfigure() -> None:
    """Stop the server, if this process started it."""
    _until_the_end.close()
