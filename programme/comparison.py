"""Arithmetic of a text beside an earlier one, word by word. Pure: values in, values out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from programme.passages import Passage, blocks

WORD: Final = re.compile(r"\s+|[^\s]+")
RELATED: Final = 0.4  # passages that are less alike are shown as one gone and one new


class Change(StrEnum):
    """What became of a passage, or of some words."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class Compared:
    """One passage with its words in reading order: those that stayed, went and came."""

    change: Change
    runs: tuple[tuple[Change, str], ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is one now; what is gone, whether it was."""
        kept = (words for change, words in self.runs if change is not Change.GONE)
        return Passage("", "".join(kept) or self.runs[0][1]).is_heading


def compare(before: str, after: str) -> tuple[Compared, ...]:
    """Both texts in one row of passages."""
    return tuple(_passages(blocks(before), blocks(after)))


def _passages(old: list[str], new: list[str]) -> Iterator[Compared]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield from (_whole(Change.SAME, text) for text in new[new_from:new_to])
        else:
            yield from _between(old[old_from:old_to], new[new_from:new_to])


def _between(old: list[str], new: list[str]) -> Iterator[Compared]:
    """Passages that are not the same: each new one beside the first old one that is like it."""
    waiting = list(old)
    for text in new:
        match = next((each for each in waiting if _alike(each, text)), None)
        if match is None:
            yield _whole(Change.NEW, text)
            continue
        gone = waiting.index(match)
        yield from (_whole(Change.GONE, each) for each in waiting[:gone])
        waiting = waiting[gone + 1 :]
        yield Compared(Change.CHANGED, compare_words(match, text))
    yield from (_whole(Change.GONE, each) for each in waiting)


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= RELATED


def _whole(change: Change, text: str) -> Compared:
    return Compared(change, ((change, text),))


def compare_words(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    """Runs of words; what goes stands before what comes in its place."""
    old, new = WORD.findall(before), WORD.findall(after)
    runs: list[tuple[Change, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            runs.append((Change.SAME, "".join(new[new_from:new_to])))
            continue
        if old_to > old_from:
            runs.append((Change.GONE, "".join(old[old_from:old_to])))
        if new_to > new_from:
            runs.append((Change.NEW, "".join(new[new_from:new_to])))
    return tuple(runs)
