"""Tests of one `xdist_group` run in one worker, one after the other.

pytest-xdist 3.8 writes the group into a field that pytest 9.2 no longer has, and so forgets it
without a word. Here the name is read from the test's own file.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer

ROOT = Path(__file__).resolve().parents[2]
SHARED = 'scope="module"'
GROUP = re.compile(r"""\bxdist_group\(["'](\w+)["']\)""")


@cache
def group_of_file(path: str) -> str:
    """The group that the file names; else itself, when it sets up something for all its tests."""
    text = (ROOT / path).read_text() if (ROOT / path).is_file() else ""
    found = GROUP.search(text)
    return found[1] if found else path * (SHARED in text)


class GroupScheduling(LoadScopeScheduling):
    """Every test goes to whoever is free, except that a group stays together."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of_file(nodeid.partition("::")[0]) or nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Any:
    """Take the place of `--dist loadgroup`."""
    return GroupScheduling(config, log)
