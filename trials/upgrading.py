"""The second half of the drill: this version takes the place of an earlier one, under traffic."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from schuldenlab import postgres
from tests.processes import Crew, Visitor
from trials.restoring import OPEN_BALLOT, empty_server, manage, step
from trials.visits import NotReachedError, log_in, serve

if TYPE_CHECKING:
    from trials.table import Table

ROOT = postgres.REPOSITORY
SETTLE = """
import django; django.setup()
from django.utils import timezone
from tests.cast import build_cast
from tests.house.world import build_world
build_world(build_cast(timezone.now()))
"""
PAGES = ("/", "/partners/", "/kompas/", "/projecten/", "/besluiten/", "/gezond/")
PEOPLE = ("zetel.ch@people.example", "carla.smit@people.example", "pim.de.groot@people.example")
CALM = 5.0  # seconds of traffic before and after


def revision_before() -> str:
    """The last tag, else the commit before the newest change of a migration; empty without git."""
    tag = _git("describe", "--tags", "--abbrev=0")
    newest = _git("log", "-1", "--format=%H", "--", "*/migrations/*.py")
    found = tag or (f"{newest}^" if newest else "")
    return _git("rev-parse", "--short=10", found) if found else ""


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def _unpacked(revision: str, folder: Path) -> Path:
    """The tree of a revision, with the packages and texts of this one."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    ask = ["git", "archive", revision]
    archive = subprocess.run(ask, cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise NotReachedError(f"{revision}: {archive.stderr.decode()}")
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for texts in ROOT.glob("locale/*/LC_MESSAGES/*.mo"):
        shutil.copy(texts, folder / texts.relative_to(ROOT))
    return folder


@dataclass
class Traffic:
    """People who read and vote all the time, on whichever server the door leads to now."""

    port: int
    ballot: int
    stopped: threading.Event = field(default_factory=threading.Event)
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def walk(self, visitor: Visitor, *, votes: bool) -> None:
        """Until it is stopped: page after page, and a vote after every round."""
        number = 0
        while not self.stopped.is_set():
            number += 1
            visitor.port = self.port
            page = PAGES[number % len(PAGES)]
            if votes and number % len(PAGES) == 0:
                page = f"/stemmingen/{self.ballot}/stem/"
            self._visit(visitor, page, votes=votes and "/stem/" in page)

    def _visit(self, visitor: Visitor, page: str, *, votes: bool) -> None:
        begin = time.monotonic()
        try:
            if votes:
                status = visitor.send(page, choice="for", reason="")[0].status
            else:
                status = visitor.ask(page)[0].status
        except (OSError, AssertionError) as error:
            self.wrong.append(f"{page}: {type(error).__name__} {error}"[:200])
            return
        self.slowest = max(self.slowest, time.monotonic() - begin)
        self.answers["votes" if votes else "pages"] += 1
        if status != (HTTPStatus.FOUND if votes else HTTPStatus.OK):
            self.wrong.append(f"{page}: {status}")


def upgraded(table: Table, revision: str) -> None:
    """Each step is a row of the table."""
    with empty_server("trial-drill-upgraded") as cluster:
        url = cluster.url()
        here = {**os.environ, "DATABASE_URL": url, "MEDIA_ROOT": str(cluster.folder / "documents")}
        crew, traffic = Crew(cluster.folder, here), None
        try:
            with step(table, f"the version before at work: {revision}") as said:
                if not revision:
                    raise NotReachedError("there is none here; name one with --from")
                tree = _unpacked(revision, cluster.folder / "before")
                _set_to_work(tree, here)
                traffic = _traffic(crew, tree, url)
                said.append(f"{len(PEOPLE)} people on it")
            if traffic is not None:
                _replaced(table, crew, traffic, here)
        finally:
            crew.stop()


def _set_to_work(tree: Path, environment: dict[str, str]) -> None:
    settings = environment | {"DJANGO_SETTINGS_MODULE": "schuldenlab.settings.test"}
    settings["PYTHONPATH"] = str(tree)
    for command in (["manage.py", "migrate", "--verbosity=0"], ["-c", SETTLE]):
        done = subprocess.run(
            [sys.executable, *command], cwd=tree, env=settings, capture_output=True, check=False
        )
        if done.returncode:
            raise NotReachedError(done.stderr.decode()[-600:])


def _traffic(crew: Crew, tree: Path, url: str) -> Traffic:
    port = serve(crew, "before", tree)
    with psycopg.connect(url) as database:
        (ballot,) = database.execute(OPEN_BALLOT).fetchone() or (0,)
    traffic = Traffic(port, ballot)
    for number, address in enumerate(PEOPLE):
        visitor = Visitor(port)
        log_in(visitor, address, url)
        facts = {"votes": number == 0}
        threading.Thread(target=traffic.walk, args=[visitor], kwargs=facts, daemon=True).start()
    time.sleep(CALM)
    return traffic


def _replaced(table: Table, crew: Crew, traffic: Traffic, environment: dict[str, str]) -> None:
    settings = environment | {"DJANGO_SETTINGS_MODULE": "schuldenlab.settings.development"}
    try:
        with step(table, "migrate, while the version before answers") as said:
            before = traffic.answers.total()
            manage("migrate", "--no-input", "--verbosity=0", **settings)
            said.append(f"{traffic.answers.total() - before} answers meanwhile")
        with step(table, "this version beside it, and then alone") as said:
            traffic.port = serve(crew, "now", ROOT)
            os.kill(crew.members["before"].pid, signal.SIGTERM)
            said.append(f"the one before left with {crew.members.pop('before').wait(60)}")
            time.sleep(CALM)
    finally:
        traffic.stopped.set()
    with step(table, "every answer right, no connection lost") as said:
        if traffic.wrong:
            raise NotReachedError(f"{len(traffic.wrong)} wrong, such as {traffic.wrong[0]}")
        said.append(f"{traffic.answers['pages']} pages, {traffic.answers['votes']} votes")
        said.append(f"slowest {traffic.slowest:.1f} s, 0 errors")
    with step(table, "check_integrity after it") as said:
        manage("check_integrity", "--json", **settings)
        said.append("0 faults")
