"""The health address, and the ticks that it reads."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as configured
from django.utils import timezone

from schuldenlab.celery import app
from schuldenlab.web import tasks
from schuldenlab.web.actions import note_tick
from schuldenlab.web.models import Tick

if TYPE_CHECKING:
    from datetime import datetime

    from django.test import Client
    from pytest_django import DjangoAssertNumQueries
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db
ADDRESSES = ["/gezond/", "/gezond/klok/"]


@pytest.fixture
def now(settings: Settings) -> datetime:
    """A clock is promised, within five minutes."""
    settings.CLOCK_LATE_AFTER = 300
    return timezone.now()


def ticked(at: datetime) -> None:
    note_tick(configured.CLOCK, at=at)


def test_all_is_well(client: Client, now: datetime) -> None:
    ticked(now - timedelta(seconds=12))
    answer = client.get("/gezond/")
    assert answer.status_code == HTTPStatus.OK
    facts = answer.json()
    assert 12 <= facts.pop("clock") < 30
    assert facts == {"database": "ok", "clock_is_late": False}
    assert client.get("/gezond/klok/").status_code == HTTPStatus.OK


@pytest.mark.parametrize("age", [301, 3 * 24 * 3600, None])
def test_a_clock_that_stands_still_is_told_but_pages_do_not_need_it(
    client: Client, now: datetime, age: int | None
) -> None:
    if age is not None:
        ticked(now - timedelta(seconds=age))
    facts = {path: client.get(path) for path in ADDRESSES}
    assert [answer.json()["clock_is_late"] for answer in facts.values()] == [True, True]
    assert [answer.status_code for answer in facts.values()] == [200, 503]


def test_on_ones_own_machine_no_clock_is_promised(client: Client) -> None:
    answer = client.get("/gezond/klok/")
    assert answer.status_code == HTTPStatus.OK
    assert answer.json() == {"database": "ok", "clock": None, "clock_is_late": False}


@pytest.mark.parametrize("path", ADDRESSES)
def test_one_query_no_session_no_cache(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    with django_assert_num_queries(1):
        answer = client.get(path)
    assert not answer.cookies
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("path", ADDRESSES)
def test_only_looking(client: Client, path: str) -> None:
    head = client.head(path)
    assert (head.status_code, head.content) == (HTTPStatus.OK, b"")
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)(path).status_code == HTTPStatus.METHOD_NOT_ALLOWED


# -- ticks ---------------------------------------------------------------------------------------


def test_the_task_ticks_in_one_row() -> None:
    before = timezone.now()
    tasks.tick()
    tasks.tick()
    row = Tick.objects.get()
    assert row.pk == configured.CLOCK
    assert row.last_at >= before


def test_a_row_per_task_and_the_last_time_counts() -> None:
    now = timezone.now()
    for name, age in (("one", 5), ("two", 3), ("one", 1)):
        note_tick(name, at=now - timedelta(seconds=age))
    rows = dict(Tick.objects.values_list("name", "last_at"))
    assert rows == {"one": now - timedelta(seconds=1), "two": now - timedelta(seconds=3)}


def test_a_periodic_task_that_succeeds_is_noted() -> None:
    app.loader.import_default_modules()
    app.tasks["programme.tasks.remind_voters"].apply()
    assert Tick.objects.filter(pk="programme.tasks.remind_voters").exists()


def test_a_task_that_fails_or_is_not_periodic_is_not_noted() -> None:
    @app.task(name="tests.fails", set_as_current=False)
    def fails() -> None:
        raise ValueError

    @app.task(name="tests.works")
    def works() -> None:
        """Nothing."""

    try:
        fails.apply()
        works.apply()
    finally:
        app.tasks.pop("tests.fails")
        app.tasks.pop("tests.works")
    assert not Tick.objects.exists()
