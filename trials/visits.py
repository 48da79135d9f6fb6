"""The product over HTTP, as people use it: a web server of a tree, logging in, voting."""

from __future__ import annotations

import re
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import psycopg

from tests.processes import Crew, Visitor, free_port

if TYPE_CHECKING:
    from pathlib import Path

WEB = ["python", "-m", "gunicorn", "schuldenlab.wsgi:application", "--worker-class=gthread"]
WEB += ["--workers=2", "--threads=4", "--graceful-timeout=20", "--no-control-socket"]
PATIENCE = 90.0  # seconds
NEWEST_CODE = """
    SELECT text FROM outbox_letter WHERE address = %s AND template LIKE '%%login_code%%'
     ORDER BY id DESC LIMIT 1
"""


class NotReachedError(Exception):
    """A step of the trial did not come to its end; the message says which and why."""


def serve(crew: Crew, name: str, tree: Path, **environment: str) -> int:
    """Start a web server on the code of a tree; returns its port once it answers."""
    port = free_port()
    settings = {"DJANGO_SETTINGS_MODULE": "schuldenlab.settings.development", "PORT": str(port)}
    place = ["--chdir", str(tree), f"--bind=127.0.0.1:{port}"]
    crew.start(name, [*WEB, *place], PYTHONPATH=str(tree), **settings, **environment)
    end = time.monotonic() + PATIENCE
    while not Visitor(port).is_answered("/gezond/"):
        if time.monotonic() > end or not crew.is_alive(name):
            raise NotReachedError(f"{name} does not answer: {crew.log(name)[-2000:]}")
        time.sleep(0.1)
    return port


def log_in(visitor: Visitor, address: str, url: str) -> None:
    """With the code from the letter, read in the outbox: no worker sends it here."""
    answer, page = visitor.send("/inloggen/", email=address)
    if answer.status != HTTPStatus.FOUND:
        raise NotReachedError(f"asking for a code: {answer.status} {page[:300]}")
    with psycopg.connect(url) as database:
        row = database.execute(NEWEST_CODE, [address]).fetchone()
    code = re.search(r"\b\d{6}\b", row[0] if row else "")
    if code is None:
        raise NotReachedError(f"no code for {address}")
    answer, page = visitor.send("/inloggen/code/", code=code[0])
    if answer.status != HTTPStatus.FOUND:
        raise NotReachedError(f"giving the code: {answer.status} {page[:300]}")


def cast_vote(visitor: Visitor, ballot: int, choice: str) -> str:
    """Vote, and open the receipt; returns its address."""
    answer, page = visitor.send(f"/stemmingen/{ballot}/stem/", choice=choice, reason="")
    where = answer.headers["Location"] or ""
    if answer.status != HTTPStatus.FOUND or not where.startswith("/stembewijzen/"):
        raise NotReachedError(f"voting: {answer.status} {where} {page[:300]}")
    answer, page = visitor.ask(where)
    if answer.status != HTTPStatus.OK:
        raise NotReachedError(f"the receipt: {answer.status} {page[:300]}")
    return where
