"""What the words of a file say of how a project stands: it runs, was handed over, or ended."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from projects.actions import How

HANDED_OVER: Final = re.compile(
    r"(?:opgenomen in|overgedragen aan|overgenomen door)\s+(?P<to>[^(;,]+)"
    r"|(?P<service>reguliere dienst(?:verlening)?)",
    re.IGNORECASE,
)
ENDED: Final = re.compile(
    r"\b(?:be[eë]indigd|ge[eë]indigd|gestopt|afgerond|afgelopen)\b|\btot\b.*\d{4}", re.IGNORECASE
)
SINCE: Final = re.compile(r"\s*\b(?:sinds|per|vanaf)\b.*", re.IGNORECASE)
MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)
WHOLE_DAY: Final = re.compile(r"\b(\d{1,2})-(\d{1,2})-(\d{4})\b")
TURNED: Final = re.compile(r"\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b")
IN_WORDS: Final = re.compile(rf"(?:(\d{{1,2}}) )?\b({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)
YEAR: Final = re.compile(r"\b((?:19|20)\d{2})\b")


@dataclass(frozen=True)
class Standing:
    """How it stands; where it was handed over to whom, and on which day it was over."""

    how: How = How.RUNS
    to: str = ""
    over_on: date | None = None


def standing_of(words: str, started_on: date, today: date | None = None) -> Standing:
    """What the words propose. A day before the start is left open; one that comes, is not over."""
    found = HANDED_OVER.search(words)
    if found is None and not ENDED.search(words):
        return Standing()
    over_on = day_in(words, is_last=found is None)
    if today is not None and over_on is not None and over_on > today:
        return Standing()
    if over_on is not None and over_on < started_on:
        over_on = None
    if found is None:
        return Standing(How.ENDED, over_on=over_on)
    to = SINCE.sub("", found["to"] or found["service"]).strip(" .")
    return Standing(How.HANDED_OVER, to, over_on)


def day_in(words: str, *, is_last: bool) -> date | None:
    """The day that is named; of a month or a year its first day, or its last."""
    day: int | None
    if found := WHOLE_DAY.search(words):
        day, month, year = (int(part) for part in found.groups())
    elif found := TURNED.search(words):
        year, month = int(found[1]), int(found[2])
        day = int(found[3]) if found[3] else None
    elif found := IN_WORDS.search(words):
        year, month = int(found[3]), MONTHS.index(found[2].lower()) + 1
        day = int(found[1]) if found[1] else None
    elif found := YEAR.search(words):
        year, month, day = int(found[1]), 12 if is_last else 1, None
    else:
        return None
    try:
        return date(year, month, day or (monthrange(year, month)[1] if is_last else 1))
    except ValueError:
        return None
