"""The private PostgreSQL with real servers: started, shared, killed and found again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from dj_database_url import parse

from schuldenlab import postgres
from schuldenlab.postgres import binaries, folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = [
    pytest.mark.xdist_group("postgres"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning"),
]
HOLD = """
import sys
from pathlib import Path
from schuldenlab import postgres
with postgres.ensure(Path(sys.argv[1]), durable=False) as url:
    print(url, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that the server's account can come to, unlike pytest's own when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="schuldenlab-test-", dir=folders.TEMPORARY[0]))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def folder(place: Path) -> Path:
    return place / "data"


@pytest.fixture
def holder(folder: Path) -> Iterator[Callable[[], subprocess.Popen[str]]]:
    """Start processes that use the database until their input is closed."""
    started: list[subprocess.Popen[str]] = []

    def start() -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [sys.executable, "-c", HOLD, str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                cwd=postgres.REPOSITORY,
            ),
        )
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                pipe.close()
    # The server of a killed process goes down by itself, a moment later; the folder is
    # thrown away only after that.
    for pid_file in folder.glob("pg*/postmaster.pid"):
        with suppress(OSError, IndexError):
            pid = int(pid_file.read_text().split()[0])
            wait_until(lambda pid=pid: is_gone(pid))


def ask(url: str, question: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(question)
        row = cursor.fetchone() if cursor.description else None
    return row and row[0]


def server_pid(folder: Path) -> int:
    (pid_file,) = folder.glob("pg*/postmaster.pid")
    return int(pid_file.read_text().split()[0])


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    """No such process, or only what its parent has not collected yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_server_lives_as_long_as_it_is_used(folder: Path) -> None:
    with postgres.ensure(folder, durable=False) as url:
        pid = server_pid(folder)
        assert ask(url, "SELECT current_database()") == "schuldenlab"
        assert ask(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
        assert ask(url, "SELECT lower('É')") == "é"
        assert int(str(ask(url, "SHOW max_connections"))) >= 300
        for extension in ("btree_gist", "unaccent", "pg_trgm", "citext"):
            ask(url, f"CREATE EXTENSION IF NOT EXISTS {extension}")
    assert is_gone(pid)


def test_django_reads_the_url(folder: Path) -> None:
    settings = parse(postgres.cluster(folder).url())
    assert (settings["NAME"], settings["USER"]) == ("schuldenlab", "schuldenlab")
    assert Path(str(settings["HOST"])).is_absolute()


def test_second_user_attaches(folder: Path, holder: Callable[[], subprocess.Popen[str]]) -> None:
    with postgres.ensure(folder, durable=False) as url:
        pid = server_pid(folder)
        other = holder()
        assert other.stdout
        assert other.stdout.readline().strip() == url
        other.communicate()
        assert other.returncode == 0
        assert server_pid(folder) == pid
        assert ask(url, "SELECT 1") == 1


def test_first_user_waits_for_the_second(
    folder: Path, holder: Callable[[], subprocess.Popen[str]]
) -> None:
    first = holder()
    assert first.stdin
    assert first.stdout
    assert first.stderr
    assert first.stdout.readline()
    with postgres.ensure(folder, durable=False) as url:
        first.stdin.close()
        assert "Others still use" in first.stderr.readline()
        assert ask(url, "SELECT 1") == 1
    assert first.wait(10) == 0
    assert not list(folder.glob("pg*/postmaster.pid"))


def test_two_start_at_once(folder: Path, holder: Callable[[], subprocess.Popen[str]]) -> None:
    urls = {process.stdout.readline() for process in (holder(), holder()) if process.stdout}
    assert len(urls) == 1
    assert ask(urls.pop().strip(), "SELECT 1") == 1


def test_server_goes_down_with_a_killed_parent_and_keeps_the_data(
    folder: Path, holder: Callable[[], subprocess.Popen[str]]
) -> None:
    parent = holder()
    assert parent.stdout
    url = parent.stdout.readline().strip()
    ask(url, "CREATE TABLE kept (answer integer)")
    pid = server_pid(folder)
    parent.kill()
    wait_until(lambda: is_gone(pid))
    with postgres.ensure(folder, durable=False) as url:
        assert ask(url, "DROP TABLE kept") is None


def test_killed_server_starts_again(folder: Path) -> None:
    with postgres.ensure(folder, durable=False):
        os.kill(server_pid(folder), signal.SIGKILL)
    with postgres.ensure(folder, durable=False) as url:
        assert ask(url, "SELECT 1") == 1


def test_pid_that_another_process_has_now(folder: Path) -> None:
    with postgres.ensure(folder, durable=False):
        os.kill(server_pid(folder), signal.SIGKILL)
        (pid_file,) = folder.glob("pg*/postmaster.pid")
        _pid, rest = pid_file.read_text().split("\n", 1)
        pid_file.write_text(f"{os.getpid()}\n{rest}")
    with postgres.ensure(folder, durable=False) as url:
        assert ask(url, "SELECT 1") == 1


def test_database_in_use_is_not_emptied(folder: Path) -> None:
    cluster = postgres.cluster(folder, durable=False)
    with cluster.used():
        ask(cluster.url(), "CREATE TABLE story (line text)")
        with psycopg.connect(cluster.url()):
            assert not cluster.recreate_database()
        assert cluster.recreate_database()
        assert ask(cluster.url(), "SELECT to_regclass('story')") is None


def test_long_path_in_capitals(place: Path) -> None:
    wanted = place / ("Folder of Mr O'Neill " * 6)
    with postgres.ensure(wanted, durable=False) as url:
        assert ask(url, "SELECT 1") == 1
    shutil.rmtree(postgres.cluster(wanted).socket_folder().parent)


def test_folder_that_others_can_write_in(place: Path) -> None:
    (place / "open").mkdir()
    (place / "open").chmod(0o777)
    with pytest.raises(postgres.PostgresError, match="not ours alone"):
        postgres.cluster(place / "open")


def test_wheel_has_a_server_too(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "DEBIAN", place / "nothing")
    monkeypatch.setattr(folders, "TEMPORARY", [place])
    found, version = binaries.newest_binaries()
    assert "pginstall" in str(found)
    assert version >= 18


def test_never_runs_as_root_and_leaves_a_closed_home_alone(place: Path) -> None:
    """Root drops its rights and moves the data out; an ordinary user keeps both."""
    home = place / "home"
    home.mkdir(mode=0o700)
    is_root = os.geteuid() == 0
    cluster = postgres.cluster(home / "clone" / "data", durable=False)
    assert cluster.folder.is_relative_to(home) != is_root
    with cluster.used():
        owner = Path(f"/proc/{server_pid(cluster.folder)}").stat().st_uid
        assert owner != 0
        assert (owner == os.geteuid()) != is_root
        assert ask(cluster.url(), "SELECT 1") == 1
    assert home.stat().st_mode & 0o777 == 0o700
    shutil.rmtree(cluster.folder)
