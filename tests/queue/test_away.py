"""The broker goes away and comes back: pages answer, nothing is lost, the work catches up."""

from __future__ import annotations

import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import psycopg
from django.db import connection

from tests.processes import Visitor, free_port, until
from tests.queue.conftest import AWAY, PLACES, conninfo

if TYPE_CHECKING:
    from tests.queue.conftest import Site, Work

WEB = ["gunicorn", "schuldenlab.wsgi:application", "--worker-class=gthread", "--threads=2"]
PAGE_MAY_TAKE = 8  # seconds, on a busy machine; the connection attempt itself takes two at most


def database_allows(answer: str) -> None:
    """To the other processes the database is away; this connection stays."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(conninfo("postgres"), autocommit=True) as outside:
        outside.execute(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {answer}")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def start_all(site: Site) -> Visitor:
    visitor = Visitor(free_port())
    site.start_worker("worker")
    site.start_beat("beat")
    bind = f"--bind=127.0.0.1:{visitor.port}"
    site.crew.start("web", [*WEB, bind, "--no-control-socket"], PGAPPNAME="web")
    site.ready("worker", "beat")
    until(lambda: visitor.is_answered("/gezond/"), lambda: site.crew.log("web"))
    return visitor


def ask_code(visitor: Visitor, address: str) -> None:
    """Letters with a code are urgent: the page wakes the worker itself."""
    begin = time.monotonic()
    answer, _page = visitor.send("/inloggen/", email=address)
    assert answer.status == HTTPStatus.FOUND
    assert time.monotonic() - begin < PAGE_MAY_TAKE


def start_busy(site: Site, work: Work) -> Visitor:
    """One place of the worker sends a letter, the others close a ballot, and none comes to its end.

    What it then does not get rid of is the acknowledgement. Celery with a limit on prefetched
    messages hears nothing any more after that, also when the broker is back.
    """
    work.add_ballots(1)
    work.add_letters("held", 1)
    site.hold(work.cast.raad)
    site.sink.holds = True
    visitor = start_all(site)
    until(
        lambda: site.blocked("worker") >= PLACES - 1 and site.sink.messages,
        lambda: site.crew.log("worker"),
    )
    return visitor


def test_a_broker_that_is_away_for_a_while(site: Site, work: Work) -> None:
    visitor = start_busy(site, work) if site.redis else start_all(site)
    back_at = time.monotonic() + AWAY
    if site.redis:
        site.redis.kill()
        site.release()
        ask_code(visitor, work.cast.seat.email)
        assert visitor.ask("/gezond/")[0].status == HTTPStatus.OK
    else:  # the queue and everything else live in one database
        database_allows("false")
        assert visitor.ask("/gezond/")[0].status == HTTPStatus.SERVICE_UNAVAILABLE
    work.add_ballots(1)
    work.add_letters("meanwhile", 3)
    time.sleep(max(0.0, back_at - time.monotonic()))
    if site.redis:
        site.redis.start()
    else:
        database_allows("true")
        ask_code(visitor, work.cast.seat.email)

    until(work.is_done, lambda: site.crew.log("worker") + site.crew.log("beat"))
    assert len(site.sink.texts_to(work.cast.seat.email)) >= 1
    assert all(site.crew.is_alive(name) for name in ("web", "worker", "beat"))
    work.was_done_once(site.sink)
