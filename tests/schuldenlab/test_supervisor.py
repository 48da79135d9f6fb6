"""What keeps the demo together, without the demo."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from schuldenlab.demo import supervisor
from schuldenlab.demo.household import DemoError, Household

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def test_free_port() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert f"127.0.0.1:{port}" in supervisor.free_addresses(port)


def test_port_in_use_is_one_sentence() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with pytest.raises(DemoError, match=rf"^Port {port} is in use; choose another one: .+$"):
            supervisor.free_addresses(port)


@pytest.mark.parametrize("chosen", ["0", "65536", "-1", "http", "8000 "])
def test_port_that_is_none(chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", chosen)
    with pytest.raises(DemoError, match="PORT is a number"):
        supervisor.chosen_port()


def test_death_of_a_child_is_told_with_its_last_words(tmp_path: Path) -> None:
    household = Household(tmp_path, dict(os.environ))
    household.start("web", ["-c", "print('no more coffee'); raise SystemExit(3)"]).wait()
    with pytest.raises(DemoError, match=r"web stopped unexpectedly.*\nno more coffee"):
        household.check()
    household.stop()


def test_failed_step_is_told(tmp_path: Path) -> None:
    household = Household(tmp_path, dict(os.environ))
    with pytest.raises(DemoError, match="story stopped"):
        household.run("story", ["-c", "raise SystemExit(1)"])


def test_deaf_child_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schuldenlab.demo.household.PATIENCE", 0.2)
    household = Household(tmp_path, dict(os.environ))
    child = household.start("worker", ["-c", DEAF])
    time.sleep(0.3)
    household.stop()
    assert child.returncode
