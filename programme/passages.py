"""Arithmetic of the text of a programme: what it is made of, and its passages. Pure functions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, Final

BLANK_LINE: Final = re.compile(r"\n\s*\n")
LIKE_ENOUGH: Final = 0.6  # of a passage to the one that it was
LONGEST_HEADING: Final = 80
ENDS_A_SENTENCE: Final = (".", "!", "?", ":", ";", ",")


@dataclass(frozen=True)
class ThemePlan:
    """A theme of the year; `theme` is the number of the lasting theme that it belongs to."""

    title: str
    plan: str
    theme: int | None = None


@dataclass(frozen=True)
class Line:
    """An amount in euro in one category."""

    category: str
    title: str
    amount: Decimal


@dataclass(frozen=True)
class Draft:
    """All that the kernteam writes in a programme."""

    title: str
    ambition: str
    text: str
    themes: tuple[ThemePlan, ...] = ()
    budget: tuple[Line, ...] = ()

    @classmethod
    def of(cls, facts: dict[str, Any]) -> "Draft":
        """The draft that these facts were made from."""
        return cls(
            facts["title"],
            facts["ambition"],
            facts["text"],
            tuple(ThemePlan(**each) for each in facts["themes"]),
            tuple(Line(**{**each, "amount": Decimal(each["amount"])}) for each in facts["budget"]),
        )

    def facts(self) -> dict[str, Any]:
        """As JSON keeps it: amounts as text with two decimals."""
        return {
            "title": self.title,
            "ambition": self.ambition,
            "text": self.text,
            "themes": [dict(each.__dict__) for each in self.themes],
            "budget": [{**each.__dict__, "amount": f"{each.amount:.2f}"} for each in self.budget],
        }

    @property
    def total(self) -> Decimal:
        """The whole budget in euro."""
        return sum((line.amount for line in self.budget), Decimal(0))

    def by_category(self) -> dict[str, Decimal]:
        """The amount of each category that has one, in the order of the lines."""
        found: dict[str, Decimal] = {}
        for line in self.budget:
            found[line.category] = found.get(line.category, Decimal(0)) + line.amount
        return found


@dataclass(frozen=True)
class Passage:
    """A block of the text between blank lines, found by its number: p1, p2 and so on."""

    anchor: str
    text: str

    @property
    def is_heading(self) -> bool:
        """A short line without a full stop, as the pages show it."""
        return (
            "\n" not in self.text
            and len(self.text) <= LONGEST_HEADING
            and not self.text.startswith("- ")
            and not self.text.endswith(ENDS_A_SENTENCE)
        )


def plain(text: str) -> str:
    """Without the line ends of another system and without space around it."""
    return text.replace("\r\n", "\n").strip()


def blocks(text: str) -> list[str]:
    """The passages of a text as they stand between blank lines."""
    return [part.strip() for part in BLANK_LINE.split(plain(text)) if part.strip()]


def passages(wording: str) -> list[Passage]:
    """The passages of a text with their numbers."""
    return [Passage(f"p{number}", text) for number, text in enumerate(blocks(wording), start=1)]


def find_passage(wording: str, anchor: str) -> Passage | None:
    """The passage of that number."""
    return next((each for each in passages(wording) if each.anchor == anchor), None)


def place(quote: str, now: Sequence[Passage]) -> Passage | None:
    """Where a quoted passage stands now: the same words, or those most like it; else nowhere."""
    for passage in now:
        if passage.text == quote:
            return passage
    likeness = [(_likeness(quote, passage.text), passage) for passage in now]
    best = max(likeness, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= LIKE_ENOUGH else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE_ENOUGH else 0.0


def joined(parts: Iterable[str]) -> str:
    """Parts as one text, a blank line between them."""
    return "\n\n".join(parts)
