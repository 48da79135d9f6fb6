"""What somebody looks for: the words that were typed, and how else each may be written.

Dutch writes words together and changes them at the end. A word is therefore looked for as it was
typed and as its stem (the Dutch dictionary of PostgreSQL), anywhere inside a word: "schulden" finds
"huurschuld". A stem is also written with one or two vowels and with its soft or hard end: school
and scholen, huis and huizen, brief and brieven.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from typing import Any, Final

from django.db import connection

from .words import MOST_WORDS, SHORTEST, whole_number

PIECES: Final = re.compile(r"[^\W_]+(?:[-.@/'’_]+[^\W_]+)*")
LONG_ENOUGH: Final = 4  # of a stem: three letters stand in nearly every text
ENDS: Final = {"z": "s", "s": "z", "v": "f", "f": "v"}
LAST_VOWEL: Final = re.compile(r"(?<![aeiou])([aeou])(?=[^aeiouy]$)|([aeou])\2(?=[^aeiouy]$)")
STEMS: Final = """
    SELECT plain, ts_lexize('dutch_stem', plain)
    FROM unnest(%s::text[]) WITH ORDINALITY AS typed(word, place),
    LATERAL (SELECT unaccent(lower(word)) AS plain) AS made ORDER BY place
"""


class Stage(IntEnum):
    """How far a search goes."""

    EXACT = 0  # the words as they were typed, and their stems
    NEAR = 1  # and words that look like them
    LAX = 2  # names only, of what looks a little like one of the words


@dataclass(frozen=True)
class Word:
    """One word, in small letters and without accents."""

    typed: str
    spellings: tuple[str, ...]

    @property
    def may_err(self) -> bool:
        """Short words and numbers must stand there as they were typed."""
        return len(self.typed) >= SHORTEST and not any(sign.isdigit() for sign in self.typed)


@dataclass(frozen=True)
class Question:
    """Who asks what, and which of the rows are wanted: of each kind `most`, or a page of one."""

    typed: str
    words: tuple[Word, ...]
    person: Any
    at: datetime
    stage: Stage = Stage.EXACT
    most: int = 5
    kind: str = ""
    page: int = 1

    def rows_of(self, kind: str) -> tuple[int, int]:
        """From which row of this kind until which; of other kinds than the wanted, the first."""
        if self.kind and self.kind != kind:
            return (0, 1)
        return ((self.page - 1) * self.most, self.page * self.most)

    def at_stage(self, stage: Stage) -> "Question":
        """The same question, asked less strictly."""
        return replace(self, stage=stage)


def split(typed: str) -> list[str]:
    """The words that can be looked for; signs between them ask for nothing.

    A single letter is none.
    """
    pieces = PIECES.findall(typed)
    return [piece for piece in pieces if len(piece) > 1 or piece.isdigit()][:MOST_WORDS]


def words_of(typed: str) -> tuple[Word, ...]:
    """The words with their spellings; one query. Words such as "de" only when all are such."""
    pieces = split(typed)
    if not pieces:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [pieces])
        rows = cursor.fetchall()
    words = [(Word(plain, spellings(plain, (stems or [plain])[0])), stems) for plain, stems in rows]
    telling = tuple(word for word, stems in words if stems != [])
    return telling or tuple(word for word, _stems in words)


def spellings(plain: str, stem: str) -> tuple[str, ...]:
    """How a word with this stem may stand in a text, the word itself first."""
    if not plain.isalpha():
        return tuple(dict.fromkeys((plain, whole_number(plain))))
    stems = {stem, _other_vowel(stem)}
    stems |= {each[:-1] + ENDS[each[-1]] for each in stems if each[-1:] in ENDS}
    short = {f"{each}en" for each in stems if len(each) == LONG_ENOUGH - 1}
    found = {each for each in stems | short if len(each) >= LONG_ENOUGH}
    return (plain, *sorted(each for each in found if plain not in each))


def _other_vowel(stem: str) -> str:
    """School as schol, and schol as school."""
    return LAST_VOWEL.sub(lambda vowel: vowel[1] * 2 if vowel[1] else vowel[2], stem)


def each_kind(
    kinds: Iterable[Any],
) -> Callable[[Question], list[Any]]:
    """The answer of an app: what of each of its kinds is found."""
    known = tuple(kinds)
    return lambda question: [kind.finds(question) for kind in known]
