"""Leave out the tests whose tool is missing, and say so plainly at the end."""

from __future__ import annotations

import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REDIS_SERVER = shutil.which("redis-server")
SOFFICE = shutil.which("soffice")
MISSING = {
    mark: package
    for mark, package, found in (
        ("browser", "chromium", CHROMIUM),
        ("redis", "redis-server", REDIS_SERVER),
        ("office", "libreoffice-calc-nogui", SOFFICE),
    )
    if not found
}
LEFT_OUT: pytest.StashKey[dict[str, int]] = pytest.StashKey()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what cannot run: a skipped test looks like a decision, this one is a lack."""
    lacking = [(item, mark) for item in items for mark in MISSING if item.get_closest_marker(mark)]
    config.stash[LEFT_OUT] = dict(Counter(mark for _item, mark in lacking))
    left_out = {item: None for item, _mark in lacking}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the parent process, when this is a worker of pytest-xdist."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear it from a worker; all of them collected the same tests."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", {})


def pytest_terminal_summary(terminalreporter: TerminalReporter, config: pytest.Config) -> None:
    """Say which tests did not run, and the one command that changes that."""
    counts = config.stash.get(LEFT_OUT, {})
    if not counts:
        return
    terminalreporter.section("tests that did not run", yellow=True)
    for mark, count in sorted(counts.items()):
        terminalreporter.line(f"{count} marked `{mark}`: this machine has no {MISSING[mark]}.")
    packages = " ".join(sorted(MISSING[mark] for mark in counts))
    terminalreporter.line(f"To run them: sudo apt-get install --no-install-recommends {packages}")
