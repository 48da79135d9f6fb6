"""The page of a demo whose story is being told: how far it is, and what comes after it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from schuldenlab.audit.origin import acting_from
from schuldenlab.demo import telling
from schuldenlab.demo.middleware import FirstPage
from tests.cast import build_cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest

FIRST = "schuldenlab.demo.middleware.FirstPage"
MOMENT = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A browser at a demo that was started with an empty database."""
    monkeypatch.setenv("SCHULDENLAB_DEMO_TELLING", "1")
    return Client(headers={"accept-language": "en"})


def another_teller() -> psycopg.Connection:
    """Another process that tells the story, as PostgreSQL sees it."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    url = urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))
    return psycopg.connect(url, autocommit=True, application_name="story 2026-03 41%")


@pytest.fixture
def teller() -> Iterator[psycopg.Connection]:
    """Somebody who tells the story as long as the test, or shorter."""
    with another_teller() as other:
        yield other


@pytest.fixture
def told() -> None:
    """One act of the story that everybody can see."""
    with acting_from(telling.ORIGIN):
        build_cast(MOMENT)


def test_nothing_of_it_without_the_supervisor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCHULDENLAB_DEMO_TELLING", raising=False)
    with pytest.raises(MiddlewareNotUsed):
        FirstPage(nobody)


def nobody(_request: HttpRequest) -> HttpResponse:
    raise AssertionError


@pytest.mark.usefixtures("teller")
def test_it_says_which_month_is_told_and_looks_again(web: Client) -> None:
    page = web.get("/demo/")
    assert page.status_code == 200
    assert "Now it is March 2026." in page.text
    assert 'width="41.0%"' in page.text
    assert page.headers["Refresh"] == "3"
    assert page.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in page.headers
    assert "<script" not in page.text


@pytest.mark.usefixtures("teller")
def test_who_wants_a_page_that_stays_gets_one(web: Client) -> None:
    page = web.get("/demo/?stil")
    assert "Refresh" not in page.headers
    assert 'href="/demo/?stil">' in page.text  # look again by hand
    assert "Now it is March 2026." in page.text


@pytest.mark.usefixtures("teller")
@pytest.mark.parametrize("path", ["/", "/beheer/", "/api/v1/partners", "/nergens/"])
def test_there_is_no_other_page_yet(web: Client, path: str) -> None:
    for answer in (web.get(path), web.post(path)):
        assert (answer.status_code, answer.headers["Location"]) == (303, "/demo/")
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_web_may_be_there_before_the_tables(web: Client) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE audit_entry RENAME TO audit_not_yet")
        page = web.get("/demo/")
        transaction.set_rollback(True)
    assert "It begins within a few seconds." in page.text


def test_before_it_begins(web: Client) -> None:
    page = web.get("/demo/")
    assert "It begins within a few seconds." in page.text
    assert page.headers["Refresh"] == "3"


@pytest.mark.usefixtures("told")
def test_once_it_is_told_the_roles_stand_there(web: Client, teller: psycopg.Connection) -> None:
    assert "Choose a role" not in web.get("/demo/").text
    teller.close()
    gone(teller)
    assert "Choose a role" in web.get("/demo/").text
    with another_teller():
        look_anew()
        assert telling.progress()
        assert "Choose a role" in web.get("/demo/").text  # it does not look again


def test_a_teller_who_is_gone_has_failed(web: Client, teller: psycopg.Connection) -> None:
    web.get("/demo/")
    teller.close()
    gone(teller)
    page = web.get("/demo/")
    assert "The year could not be told" in page.text
    assert "Refresh" not in page.headers


def gone(teller: psycopg.Connection) -> None:
    """Wait until PostgreSQL, too, knows that this connection is closed."""
    assert teller.closed
    while telling.progress():
        look_anew()


def look_anew() -> None:
    """Within one transaction, such as that of a test, PostgreSQL shows who is there only once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot(), pg_sleep(0.02)")


def test_the_teller_goes_by_the_name_of_the_month() -> None:
    teller = telling.Teller()
    with transaction.atomic():
        teller.say(MOMENT, 1, 3)
        assert telling.progress() == telling.Progress(date(2026, 3, 1), 25)
        teller.say(MOMENT, 3, 1)
        look_anew()
        assert telling.progress() == telling.Progress(date(2026, 3, 1), 75)
        transaction.set_rollback(True)
    look_anew()
    assert telling.progress() is None


def test_it_stands_before_all_that_asks_who_somebody_is(settings) -> None:
    order = settings.MIDDLEWARE
    assert order.index("whitenoise.middleware.WhiteNoiseMiddleware") < order.index(FIRST)
    assert order.index(FIRST) < order.index("schuldenlab.web.middleware.RequestFacts")
