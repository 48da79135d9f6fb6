"""The commands of the compose file, run by hand: from an empty database to somebody logged in."""

from __future__ import annotations

import json
import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import celery
import psycopg
import pytest

from tests.processes import Crew, Redis, Visitor, free_port, until
from tests.production.conftest import GIVEN, command_of, environment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.production.conftest import Installation

pytestmark = [pytest.mark.xdist_group("production"), pytest.mark.redis]
MANAGER = "eva.stam@stad.example"
SETUP = [
    "python",
    "manage.py",
    "setup_lab",
    "--manager-name=Eva Stam",
    f"--manager-email={MANAGER}",
]
GUARDS = """
    SELECT tgname FROM pg_trigger
     WHERE tgrelid = 'partners_mandate'::regclass AND tgenabled = 'A'
"""
HASHED = re.compile(r'href="(/static/[\w/.-]+\.[0-9a-f]{12}\.css)"')


@pytest.fixture(scope="module")
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Crew, Path]]:
    """The files as the image collects them; it takes a while, so it begins before the rest."""
    folder = tmp_path_factory.mktemp("static")
    crew = Crew(folder, environment_of("web", GIVEN) | {"STATIC_ROOT": str(folder / "files")})
    crew.start("collect", ["python", "manage.py", "collectstatic", "--no-input", "--verbosity=0"])
    yield crew, folder / "files"
    crew.stop()


@pytest.fixture(scope="module")
def lab(static_files: tuple[Crew, Path], installation: Installation) -> Iterator[Installation]:
    """Redis, web, worker and beat are up."""
    collecting, files = static_files
    redis = Redis(installation.crew)
    redis.start()
    web = free_port()
    environment = {"REDIS_URL": redis.url, "STATIC_ROOT": str(files)}
    installation.crew.environment |= installation.environment() | environment
    for service in ("worker", "beat"):
        installation.crew.start(service, command_of(service))
    assert collecting.members.pop("collect").wait() == 0, collecting.log("collect")
    bind = f"--bind=127.0.0.1:{web}"
    installation.crew.start("web", command_of("web"), GUNICORN_CMD_ARGS=bind)
    installation.visitor = Visitor(web, "lab.example")
    until(
        lambda: installation.visitor.is_answered("/gezond/"), lambda: installation.crew.log("web")
    )
    installation.crew.wait_for("worker", "ready.")
    yield installation
    installation.crew.stop()


def test_the_first_day(lab: Installation) -> None:
    """Set up the lab, get the invitation by mail, log in with the code that comes by mail."""
    assert "no issues" in lab.said
    lab.crew.run("setup", SETUP)
    until(lambda: lab.sink.texts_to(MANAGER), lambda: lab.crew.log("worker"))
    visitor = lab.visitor
    answer, _page = visitor.send("/inloggen/", email=MANAGER)
    assert (answer.status, answer.headers["Location"]) == (HTTPStatus.FOUND, "/inloggen/code/")
    codes = until(
        lambda: re.findall(r"\b\d{6}\b", "".join(lab.sink.texts_to(MANAGER))),
        lambda: lab.crew.log("worker"),
    )
    answer, _page = visitor.send("/inloggen/code/", code=codes[-1])
    assert answer.status == HTTPStatus.FOUND, _page
    answer, _page = visitor.ask("/")  # a manager needs a second step first
    security = answer.headers["Location"]
    assert (answer.status, security) == (HTTPStatus.FOUND, "/account/beveiliging/")
    answer, page = visitor.ask(security)
    assert (answer.status, "/uitloggen/" in page) == (HTTPStatus.OK, True)
    with lab.connect() as connection:
        facts = connection.execute(
            "SELECT DISTINCT status, text, html FROM outbox_letter"
        ).fetchall()
    assert ("sent", "", "") in facts  # the code is erased
    assert {fact[0] for fact in facts} == {"sent"}


