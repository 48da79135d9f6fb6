"""The processes of the demo, each in a group of its own and with a log of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from schuldenlab import postgres

if TYPE_CHECKING:
    from pathlib import Path

TICK = 0.05  # seconds
PATIENCE = 10.0  # seconds that a child gets to stop
TAIL = 1500  # characters of a log worth showing


class DemoError(RuntimeError):
    """The demo cannot go on; the message is for a person."""


class Household:
    """The children and their logs."""

    def __init__(self, logs: Path, environment: dict[str, str]) -> None:
        self.logs = logs
        self.environment = environment
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.mortal: set[str] = set()

    def start(
        self, name: str, arguments: list[str], *, may_end: bool = False, **more: str
    ) -> subprocess.Popen[bytes]:
        """Start a child in a process group of its own, so that Ctrl-C comes to us alone.

        One that `may_end` has done its work then. What is `more` it finds in its environment.
        """
        if may_end:
            self.mortal.add(name)
        with (self.logs / f"{name}.log").open("wb") as log:
            child = self.children[name] = subprocess.Popen(  # noqa: S603 - our own commands
                [sys.executable, *arguments],
                cwd=postgres.REPOSITORY,
                env=self.environment | more,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=postgres.die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - no threads
            )
        return child

    def run(self, name: str, arguments: list[str]) -> None:
        """Run a child to its end."""
        self.start(name, arguments, may_end=True)
        self.wait_for(name)

    def wait_for(self, name: str) -> None:
        """Wait until a child has done its work; the others go on meanwhile."""
        while name in self.children:
            self.check()
            time.sleep(TICK)

    def check(self) -> None:
        """See that all are alive, or have done what they were for."""
        for name, child in list(self.children.items()):
            if child.poll() is None:
                continue
            if child.returncode or name not in self.mortal:
                raise DemoError(self.obituary(name))
            del self.children[name]

    def obituary(self, name: str) -> str:
        """Say who is gone."""
        return f"{name} stopped unexpectedly. {self.last_words(name)}"

    def last_words(self, name: str) -> str:
        """Quote the end of a log."""
        log = self.logs / f"{name}.log"
        return f"{log} ends with:\n{log.read_text(errors='replace')[-TAIL:].strip()}"

    def stop(self) -> None:
        """Stop all groups at once; whoever takes too long is killed."""
        self._signal(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in self.children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
        self._signal(signal.SIGKILL)
        for child in self.children.values():
            child.wait()

    def _signal(self, signum: int) -> None:
        for child in self.children.values():
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signum)
