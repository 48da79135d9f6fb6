"""A file that stands open: its records one by one, and the bounds that hold for every format."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import Notice, Unreadable

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 100
NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
FORMULA_MARKS: Final = ("=", "+", "-", "@")


@dataclass
class OpenFile:
    """The records of a file with their lines, about how many there are, and what to know."""

    records: Iterator[tuple[int, list[str]]]
    lines: int
    notices: list[Notice] = field(default_factory=list)


def plain(text: str) -> str:
    """The text as we keep it: letters with accents as one character, and nothing invisible."""
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def typed_text(text: str) -> str:
    """The text of a cell that is text by its type: a mark in front does not make it a formula.

    An apostrophe says so from there on, as people type it in a spreadsheet.
    """
    bare = text.lstrip()
    return f"'{bare}" if bare.startswith(FORMULA_MARKS) else text


def number(value: float) -> str:
    """A number as people read it: 12345678, not 12345678.0."""
    return str(int(value)) if value == int(value) else str(value)


def cleaned(line: int, cells: list[str]) -> list[str]:
    """The cells of a workbook as text that a database takes."""
    if any(NOT_TEXT.search(cell) for cell in cells):
        raise Unreadable(_("A cell here holds signs that are no text. Type it again."), line)
    return [plain(cell) for cell in cells]


def trimmed(cells: list[str]) -> list[str]:
    """Without the empty cells at the end."""
    while cells and not cells[-1].strip():
        cells.pop()
    return cells