def test_the_login_page_over_the_proxy(lab: Installation) -> None:
    visitor = Visitor(lab.visitor.port, "lab.example")
    answer, page = visitor.ask("/inloggen/")
    assert answer.status == HTTPStatus.OK
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert all("Secure" in line for line in answer.headers.get_all("Set-Cookie"))
    sheets = HASHED.findall(page)
    assert len(sheets) > 3
    for sheet in sheets:
        answer, _text = visitor.ask(sheet, Accept_Encoding="br")
        assert answer.status == HTTPStatus.OK
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Encoding"] == "br"


def test_what_did_not_come_through_the_proxy(lab: Installation) -> None:
    visitor = lab.visitor
    answer, _page = visitor.ask("/inloggen/", X_Forwarded_Proto="http")
    assert answer.status == HTTPStatus.MOVED_PERMANENTLY
    assert answer.headers["Location"] == "https://lab.example/inloggen/"
    assert visitor.ask("/gezond/", X_Forwarded_Proto="http")[0].status == HTTPStatus.OK
    assert visitor.ask("/gezond/", Host="elsewhere.example")[0].status == HTTPStatus.BAD_REQUEST
    answer, text = visitor.ask("/gezond/", method="HEAD")
    assert (answer.status, text) == (HTTPStatus.OK, "")


def test_the_clock(lab: Installation) -> None:
    """Beat calls by itself; the tick comes once in thirty seconds, so here it gets a push."""
    app = celery.Celery("test", broker=lab.crew.environment["REDIS_URL"], set_as_current=False)
    app.send_task("schuldenlab.web.tasks.tick", queue="schuldenlab")
    app.close()
    visitor = lab.visitor
    until(
        lambda: visitor.ask("/gezond/klok/")[0].status == HTTPStatus.OK,
        lambda: lab.crew.log("worker"),
    )
    lab.crew.wait_for("beat", "Sending due task send due letters")
    for path, code in (("/gezond/", 0), ("/nergens/", 1)):
        lab.crew.start("probe", ["python", "-m", "schuldenlab.probe", url_of(lab, path)])
        assert lab.crew.members.pop("probe").wait() == code, lab.crew.log("probe")


def url_of(lab: Installation, path: str) -> str:
    return f"http://127.0.0.1:{lab.visitor.port}{path}"


def test_integrity_under_the_application_role(lab: Installation) -> None:
    """Only tasks that had no turn yet; then a key that a superuser switched off."""
    assert {part for part, _where in faults(lab)} <= {"clock"}
    with psycopg.connect(lab.cluster.url(role="postgres"), autocommit=True) as superuser:
        always = superuser.execute(GUARDS).fetchall()
        superuser.execute("ALTER TABLE partners_mandate DISABLE TRIGGER ALL")
        found = faults(lab)
        superuser.execute("ALTER TABLE partners_mandate ENABLE TRIGGER ALL")
        for (name,) in always:
            superuser.execute(f"ALTER TABLE partners_mandate ENABLE ALWAYS TRIGGER {name}")
    assert [where for part, where in found if part == "trigger" and "_fk_" in where]


def faults(lab: Installation) -> list[tuple[str, str]]:
    lab.crew.start("integrity", ["python", "manage.py", "check_integrity", "--json"])
    lab.crew.members.pop("integrity").wait()
    report = json.loads(lab.crew.log("integrity"))
    return [(error["part"], error["where"]) for error in report["errors"]]


def test_a_database_that_is_away(lab: Installation) -> None:
    visitor = lab.visitor
    allow = "ALTER DATABASE schuldenlab WITH ALLOW_CONNECTIONS {}"
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'schuldenlab'"
    with psycopg.connect(lab.cluster.url("postgres", "postgres"), autocommit=True) as superuser:
        superuser.execute(allow.format("false"))
        superuser.execute(end)
        try:
            answer, text = Visitor(visitor.port, "lab.example").ask("/gezond/")
        finally:
            superuser.execute(allow.format("true"))
    assert answer.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert json.loads(text) == {"database": "away"}
    begin = time.monotonic()
    assert visitor.ask("/gezond/")[0].status == HTTPStatus.OK
    assert time.monotonic() - begin < 5
