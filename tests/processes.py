"""The product as an operator runs it: real processes, a real broker, a real mail server."""

# ruff: noqa: ARG002, N802 - the names and arguments of the library's hooks
from __future__ import annotations

import asyncio
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.cookies import SimpleCookie
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

from schuldenlab import postgres

if TYPE_CHECKING:
    from collections.abc import Callable
    from email.message import EmailMessage

PATIENCE = 60.0  # seconds; a busy machine starts a process slowly
BINARIES = Path(sys.executable).parent


def until(
    is_so: Callable[[], Any], told: Callable[[], str] = str, patience: float = PATIENCE
) -> Any:
    """Wait for it; fails with what `told` says."""
    deadline = time.monotonic() + patience
    while not (answer := is_so()):
        assert time.monotonic() < deadline, told()
        time.sleep(0.1)
    return answer


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Crew:
    """Processes with an environment and a log each; they die with the test."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment
        self.members: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: list[str], **environment: str) -> None:
        """Start a process in a group of its own."""
        program, *arguments = command
        here = BINARIES / program
        with (self.folder / f"{name}.log").open("wb") as log:
            self.members[name] = subprocess.Popen(
                [str(here) if here.exists() else program, *arguments],
                cwd=postgres.REPOSITORY,
                env=self.environment | environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=postgres.die_with_parent(signal.SIGKILL),  # noqa: PLW1509
            )

    def run(self, name: str, command: list[str], **environment: str) -> str:
        """Run it to its end, which is good; returns what it said."""
        self.start(name, command, **environment)
        code = self.members.pop(name).wait(PATIENCE * 2)
        assert code == 0, self.log(name)
        return self.log(name)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def is_alive(self, name: str) -> bool:
        return self.members[name].poll() is None

    def wait_for(self, name: str, words: str) -> None:
        """Until its log says so."""
        until(
            lambda: words in self.log(name) or not self.is_alive(name),
            lambda: self.log(name)[-3000:],
        )
        assert self.is_alive(name), self.log(name)[-3000:]

    def kill(self, name: str) -> None:
        """As the kernel does when memory is out: the whole group, without a word."""
        with suppress(ProcessLookupError):
            os.killpg(self.members[name].pid, signal.SIGKILL)
        self.members.pop(name).wait()

    def children_of(self, name: str) -> list[int]:
        pid = self.members[name].pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def stop(self) -> None:
        """Nobody has to say goodbye."""
        for name in list(self.members):
            self.kill(name)


class Redis:
    """A redis-server of this test on a port that stays the same."""

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def start(self, *, wait: bool = True) -> None:
        command = ["redis-server", "--bind", "127.0.0.1", "--port", str(self.port), "--save", ""]
        self.crew.start("redis", [*command, "--dir", str(self.crew.folder)])
        if wait:
            self.crew.wait_for("redis", "Ready to accept connections")

    def kill(self) -> None:
        self.crew.kill("redis")


@dataclass
class Sink:
    """A mail server that keeps what comes.

    While `holds`, it took a letter and says nothing; while `refuses`, it takes none.
    """

    messages: list[EmailMessage] = field(default_factory=list)
    holds: bool = False
    refuses: bool = False

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuses:
            return "550 No"
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        while self.holds:  # noqa: ASYNC110 - told by another thread, which has no loop
            await asyncio.sleep(0.05)
        return "250 OK"

    def ids(self) -> list[str]:
        return [str(message["Message-ID"]) for message in self.messages]

    def texts_to(self, address: str) -> list[str]:
        """The plain texts that this address got."""
        return [
            message.get_body(("plain",)).get_content()
            for message in list(self.messages)
            if message["To"] == address
        ]


class Loopback(Controller):
    """A server that chooses its own port."""

    def factory(self) -> SMTP:
        return SMTP(self.handler, enable_SMTPUTF8=True)

    def _trigger_server(self) -> None:
        """The library would knock at the port it was given; the system chose another."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Visitor:
    """A browser behind a proxy that did the TLS: cookies, forms, and nothing else."""

    def __init__(self, port: int, host: str = "localhost") -> None:
        self.port = port
        self.host = host
        self.cookies: dict[str, str] = {}

    def ask(
        self, path: str, form: dict[str, str] | None = None, method: str = "", **headers: str
    ) -> tuple[http.client.HTTPResponse, str]:
        """GET, or POST when there is a form; redirects are not followed."""
        sent = {"Host": self.host, "X-Forwarded-Proto": "https"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if form is not None:
            sent |= {"Referer": f"https://{self.host}{path}"}
            sent |= {"Content-Type": "application/x-www-form-urlencoded"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            body = None if form is None else urlencode(form)
            connection.request(method or ("GET" if form is None else "POST"), path, body, sent)
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: crumb.value for name, crumb in SimpleCookie(line).items()}
        return answer, text

    def send(self, path: str, **fields: str) -> tuple[http.client.HTTPResponse, str]:
        """Open the page with the form, fill it in and send it."""
        _answer, page = self.ask(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token, page
        return self.ask(path, {"csrfmiddlewaretoken": token[1], **fields})

    def is_answered(self, path: str) -> bool:
        with suppress(OSError):
            return self.ask(path)[0].status < http.client.INTERNAL_SERVER_ERROR
        return False
