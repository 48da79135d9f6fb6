"""Hints to the worker, with a broker that is there and one that is not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import celery
import psycopg
import pytest
from django.conf import settings
from kombu.exceptions import OperationalError
from psycopg.conninfo import conninfo_to_dict

from schuldenlab.celery import Hint, app, install_queue
from schuldenlab.settings.parts import queue

if TYPE_CHECKING:
    from collections.abc import Iterator


def application(broker: str, options: dict[str, object]) -> celery.Celery:
    made = celery.Celery("test", broker=broker, task_cls=Hint, set_as_current=False)
    made.conf.update(
        broker_transport_options=options,
        broker_connection_timeout=2,
        task_publish_retry=False,
    )
    return made


def nothing() -> None:
    """Do nothing."""


@pytest.fixture
def talkative() -> Iterator[None]:
    Hint._silent_until = 0
    yield
    Hint._silent_until = 0


@pytest.mark.usefixtures("talkative")
def test_broker_that_is_away_costs_a_moment_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    task = application("redis://127.0.0.1:1/0", {"max_retries": 0}).task(nothing, name="hint")
    before = time.monotonic()
    assert task.delay() is None
    assert time.monotonic() - before < 3
    assert "The broker is away" in caplog.text
    caplog.clear()
    assert task.delay() is None
    assert not caplog.text  # silent for a while


@pytest.mark.usefixtures("talkative")
def test_beat_hears_that_the_broker_is_away() -> None:
    task = application("redis://127.0.0.1:1/0", {"max_retries": 0}).task(nothing, name="beat")
    with pytest.raises(OperationalError):
        task.apply_async(headers={"celery_beat_task": True})


def test_schedule_names_tasks_that_exist() -> None:
    app.loader.import_default_modules()
    names = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert names <= set(app.tasks)


@pytest.mark.usefixtures("talkative")
def test_queue_in_postgres_carries_a_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    options = queue._in_postgres()
    made = application("pgmq://", options)
    monkeypatch.setattr("schuldenlab.celery.app", made)
    install_queue()
    install_queue()  # the second time there is nothing to do
    made.task(nothing, name="carried").apply_async(queue="carried")
    with made.connection_for_read() as connection:
        messages = connection.SimpleQueue("carried")
        message = messages.get(timeout=5)
        assert message.headers["task"] == "carried"
        message.ack()
        messages.close()
    made.pool.force_close_all()


def test_socket_survives_in_the_broker_address() -> None:
    parts = conninfo_to_dict(str(queue._in_postgres()["conn_string"]))
    assert parts["dbname"]
    with psycopg.connect(**parts) as connection:
        assert connection.info.host == parts["host"]
