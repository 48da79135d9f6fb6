"""One cluster: start it or attach to it, keep it while somebody uses it, stop it."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import quote

import psycopg

from .accounts import PostgresError, die_with_parent, dropped, own_name
from .folders import hand_to_server, temporary

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "schuldenlab"  # of the database and of its owner
PATIENCE = 30.0  # seconds for a start or a stop, our own or somebody else's
NO_PROCESS = 2**22 + 1  # above the highest process id of any kernel
LONGEST_SOCKET = 107  # bytes, a limit of the kernel
SETTINGS = {
    "listen_addresses": "",
    "port": "5432",  # only names the socket
    "max_connections": "320",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Cluster:
    """A data folder and the server that may run on it."""

    folder: Path
    binaries: Path
    version: int
    durable: bool = True

    @property
    def data(self) -> Path:
        """The server's files; another major version cannot read them, so it is in the path."""
        return self.folder / f"pg{self.version}"

    @property
    def log(self) -> Path:
        """What the server has to say since its last start."""
        return self.folder / "log" / "postgresql.log"

    def socket_folder(self) -> Path:
        """Return the data folder, unless its path is too long or would not survive a URL."""
        socket = f"{self.data}/.s.PGSQL.{SETTINGS['port']}"
        if len(socket) < LONGEST_SOCKET and re.fullmatch(r"[a-z0-9/._-]+", str(self.data)):
            return self.data
        return hand_to_server(temporary(f"{self.data} socket") / "socket")

    def url(self, database: str = NAME, role: str = NAME) -> str:
        """Return the `DATABASE_URL` of a database on this server."""
        host = quote(str(self.socket_folder()), safe="")
        return f"postgres://{role}@{host}:{SETTINGS['port']}/{database}"

    def answers(self) -> bool:
        """Say whether the server accepts connections."""
        try:
            psycopg.connect(self.url("postgres", "postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def runs(self) -> bool:
        """Say whether the process in the pid file is this server: alive, no zombie, no namesake."""
        try:
            pid = (self.data / "postmaster.pid").read_text().split()[0]
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, IndexError):
            return False
        return os.fsencode(self.data) in command.split(b"\0")

    @contextmanager
    def used(self) -> Iterator[None]:
        """Hold the server: whoever started it stops it when the last user has left."""
        server = None
        with _opened(self.folder / "users.lock") as users:
            try:
                with self._alone():
                    if not self._attach():
                        server = self._start()
                    fcntl.flock(users, fcntl.LOCK_SH)
                    self._create_database()
                yield
            finally:
                fcntl.flock(users, fcntl.LOCK_UN)
                if server:
                    self._stop_after_all(server, users.fileno())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Start and stop one at a time."""
        with _opened(self.folder / "start.lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _attach(self) -> bool:
        """Say whether a server is there; one that is going down gets the time for it."""
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if not self.runs():
                return False
            if time.monotonic() > deadline:
                raise PostgresError(f"PostgreSQL on {self.data} does not answer; see {self.log}.")
            time.sleep(0.05)
        return True

    def _initialise(self) -> None:
        """Make the data folder in one move, so that a half-made one is never used."""
        if self.data.exists():
            return
        fresh = self.data.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        hand_to_server(fresh)
        command = [str(self.binaries / "initdb"), "-D", str(fresh), "-U", "postgres", "-N"]
        command += ["--auth=peer", "--encoding=UTF8", "--locale=C.UTF-8"]
        made = subprocess.run(  # noqa: S603
            command,
            capture_output=True,
            cwd="/",
            check=False,
            preexec_fn=die_with_parent(signal.SIGKILL),
            **dropped(),
        )
        if made.returncode:
            raise PostgresError(f"initdb failed: {made.stderr.decode(errors='replace').strip()}")
        (fresh / "pg_hba.conf").write_text("local all all peer map=owner\n")
        roles = "".join(f'owner "{own_name()}" {role}\n' for role in ("postgres", NAME))
        (fresh / "pg_ident.conf").write_text(roles)
        fresh.rename(self.data)

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the server and wait until it answers; after a kill its old backends go first."""
        self._initialise()
        self._forget_namesake()
        deadline = time.monotonic() + PATIENCE
        while True:
            server = self._spawn()
            while server.poll() is None and time.monotonic() < deadline:
                if self.answers():
                    return server
                time.sleep(0.02)
            last = self.log.read_text(errors="replace").strip()
            if server.poll() is None or "still in use" not in last or time.monotonic() > deadline:
                _stop(server)
                raise PostgresError(f"PostgreSQL does not start on {self.data}:\n{last[-600:]}")
            time.sleep(0.2)

    def _forget_namesake(self) -> None:
        """Where the pid of a killed server went to another process, say that it is dead.

        PostgreSQL refuses to start while that pid lives. The rest of the file stays: with it the
        server checks that no backend of the killed one still writes.
        """
        pid_file = self.data / "postmaster.pid"
        with suppress(OSError):
            _pid, rest = pid_file.read_text().split("\n", 1)
            pid_file.write_text(f"{NO_PROCESS}\n{rest}")

    def _spawn(self) -> subprocess.Popen[bytes]:
        settings = SETTINGS | ({} if self.durable else FORGETFUL)
        settings["unix_socket_directories"] = str(self.socket_folder())
        command = [str(self.binaries / "postgres"), "-D", str(self.data)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        environment = {name: text for name, text in os.environ.items() if name[:2] != "PG"}
        self.log.parent.mkdir(mode=0o700, exist_ok=True)
        with self.log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.data,
                env=environment,
                process_group=0,  # the terminal's Ctrl-C is not for the server
                preexec_fn=die_with_parent(signal.SIGINT),  # noqa: PLW1509 - no threads yet
                **dropped(),
            )

    def _create_database(self) -> None:
        """Create the role and its database; the role is no superuser, as in production."""
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            run = connection.execute
            if not run("SELECT FROM pg_roles WHERE rolname = %s", [NAME]).rowcount:
                run(f"CREATE ROLE {NAME} LOGIN CREATEDB")
            if not run("SELECT FROM pg_database WHERE datname = %s", [NAME]).rowcount:
                run(f"CREATE DATABASE {NAME} OWNER {NAME}")

    def recreate_database(self) -> bool:
        """Empty the database; says no, and leaves it, when somebody is connected to it."""
        with psycopg.connect(self.url("postgres", "postgres"), autocommit=True) as connection:
            others = "SELECT FROM pg_stat_activity WHERE datname = %s AND usename IS NOT NULL"
            if connection.execute(others, [NAME]).rowcount:
                return False
            connection.execute(f"DROP DATABASE IF EXISTS {NAME}")
        self._create_database()
        return True

    def _stop_after_all(self, server: subprocess.Popen[bytes], users: int) -> None:
        told = False
        while server.poll() is None:
            with self._alone(), suppress(BlockingIOError):
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _stop(server)
                break
            if not told:
                sys.stderr.write("Others still use the database; it stops when they are done.\n")
            told = True
            time.sleep(0.2)


def _opened(lock: Path) -> IO[bytes]:
    return os.fdopen(os.open(lock, os.O_RDWR | os.O_CREAT, 0o600), "wb")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server fast, and at once when that takes too long."""
    for signum in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        server.send_signal(signum)
        with suppress(subprocess.TimeoutExpired):
            server.wait(PATIENCE / 3)
            return
