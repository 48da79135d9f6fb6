"""The first half of the drill: back up, restore into an empty server, compare, log in, vote."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from schuldenlab import postgres
from schuldenlab.postgres.server import NAME
from tests.processes import Crew, Visitor
from trials.visits import NotReachedError, cast_vote, log_in, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trials.stand import Stand
    from trials.table import Table

NEVER_THE_SAME = (b"\\restrict", b"\\unrestrict")  # a random word in each dump of pg_dump
CASTS = re.compile(rb"::(character varying|text)(\[\])?|[()]")
OPEN_BALLOT = "SELECT id FROM programme_ballot WHERE title = 'Motie' AND status = 'open'"


def fill(place: Stand) -> None:
    """A year with partners, votes, themes, projects, minutes and papers, sealed and mailed."""
    from partners.actions import tell_seal
    from schuldenlab.audit.actions import seal_rows
    from tests.house import addresses, invitations, letters, meetings, minutes
    from tests.house.shelf_cases import case_shelf
    from tests.house.shelf_projects import project_shelf
    from tests.house.shelf_themes import theme_shelf

    world = place.settled()
    for shelf in (
        *(addresses.text_shelf, addresses.network_shelf, addresses.import_shelf),
        *(addresses.token_shelf, theme_shelf, project_shelf),
        *(case_shelf, meetings.meeting_shelf, invitations.invitation_shelf),
        *(minutes.minutes_shelf, letters.letter_shelf),
    ):
        shelf(world)
    seal_rows(world.cast.at)
    tell_seal(at=world.cast.at)


def heads(url: str) -> list[str]:
    """What the letters of the kernteam say."""
    from trials.tamper import HEAD

    with psycopg.connect(url) as database:
        rows = database.execute(
            "SELECT text FROM outbox_letter WHERE template = 'partners/mail/seal_told.txt'"
        ).fetchall()
    return sorted({":".join(found) for (text,) in rows for found in HEAD.findall(text)})


def sorted_dump(cluster: postgres.Cluster, database: str = NAME) -> bytes:
    """All of the database as SQL, its lines sorted.

    PostgreSQL writes a list of texts in a condition otherwise once it has read it back, with the
    casts in other places, so such a line is compared without its casts and brackets.
    """
    command = [str(cluster.binaries / "pg_dump"), "--exclude-schema=pgmq", "--no-owner"]
    command += ["--no-privileges", cluster.url(database)]
    text = subprocess.run(command, check=True, capture_output=True).stdout
    lines = [
        CASTS.sub(b"", line) if b" = ANY (" in line else line
        for line in text.splitlines()
        if not line.startswith(NEVER_THE_SAME)
    ]
    return b"\n".join(sorted(lines))


def files(folder: Path) -> dict[str, str]:
    """Every file with its hash."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def manage(*arguments: str, **environment: str) -> str:
    """Run a command of the product to its end, as an operator does."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=postgres.REPOSITORY, env=environment, capture_output=True, check=False
    )
    if done.returncode:
        raise NotReachedError(f"{arguments[0]}: {(done.stderr or done.stdout).decode()[-600:]}")
    return done.stdout.decode()


@contextmanager
def step(table: Table, name: str) -> Iterator[list[str]]:
    """A row with how long it took, and what it came to or why it did not."""
    said: list[str] = []
    begin, reached = time.monotonic(), True
    try:
        yield said
    except NotReachedError as error:
        said, reached = [str(error)], False
    table.add(name, f"{time.monotonic() - begin:.1f} s", "; ".join(said), reached=reached)


@contextmanager
def empty_server(purpose: str) -> Iterator[postgres.Cluster]:
    """A server that was made this moment."""
    folder = postgres.private_folder(purpose)
    cluster = postgres.cluster(folder, durable=False)
    for part in (cluster.data, folder / "documents"):
        shutil.rmtree(part, ignore_errors=True)
    with cluster.used():
        yield cluster


def restored(place: Stand, table: Table) -> None:
    """Each step is a row of the table."""
    from django.conf import settings

    documents = Path(settings.MEDIA_ROOT)
    here = place.environment(
        DJANGO_SETTINGS_MODULE="schuldenlab.settings.development",
        MEDIA_ROOT=str(documents),
        SCHULDENLAB_DEMO="1",
    )
    backup = place.folder / "backup"
    shutil.rmtree(backup, ignore_errors=True)
    with step(table, "back up") as said:
        said.append(manage("backup", str(backup), **here).strip().rpartition(": ")[2])
    with empty_server("trial-drill-restored") as cluster:
        away = here | {"DATABASE_URL": cluster.url()}
        away["MEDIA_ROOT"] = str(cluster.folder / "documents")
        with step(table, "restore into an empty server") as said:
            said.append(manage("restore", str(backup), **away).strip())
        _compared(place, cluster, documents, table)
        with step(table, "seals, ballots, signatures, guards") as said:
            mailed = [f"--seal={head}" for head in heads(place.url)]
            report = json.loads(manage("check_integrity", "--json", *mailed, **away))
            said.append(f"{report['seals']} seals of {report['sealed rows']} rows")
            said.append(f"{report['votes']} votes, {report['triggers']} triggers")
            said.append(f"{len(mailed)} mailed heads, 0 faults")
        with step(table, "log in and vote") as said:
            said.append(_visited(cluster, away))
            manage("check_integrity", "--json", *mailed, **away)


def _compared(place: Stand, cluster: postgres.Cluster, documents: Path, table: Table) -> None:
    with step(table, "sorted dumps, byte for byte") as said:
        one, other = sorted_dump(place.cluster), sorted_dump(cluster)
        said.append(f"{len(one):,} and {len(other):,} bytes")
        if one != other:
            raise NotReachedError(_difference(one, other))
    with step(table, "documents, byte for byte") as said:
        kept, back = files(documents / "documents"), files(cluster.folder / "documents/documents")
        said.append(f"{len(kept)} and {len(back)} files")
        if kept != back or not kept:
            raise NotReachedError("they differ")


def _difference(one: bytes, other: bytes) -> str:
    lines = set(one.splitlines()) ^ set(other.splitlines())
    return f"{len(lines)} lines differ, such as {min(lines)[:200]!r}"


def _visited(cluster: postgres.Cluster, environment: dict[str, str]) -> str:
    """Somebody logs in on the restored database and votes."""
    crew = Crew(cluster.folder, environment)
    try:
        visitor = Visitor(serve(crew, "web", postgres.REPOSITORY))
        with psycopg.connect(cluster.url()) as database:
            (ballot,) = database.execute(OPEN_BALLOT).fetchone() or (0,)
        log_in(visitor, "zetel.ch@people.example", cluster.url())
        return f"receipt {cast_vote(visitor, ballot, 'for')}"
    finally:
        crew.stop()
