"""How the measures of the Kompas are counted, in the words that the measures themselves keep."""

from dataclasses import dataclass
from typing import Any

from schuldenlab.portal import measures


@dataclass(frozen=True)
class Counted:
    """One measure: its name and how it is counted; `how` may be empty."""

    code: str
    title: str
    how: str


def counted() -> list[Counted]:
    """All measures in the order of the agreements.

    The words come from `HOW` of `schuldenlab.portal.measures`, where each measure is written.
    """
    how: dict[str, Any] = getattr(measures, "HOW", {})
    titles = measures.TITLES
    return [Counted(code, str(titles[code]), str(how.get(code, ""))) for code in titles]
