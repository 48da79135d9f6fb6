"""What a request costs: the time that the web server and PostgreSQL were on a processor for it.

A waiting process costs nothing, so another load on the machine hardly changes the figure; and two
servers are measured in turns, so that what it does change it changes for both.
"""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from schuldenlab import postgres

HOST = "lab.example"
GUNICORN = ["-m", "gunicorn", "--worker-class", "gthread", "--workers", "1", "--threads", "2"]
GUNICORN += ["--no-control-socket", "--keep-alive", "600", "--log-level", "error"]


def family(pid: int) -> list[int]:
    """A process and all below it."""
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *(each for child in children for each in family(int(child)))]
    return []


def spent(pids: list[int]) -> dict[Path, int]:
    """How long each thread of these processes has been on a processor, in nanoseconds."""
    found = {}
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            with suppress(OSError):
                found[task] = int(task.read_text().split()[0])
    return found


@dataclass
class Ask:
    """One request: what is asked, and with which answer it counts."""

    path: str
    code: int = 200
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] | None = None


class Server:
    """One gunicorn with one worker, asked over one connection that stays."""

    def __init__(self, application: str, port: int, environment: dict[str, str]) -> None:
        command = [sys.executable, *GUNICORN, f"--bind=127.0.0.1:{port}", application]
        self.process = subprocess.Popen(
            command,
            env=os.environ | environment,
            cwd=postgres.REPOSITORY,
            preexec_fn=postgres.die_with_parent(signal.SIGKILL),  # noqa: PLW1509
        )
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.port = port

    def ready(self, path: str) -> None:
        """Wait until it answers anything."""
        deadline = time.monotonic() + 120
        while True:
            try:
                self.send(Ask(path), check=False)
            except OSError:
                self.line.close()
                if time.monotonic() > deadline or self.process.poll() is not None:
                    raise
                time.sleep(0.1)
            else:
                return

    def send(self, ask: Ask, *, check: bool = True) -> http.client.HTTPResponse:
        """One request as the proxy in front passes it on; another code than asked is an error."""
        headers = {"Host": HOST, "X-Forwarded-Proto": "https", "Accept-Language": "nl"}
        headers |= {"Cookie": ask.cookie, "Referer": f"https://{HOST}/", **ask.headers}
        body, method = None, "GET"
        if ask.form is not None:
            body, method = urlencode(ask.form), "POST"
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, ask.path, body, headers)
        answer = self.line.getresponse()
        answer.text = answer.read()  # type: ignore[attr-defined]
        if check and answer.status != ask.code:
            msg = f"{method} {ask.path}: {answer.status}, not {ask.code}"
            raise RuntimeError(msg)
        return answer

    def stop(self) -> None:
        """Nobody waits for it."""
        self.line.close()
        self.process.terminate()
        self.process.wait()


def cost(server: Server, database: int, asks: list[Ask]) -> float:
    """Milliseconds on a processor for one of these requests, of the server and PostgreSQL."""
    before = spent(family(server.process.pid) + family(database))
    for ask in asks:
        server.send(ask)
    after = spent(family(server.process.pid) + family(database))
    total = sum(each - before.get(task, 0) for task, each in after.items())
    return total / 1e6 / len(asks)
