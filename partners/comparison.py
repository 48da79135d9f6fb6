"""Arithmetic of a framework beside its predecessor: which clauses and numbers are not the same.

Pure: values in, values out. Clauses of the same title belong together, whatever their numbers; of
the rest those of the same number. Texts are compared sentence by sentence.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|\n+")
Day = tuple[int, int]  # month and day of a year


class Change(StrEnum):
    """What became of a clause, or of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True)
class ClauseWords:
    """One clause as it is compared. `translation` is its text in the other language."""

    number: int
    title: str
    text: str = ""
    measures: Mapping[str, Day] = field(default_factory=dict)
    translation: str = ""


@dataclass(frozen=True)
class ClauseChange:
    """One clause then and now; None where it was not there."""

    before: ClauseWords | None
    after: ClauseWords | None
    sentences: tuple[tuple[Change, str], ...] = ()

    @property
    def change(self) -> Change:
        """What became of it."""
        if self.before is None or self.after is None:
            return Change.NEW if self.before is None else Change.GONE
        return Change.SAME if self.before == self.after else Change.CHANGED

    @property
    def number(self) -> int:
        """Its number now; of a clause that is gone the one it had."""
        clause = self.after or self.before
        return clause.number if clause else 0

    @property
    def added(self) -> tuple[str, ...]:
        """Sentences that were not there before."""
        return tuple(words for change, words in self.sentences if change is Change.NEW)

    @property
    def removed(self) -> tuple[str, ...]:
        """Sentences that are not there any more."""
        return tuple(words for change, words in self.sentences if change is Change.GONE)

    @property
    def kept(self) -> str:
        """The text without what was only added at its end; the whole text when more changed."""
        if self.after is None:
            return ""
        if self.before is None or self.removed or not self.added:
            return self.after.text
        last_old = max(
            (at for at, (change, _words) in enumerate(self.sentences) if change is Change.SAME),
            default=-1,
        )
        if len(self.sentences) - 1 - last_old != len(self.added):
            return self.after.text
        return " ".join(words for _change, words in self.sentences[: last_old + 1])

    @property
    def is_only_translated(self) -> bool:
        """Nothing is different but the text in the other language."""
        before, after = self.before, self.after
        return (
            self.change is Change.CHANGED
            and before is not None
            and after is not None
            and (before.number, before.title, before.text, before.measures)
            == (after.number, after.title, after.text, after.measures)
        )


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its full stop."""
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]


def compare_texts(before: str, after: str) -> tuple[tuple[Change, str], ...]:
    """Both texts in one row of sentences: those that stayed, went and came, in reading order."""
    old, new = sentences(before), sentences(after)
    found: list[tuple[Change, str]] = []
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found += [(Change.SAME, words) for words in new[new_from:new_to]]
        else:
            found += [(Change.GONE, words) for words in old[old_from:old_to]]
            found += [(Change.NEW, words) for words in new[new_from:new_to]]
    return tuple(found)


def _title(clause: ClauseWords) -> str:
    return " ".join(clause.title.split()).casefold()


def _pairs(
    before: list[ClauseWords], after: list[ClauseWords]
) -> Iterable[tuple[ClauseWords | None, ClauseWords | None]]:
    waiting, found = list(before), {}
    for key in (_title, lambda clause: clause.number):
        for clause in after:
            match = next((old for old in waiting if key(old) == key(clause)), None)
            if clause.number not in found and match is not None:
                found[clause.number] = match
                waiting.remove(match)
    yield from ((found.get(clause.number), clause) for clause in after)
    yield from ((old, None) for old in waiting)


def compare_clauses(
    before: Iterable[ClauseWords], after: Iterable[ClauseWords]
) -> tuple[ClauseChange, ...]:
    """Every clause of now in its order, and after them those that are gone."""
    old, new = (sorted(rows, key=lambda clause: clause.number) for rows in (before, after))
    return tuple(
        ClauseChange(
            was,
            now,
            compare_texts(was.text if was else "", now.text if now else ""),
        )
        for was, now in _pairs(old, new)
    )


def changed_numbers(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[tuple[str, Any, Any], ...]:
    """The name and both values of each number that is not the same, in the order of `after`."""
    return tuple(
        (name, before.get(name), value)
        for name, value in after.items()
        if before.get(name) != value
    )
