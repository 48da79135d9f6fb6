"""Every template of a letter says at what pace it goes and why its reader gets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates"
LETTERS = sorted(FOLDER.glob("*/mail/*.txt"))
PACE = re.compile(r"^(?:\{% if [^%]+ %\})?-- (at once|may wait)", re.MULTILINE)
BECAUSE = "You get this mail because "


def name_of(path: Path) -> str:
    return f"{path.parent.parent.name}/{path.stem}"


def foot_of(path: Path) -> tuple[str, str]:
    """The line with the pace, and all below it."""
    source = path.read_text()
    found = PACE.search(source)
    assert found, f"{name_of(path)} has no foot"
    line, _end, below = source[found.start() :].partition("\n")
    return line, below


@pytest.mark.parametrize("path", LETTERS, ids=name_of)
def test_a_letter_ends_with_its_pace_and_one_reason(path: Path) -> None:
    _line, below = foot_of(path)
    sentences = re.findall(
        r"%\}([^{]*(?:\{\{[^}]*\}\}[^{]*)*)\{% endblocktrans|translate \"([^\"]+)", below
    )
    reasons = [one or other for one, other in sentences]
    assert reasons
    for reason in reasons:
        assert reason.startswith(BECAUSE), reason
        assert reason.endswith("."), reason
        assert len(reason.splitlines()) == 1


def test_the_manual_names_every_letter_that_may_wait() -> None:
    """docs/operations.md has a table of them; everything else goes at once."""
    manual = (Path(settings.BASE_DIR) / "docs" / "operations.md").read_text()
    section = manual.partition("## Which letters may wait")[2].partition("\n## ")[0]
    told = set(re.findall(r"`(\w+/\w+)`", section))
    assert told == {name_of(path) for path in LETTERS if "may wait" in foot_of(path)[0]}


def test_what_binds_or_asks_never_waits() -> None:
    """Codes, receipts, ballots, invitations and questions with a last day."""
    never = re.compile(
        r"code|received|ballot|vote|invit|asked|reminder|opened|poll|offered$|meeting"
    )
    waiting = {name_of(path) for path in LETTERS if "may wait" in foot_of(path)[0]}
    assert {each for each in waiting if never.search(each)} == {"funding/pledge_offered"}
