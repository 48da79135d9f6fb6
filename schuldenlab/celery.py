"""The Celery application: it carries hints, the database carries the work."""

from __future__ import annotations

import logging
import os
import time
from typing import TYPE_CHECKING, Any

import celery
import psycopg
from celery import bootsteps
from celery.signals import beat_init, worker_init

if TYPE_CHECKING:
    from collections.abc import Callable

SILENCE = 15.0  # seconds without a new attempt after the broker turned out to be away
ADVISORY_LOCK = 7_070_001  # any number, as long as it is the same in every process

logger = logging.getLogger(__name__)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schuldenlab.settings.development")


class Hint(celery.Task):
    """A task whose message may get lost: the clock finds the work again in the database."""

    _silent_until = 0.0

    def apply_async(self, *args: Any, **kwargs: Any) -> Any:
        """Send the message, or log that the broker is away; a visitor never waits for it.

        Beat has its own answer to a broker that is away, so it gets the error.
        """
        if "celery_beat_task" in (kwargs.get("headers") or {}):
            return super().apply_async(*args, **kwargs)
        if time.monotonic() < Hint._silent_until:
            return None
        try:
            return super().apply_async(*args, **kwargs)
        except (self.OperationalError, psycopg.Error, OSError) as error:
            Hint._silent_until = time.monotonic() + SILENCE
            logger.warning("The broker is away, the clock will find it: %s (%s)", self.name, error)
            return None


class Places:
    """The places of a worker, given back one after another.

    While all its processes are held up, messages wait in the worker. Of those that are too late
    each gives its place to the next one, in a chain of calls inside each other
    (`LaxBoundedSemaphore.release`), and a few hundred of them end the worker with a RecursionError.
    """

    def __init__(self, release: Callable[[], None]) -> None:
        self._release = release
        self._owed = 0
        self._is_at_it = False

    def give_back(self) -> None:
        """One place; when it is another one that gives back, that one does it next."""
        self._owed += 1
        if self._is_at_it:
            return
        self._is_at_it = True
        try:
            while self._owed:
                self._owed -= 1
                self._release()
        finally:
            self._is_at_it = False


class OneByOne(bootsteps.Step):
    """Let a worker throw late messages away one after another."""

    requires = ("celery.worker.components:Pool",)

    def create(self, worker: Any) -> None:
        """A pool of processes has places; all is done in the one thread of the worker's loop."""
        release = getattr(worker, "_quick_release", None)
        if release is not None:
            worker._quick_release = Places(release).give_back  # noqa: SLF001


app = celery.Celery("schuldenlab", task_cls=Hint)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(OneByOne)
app.set_default()  # for all threads of the web server
app.autodiscover_tasks()


@worker_init.connect
@beat_init.connect
def install_queue(**_signal: Any) -> None:
    """Create the tables of the queue in PostgreSQL, where that is the broker and they are missing.

    They live in the schema `pgmq`; leave it out of dumps.
    """
    if not str(app.conf.broker_url).startswith("pgmq:"):
        return
    from pgmq.install import install_pgmq_from_sql  # noqa: PLC0415 - not needed with Redis

    with psycopg.connect(app.conf.broker_transport_options["conn_string"]) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [ADVISORY_LOCK])
        there = connection.execute("SELECT to_regnamespace('pgmq') IS NOT NULL").fetchone()
        if there != (True,):
            install_pgmq_from_sql(conn=connection)
