"""A backup: the database and every document in one folder, and back into an empty database.

The folder holds `database.dump` (of pg_dump), `documents/` and `SHA256SUMS`, which
`sha256sum --check` understands. Documents are copied after the dump: they are only ever added, so
all that the dump names are there.
"""

import hashlib
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from django.core.files import File
from django.db import connection

from schuldenlab.postgres.binaries import newest_binaries, wheel_binaries

from .models import Document
from .models.files import private_storage

DATABASE: Final = "database.dump"
DOCUMENTS: Final = "documents"
SUMS: Final = "SHA256SUMS"
QUEUE: Final = "pgmq"  # holds nothing that matters, and is made again
ANYTHING = """
    SELECT count(*) FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
"""
# From the names that Django knows to the variables that PostgreSQL's programs read.
VARIABLES: Final = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "NAME": "PGDATABASE",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
}


class BackupError(RuntimeError):
    """It cannot be made, or put back; the message is one sentence for a person."""


@dataclass
class Report:
    """How many documents there are, and which are not what their row says."""

    documents: int = 0
    broken: list[str] = field(default_factory=list)


def write_backup(folder: Path) -> Report:
    """Write all of it. Under its own name the folder appears when it is whole."""
    if folder.exists():
        raise BackupError(f"{folder} is there already.")
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    fresh.mkdir(mode=0o700)
    options = ["--format=custom", f"--exclude-schema={QUEUE}", "--no-owner", "--no-privileges"]
    _run("pg_dump", *options, f"--file={fresh / DATABASE}")
    report = _take_documents(fresh / DOCUMENTS)
    _write_sums(fresh)
    fresh.rename(folder)
    return report


def _take_documents(folder: Path) -> Report:
    report = Report()
    for document in Document.objects.order_by("pk").iterator(chunk_size=500):
        path = folder / str(document.file.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with document.file.open("rb") as file, path.open("wb") as copy:
                shutil.copyfileobj(file, copy)
        except OSError:
            path.unlink(missing_ok=True)
        if not path.exists() or _digest(path) != document.sha256:
            report.broken.append(f"{document.pk} {document.name}")
        report.documents += 1
    return report


def restore_backup(folder: Path, *, replace: bool = False) -> Report:
    """Put all of it back, or nothing: the dump goes in as one transaction.

    The database has to be empty; with `replace` whatever its owner has in it goes first.
    """
    _check_sums(folder)
    with connection.cursor() as cursor:
        cursor.execute(ANYTHING)
        if cursor.fetchone() != (0,):
            if not replace:
                raise BackupError("The database is not empty, and nothing has been done.")
            cursor.execute("DROP OWNED BY CURRENT_USER CASCADE")
    connection.close()
    options = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]
    database = f"--dbname={connection.settings_dict['NAME']}"
    _run("pg_restore", *options, database, str(folder / DATABASE))
    return _put_documents(folder / DOCUMENTS)


def _put_documents(folder: Path) -> Report:
    """Each under the name that its row has; one that is there already has to be the same."""
    report, storage = Report(), private_storage()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        report.documents += 1
        if storage.exists(name):
            with storage.open(name) as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != _digest(path):
                    report.broken.append(name)
            continue
        with path.open("rb") as content:
            storage.save(name, File(content))
    return report


# -- sums ------------------------------------------------------------------------------------------


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_sums(folder: Path) -> None:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths]
    (folder / SUMS).write_text("".join(lines))


def _check_sums(folder: Path) -> None:
    if not (folder / SUMS).is_file():
        raise BackupError(f"{folder} is no backup: it has no {SUMS}.")
    for line in (folder / SUMS).read_text().splitlines():
        digest, _space, name = line.partition("  ")
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise BackupError(f"{name} is not what it was when the backup was made.")


# -- PostgreSQL's own programs ---------------------------------------------------------------------


def _run(program: str, *arguments: str) -> None:
    """Run it with the login in its environment, where `ps` does not show it."""
    settings = connection.settings_dict
    login = {name: str(settings[ours]) for ours, name in VARIABLES.items() if settings.get(ours)}
    if mode := settings.get("OPTIONS", {}).get("sslmode"):
        login["PGSSLMODE"] = mode
    clean = {name: text for name, text in os.environ.items() if name[:2] != "PG"}
    done = subprocess.run(  # noqa: S603
        [str(_binaries() / program), *arguments],
        env=clean | login,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.decode(errors='replace').strip()}")


def _binaries() -> Path:
    """Programs at least as new as the server."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        server = int(cursor.fetchone()[0]) // 10_000
    connection.close()
    folder, version = newest_binaries()
    return folder if version >= server else wheel_binaries()
