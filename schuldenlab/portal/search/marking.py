"""Which pieces of a text answer a question, and the words around the first of them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
ROOM: Final = 220  # letters of a text around the first hit
BEFORE: Final = 60
ALIKE: Final = 0.5  # of the three-letter parts of a typed word
TELLING: Final = 3  # letters of a word that says something
Span = tuple[int, int]


@dataclass(frozen=True)
class Sought:
    """One word that is looked for, with its spellings; `may_err` when a near word is one too."""

    typed: str
    spellings: tuple[str, ...]
    may_err: bool = False


@dataclass(frozen=True)
class Piece:
    """A part of a text that answers the question (`is_hit`), or that stands between."""

    text: str
    is_hit: bool = False


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """In small letters, without accents, and exactly as long as the text."""
    return "".join(_fold(letter) for letter in text)


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


@lru_cache(maxsize=4096)
def _parts(word: str) -> frozenset[str]:
    """Its three-letter parts, as pg_trgm makes them."""
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def likeness(typed: str, word: str) -> float:
    """Which share of the parts of `typed` stands in `word`: from 0 to 1."""
    parts = _parts(typed)
    return len(parts & _parts(word)) / len(parts)


def is_near(typed: str, word: str) -> bool:
    """Whether `word` can be what was meant by `typed`."""
    return likeness(typed, word) >= ALIKE


def hits(text: str, sought: Iterable[Sought]) -> list[Span]:
    """Where whole words answer, in their order and without overlap."""
    plain = folded(text)
    spans = [span for each in sought for span in _spans(plain, each)]
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _spans(plain: str, sought: Sought) -> list[Span]:
    spans: list[Span] = []
    for match in re.finditer("|".join(re.escape(each) for each in sought.spellings), plain):
        start, end = match.span()
        if spans and start < spans[-1][1]:
            continue
        while start and plain[start - 1].isalnum():
            start -= 1
        while end < len(plain) and plain[end].isalnum():
            end += 1
        spans.append((start, end))
    if spans or not sought.may_err:
        return spans
    words = (match for match in WORD.finditer(plain) if len(match[0]) >= TELLING)
    return [match.span() for match in words if is_near(sought.typed, match[0])]


def marked(text: str, sought: Sequence[Sought]) -> list[Piece]:
    """The whole text in pieces."""
    return _cut(text, hits(text, sought), 0, len(text))


def snippet(texts: Iterable[str], sought: Sequence[Sought]) -> list[Piece]:
    """The words around the first hits in the text with the most different ones.

    Without a hit, the beginning of the first text.
    """
    filled = [" ".join(text.split()) for text in texts if text and text.strip()]
    if not filled:
        return []
    best = max(filled, key=lambda text: sum(bool(hits(text, [each])) for each in sought))
    spans = hits(best, sought)
    first = spans[0][0] if spans else 0
    start = _word_start(best, first - BEFORE) if first > BEFORE else 0
    end = len(best) if start + ROOM >= len(best) else _word_end(best, start + ROOM)
    pieces = _cut(best, [span for span in spans if start <= span[0] < end], start, end)
    before = [Piece("… ")] if start else []
    return [*before, *pieces, *([Piece(" …")] if end < len(best) else [])]


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + BEFORE else at


def _word_end(text: str, at: int) -> int:
    space = text.rfind(" ", 0, at)
    return space if space > at - BEFORE else at


def _cut(text: str, spans: list[Span], start: int, end: int) -> list[Piece]:
    """Turn by turn what is between and what is a hit."""
    edges = [start, *(edge for span in spans for edge in (span[0], min(span[1], end))), end]
    cut = [
        Piece(text[left:right], is_hit=number % 2 == 1)
        for number, (left, right) in enumerate(pairwise(edges))
    ]
    return [piece for piece in cut if piece.text]
