"""The processes of the demo: one that may end, and a story that fails half-way."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from schuldenlab.demo import supervisor
from schuldenlab.demo.household import DemoError, Household

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
FOR_EVER = ["-c", "import time; time.sleep(60)"]


@pytest.fixture
def household(tmp_path: Path) -> Iterator[Household]:
    kept = Household(tmp_path, dict(os.environ))
    yield kept
    kept.stop()


def test_who_may_end_is_waited_for_and_forgotten(household: Household) -> None:
    web = household.start("web", FOR_EVER)
    household.start("story", ["-c", "pass"], may_end=True)
    household.wait_for("story")
    household.check()
    assert household.children == {"web": web}


def test_who_may_end_may_not_fail(household: Household) -> None:
    household.start("story", ["-c", "raise SystemExit('no ink')"], may_end=True)
    with pytest.raises(DemoError, match=r"story stopped(.|\n)*no ink"):
        household.wait_for("story")


def test_while_one_waits_the_death_of_another_is_seen(household: Household) -> None:
    household.start("story", FOR_EVER, may_end=True)
    household.start("web", ["-c", "pass"]).wait()
    with pytest.raises(DemoError, match="web stopped"):
        household.wait_for("story")


def test_a_child_finds_what_is_more_in_its_environment(household: Household) -> None:
    ask = "import os; raise SystemExit(os.environ['SAID'] != 'yes')"
    household.start("story", ["-c", ask], may_end=True, SAID="yes")
    household.wait_for("story")
    assert "SAID" not in household.environment


def test_a_story_that_fails_is_told_at_once_and_the_page_gets_its_time(
    household: Household, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervisor, "FAREWELL", 0.3)
    household.start("story", ["-c", "raise SystemExit('no ink')"], may_end=True).wait()
    begin = time.monotonic()
    with pytest.raises(DemoError, match="without its story"):
        supervisor.wait_for_the_end(household)
    assert time.monotonic() - begin >= supervisor.FAREWELL
    said = capsys.readouterr().out
    assert said.startswith("The year could not be told")
    assert "no ink" in said
