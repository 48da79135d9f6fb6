"""What an empty, migrated database holds, as one file: for databases that are needed at once.

    python -m schuldenlab.postgres.structure    # write it anew, as `make structure` does

Migrating an empty database takes half a minute, nearly all of it Python; reading this file takes
less than a second. The demo, the tests and the trials read it; an installation migrates. The file
names the migrations that it was made from, and is left alone when they are no longer the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import psycopg

from .accounts import PostgresError
from .binaries import newest_binaries
from .folders import REPOSITORY, private_folder
from .server import Cluster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FILE: Final = REPOSITORY / "schuldenlab" / "postgres" / "structure.sql"
MADE_FROM: Final = "-- Made by `make structure` from the migrations "
OPTIONS: Final = ["--no-owner", "--no-privileges", "--no-comments", "--no-tablespaces"]
# Rows as statements, because psycopg sends no files; a thousand in one.
OPTIONS_OF_ROWS: Final = ["--inserts", "--rows-per-insert=1000"]
HEADING: Final = re.compile(r"--\n-- (?:Data for )?Name: [^\n]*\n--\n\n")
OF_ITS_SESSION: Final = re.compile(r"^(?:\\(?:un)?restrict |SET default_).*\n+", re.MULTILINE)
THE_END: Final = "--\n-- PostgreSQL database dump complete"
APPLIED: Final = re.compile(r"^(\t\(\d+, '\w+', '\w+', )'[^']+'\)", re.MULTILINE)
ANY_TABLE: Final = """
    SELECT EXISTS (SELECT FROM pg_class
                    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)
"""
EMPTY: Final = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"


def edition() -> str:
    """All migrations in a few characters, those of packages by their locked versions."""
    files = [*REPOSITORY.glob("*/migrations/*.py"), *REPOSITORY.glob("*/*/migrations/*.py")]
    return fingerprint([*files, REPOSITORY / "requirements" / "base.txt"])


def fingerprint(files: Iterable[Path]) -> str:
    """These files, by their names and all that stands in them."""
    digest = hashlib.sha256()
    for file in sorted(files):
        path = file.relative_to(REPOSITORY).as_posix()
        digest.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


def is_current() -> bool:
    """Whether the file was made from the migrations as they are now."""
    return FILE.exists() and FILE.read_text().startswith(f"{MADE_FROM}{edition()}\n")


def fill(run: Callable[[str], object], text: str = "") -> None:
    """Make everything in an empty database. Wants a transaction, and one that runs statements."""
    run("SET LOCAL check_function_bodies = off")  # a function may name a table that comes later
    run(text or FILE.read_text())


def empty(url: str) -> None:
    """Throw all tables away."""
    with psycopg.connect(url) as connection:
        connection.execute(EMPTY)


def fits(url: str) -> bool:
    """Whether the file is of today, and the database empty; otherwise it is for `migrate`."""
    with psycopg.connect(url) as connection:
        return connection.execute(ANY_TABLE).fetchone() == (False,) and is_current()


def fill_when_empty(url: str) -> bool:
    """Make everything, where it fits, and say whether it did."""
    if not fits(url):
        return False
    with psycopg.connect(url) as connection:
        fill(connection.execute)
    return True


def written(url: str) -> str:
    """A database as such a file. What differs from one making to the next is left out or is now."""
    binaries, _version = newest_binaries()
    command = [str(binaries / "pg_dump"), *OPTIONS, *OPTIONS_OF_ROWS, f"--dbname={url}"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)  # noqa: S603
    if done.returncode:
        raise PostgresError(f"pg_dump failed: {done.stderr.strip()}")
    begin = done.stdout.index("CREATE ")  # before it: settings, and the versions of PostgreSQL
    dump = done.stdout[begin:].partition(THE_END)[0]
    text = OF_ITS_SESSION.sub("", HEADING.sub("", dump))
    return APPLIED.sub(r"\1now())", text).strip() + "\n"


def migrate(url: str) -> None:
    """Run all migrations on an empty database, with the apps of the demo."""
    settings = {"DJANGO_SETTINGS_MODULE": "schuldenlab.settings.test", "DATABASE_URL": url}
    command = [sys.executable, "manage.py", "migrate", "--verbosity=0"]
    subprocess.run(command, cwd=REPOSITORY, env=os.environ | settings, check=True)  # noqa: S603


def main() -> None:
    """Migrate an empty database, and write what came of it."""
    binaries, version = newest_binaries()
    cluster = Cluster(private_folder("structure"), binaries, version, durable=False)
    with cluster.used():
        cluster.recreate_database()
        migrate(cluster.url())
        text = written(cluster.url())
    FILE.write_text(f"{MADE_FROM}{edition()}\n\n{text}")


if __name__ == "__main__":
    main()
