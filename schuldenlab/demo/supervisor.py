"""The foreground process of `make demo`: a database, the web, the story, then worker and beat.

In an empty database the tables are there within a second, and then the web answers already: it says
how far the story is. A database of before is brought up to date first.

It keeps them together: Ctrl-C, a hang-up or the death of any of them stops the others, the
database last. When it is killed itself, the kernel tells the children.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import psycopg

from schuldenlab import postgres
from schuldenlab.postgres import structure

from .household import DemoError, Household

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

LOOPBACK = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
NO_SUCH_ADDRESS = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)
HIGHEST_PORT = 2**16 - 1
TICK = 0.1  # seconds
SECONDS_TO_ANSWER = 60.0
FAREWELL = 4.0  # seconds that the web says that the story failed; its page looks every three
CELERY = ["-m", "celery", "--app", "schuldenlab"]
WORKER = [*CELERY, "worker", "--pool", "threads", "--concurrency", "2", "--loglevel", "INFO"]
WORKER += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
BEAT = [*CELERY, "beat", "--scheduler", "celery.beat.Scheduler", "--pidfile=", "--loglevel", "INFO"]
PREPARE = ["-m", "schuldenlab.demo.prepare"]
TELL = ["-m", "schuldenlab.demo.prepare", "--tell"]
GUNICORN = ["-m", "gunicorn", "schuldenlab.wsgi:application", "--worker-class", "gthread"]
GUNICORN += ["--threads", "8", "--graceful-timeout", "3", "--no-control-socket"]


class StopAsked(BaseException):
    """Somebody wants the demo to stop."""


def say(sentence: str) -> None:
    """Tell whoever started us."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def listen_to_signals() -> None:
    """Turn the first of these signals into an exception; after that, stopping is not disturbed.

    A shell starts a background job with SIGINT ignored, so it is set here; a hang-up that was
    ignored on purpose (`nohup`) stays ignored.
    """
    wanted = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        wanted.append(signal.SIGHUP)

    def stop(_signum: int, _frame: FrameType | None) -> NoReturn:
        for signum in wanted:
            signal.signal(signum, signal.SIG_IGN)
        raise StopAsked

    for signum in wanted:
        signal.signal(signum, stop)


def chosen_port() -> int:
    """Return `PORT` as a number that can be listened on."""
    chosen = os.environ.get("PORT") or "8000"
    if chosen.isdecimal() and 0 < int(chosen) <= HIGHEST_PORT:
        return int(chosen)
    raise DemoError(f"PORT is a number from 1 to {HIGHEST_PORT}, not {chosen!r}.")


def free_addresses(port: int) -> list[str]:
    """Return the loopback addresses to listen on; an occupied one is an error."""
    addresses = []
    for family, host in LOOPBACK:
        try:
            with socket.socket(family) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, port))
        except OSError as error:
            if error.errno in NO_SUCH_ADDRESS:
                continue  # this machine has no IPv6
            reason = "is in use" if error.errno == errno.EADDRINUSE else "is not for us"
            other = port + 1 if port < HIGHEST_PORT else 8000
            message = f"Port {port} {reason}; choose another one: make demo PORT={other}"
            raise DemoError(message) from None
        addresses.append(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")
    return addresses


@contextmanager
def database(*, reset: bool) -> Iterator[tuple[str, Callable[[], bool]]]:
    """Yield the `DATABASE_URL` and the question whether that database is still there."""
    if given := os.environ.get("DATABASE_URL"):
        if reset:
            structure.empty(given)
        yield given, lambda: True
        return
    cluster = postgres.cluster()
    with cluster.used():
        if reset and not cluster.recreate_database():
            raise DemoError("The demo is running, or a command uses its data; stop that first.")
        yield cluster.url(), cluster.runs


def wait_for_web(household: Household, address: str) -> None:
    """Wait until the front page answers 200, redirects followed."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    answer = "does not answer"
    while time.monotonic() < deadline:
        household.check()
        try:
            opener.open(address, timeout=10).close()
        except urllib.error.HTTPError as error:
            answer = f"answers {error.code}"
            break
        except OSError:
            time.sleep(TICK)
        else:
            return
    raise DemoError(f"{address} {answer}. {household.last_words('web')}")


def run(port: int, *, reset: bool) -> None:
    """Bring the demo up and keep it up until somebody asks to stop."""
    addresses = free_addresses(port)
    logs = postgres.demo_folder() / "log"
    logs.mkdir(mode=0o700, exist_ok=True)
    say(f"Starting the demo; logs are in {logs}")
    with database(reset=reset) as (database_url, database_is_there):
        environment = os.environ | {
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "schuldenlab.settings.development",
            "SCHULDENLAB_DEMO": "1",
            "PORT": str(port),
            "PYTHONUNBUFFERED": "1",
        }
        household = Household(logs, environment)
        try:
            bring_up(household, addresses, f"http://localhost:{port}/")
            while database_is_there():
                household.check()
                time.sleep(TICK)
            raise DemoError("The database stopped unexpectedly.")
        finally:
            household.stop()


def bring_up(household: Household, addresses: list[str], front: str) -> None:
    """Start all of them in order, and say the address as soon as it answers."""
    web = [*GUNICORN, *(f"--bind={address}" for address in addresses)]
    url = household.environment["DATABASE_URL"]
    if structure.fits(url):
        household.start("web", web, SCHULDENLAB_DEMO_TELLING="1")  # it reads its code meanwhile
        structure.fill_when_empty(url)
        wait_for_web(household, front)
        say(f"{front} answers; there it says how far the telling of the year is.")
        household.start("story", TELL, may_end=True)
        wait_for_the_end(household)
        say(f"The whole year is told: {front}")
    else:
        household.run("story", PREPARE)
        household.start("web", web)
        wait_for_web(household, front)
        say(front)
    household.start("worker", WORKER)
    household.start("beat", BEAT)


def wait_for_the_end(household: Household) -> None:
    """Wait for the story; when it fails, the open page gets the time to say so."""
    try:
        household.wait_for("story")
    except DemoError as error:
        say(f"The year could not be told; `make demo-reset` tries again.\n{error}")
        time.sleep(FAREWELL)
        raise DemoError("The demo has stopped, without its story.") from None


def main() -> int:
    """Return 0 after being asked to stop, 1 when something was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reset", action="store_true", help="forget all data and start over")
    parser.add_argument("--with-parent", action="store_true", help="stop when the parent is gone")
    options = parser.parse_args()
    listen_to_signals()
    if options.with_parent:
        postgres.follow_parent(signal.SIGTERM)
    try:
        run(chosen_port(), reset=options.reset)
    except StopAsked:
        say("The demo has stopped.")
        return 0
    except (DemoError, postgres.PostgresError, psycopg.Error) as error:
        say(str(error))
    return 1


if __name__ == "__main__":
    sys.exit(main())
