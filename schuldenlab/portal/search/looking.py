"""The answer to a search: what was found by kind, with the words around it, or what to try next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from partners.search import Question, Stage, Word, words_of
from schuldenlab.web.ports import Finds, Found, found_for

from .manual import own_texts
from .marking import ALIKE, TELLING, WORD, Piece, Sought, folded, likeness, marked, snippet

MOST: Final = 4  # of each kind, when all are shown
ON_A_PAGE: Final = 20  # of one kind
MOST_MEANT: Final = 3
A_LITTLE_ALIKE: Final = 0.35
# In this order where kinds answer equally well; what is not named here comes last.
ORDER: Final = (
    *("project", "theme", "decision", "partner", "programme", "meeting", "person", "subject"),
    "account",
    *("report", "case", "pilot", "prototype", "project-note", "ballot", "change", "framework"),
    *("clause", "minutes", "action", "point", "raad-point", "contact-note"),
    *("project-document", "meeting-paper", "point-paper", "word", "help"),
)


@dataclass(frozen=True)
class Row:
    """One find: its name and the words around the hit, in pieces."""

    title: list[Piece]
    said: list[Piece]
    url: str
    where: str
    on: date | None


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    kind: str
    title: str
    icon: str
    count: int
    rows: list[Row]

    @property
    def is_written(self) -> bool:
        """Whether people of the lab wrote it, in the one language in which they write."""
        return self.kind not in {"help", "word"}


@dataclass(frozen=True)
class Answer:
    """Groups, the best first. `is_near`: nothing has exactly these words.

    `meant` are words that may have been meant, each as a whole question.
    """

    groups: list[Group] = field(default_factory=list)
    is_near: bool = False
    meant: list[str] = field(default_factory=list)
    singles: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """All that was found."""
        return sum(group.count for group in self.groups)


def look(typed: str, *, person: Any, at: datetime, kind: str = "", page: int = 1) -> Answer | None:
    """What this person may see of it; None when there is nothing to look for in what was typed."""
    words = words_of(typed)
    if not words:
        return None
    most = ON_A_PAGE if kind else MOST
    question = Question(typed, words, person, at, most=most, kind=kind, page=page if kind else 1)
    for stage in (Stage.EXACT, Stage.NEAR):
        found = _ask(question.at_stage(stage))
        if found:
            groups = [_group(each, words, stage, kind) for each in found]
            meant = _meant(typed, words, found) if stage is Stage.NEAR else []
            return Answer(groups, stage is Stage.NEAR, meant)
    alike = _ask(question.at_stage(Stage.LAX))
    singles = [word.typed for word in words] if len(words) > 1 else []
    return Answer(meant=_meant(typed, words, alike, A_LITTLE_ALIKE), singles=singles)


def _ask(question: Question) -> list[Finds]:
    found = [each for each in [*found_for(question), *own_texts(question)] if each.count]
    return sorted(found, key=lambda each: (min(each.best, 3), _place(each.kind)))


def _place(kind: str) -> int:
    name = kind.removeprefix("public-")
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _group(finds: Finds, words: Iterable[Word], stage: Stage, kind: str) -> Group:
    sought = [
        Sought(each.typed, each.spellings, stage is Stage.NEAR and each.may_err) for each in words
    ]
    shown = finds.rows if kind in {"", finds.kind} else []
    rows = [
        Row(marked(row.title, sought), snippet(row.texts, sought), row.url, row.where, row.on)
        for row in shown
    ]
    return Group(finds.kind, str(finds.title), finds.icon, finds.count, rows)


def _meant(
    typed: str, words: Iterable[Word], found: Iterable[Finds], least: float = ALIKE
) -> list[str]:
    """The question with its words as they stand in one row of what was found, best first.

    They come out of nothing but rows that this person may see, and each finds its row.
    """
    meant: dict[str, float] = {}
    for row in (row for each in found for row in each.rows):
        question, alike = _as_in(row, typed, words, least)
        if question != typed:
            meant[question] = max(alike, meant.get(question, 0))
    return sorted(meant, key=lambda each: (-meant[each], each))[:MOST_MEANT]


def _as_in(row: Found, typed: str, words: Iterable[Word], least: float) -> tuple[str, float]:
    """The question in the words of this row, and how alike; as it was when one is not in it."""
    text = folded("\n".join((row.title, *(each for each in row.texts if each))))
    there = {match[0] for match in WORD.finditer(text) if len(match[0]) >= TELLING}
    question, worst = typed, 1.0
    for word in words:
        if any(spelling in text for spelling in word.spellings):
            continue
        ranked = sorted((_likeness(word.typed, each), each) for each in there)
        if len(word.typed) < TELLING or not ranked or ranked[-1][0] < least:
            return typed, 0
        worst = min(worst, ranked[-1][0])
        question = _with(question, word.typed, ranked[-1][1])
    return question, worst


def _likeness(typed: str, word: str) -> float:
    """Both ways: a long word has all of a short one in it."""
    return min(likeness(typed, word), likeness(word, typed) + 0.2)


def _with(typed: str, wrong: str, right: str) -> str:
    plain = folded(typed)
    at = plain.find(wrong)
    return f"{typed[:at]}{right}{typed[at + len(wrong) :]}" if at >= 0 else right
