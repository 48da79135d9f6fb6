"""Sheets of cells, before they are a file: text, numbers and formulas that name other cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

FEWEST_LETTERS: Final = 26


class Look(StrEnum):
    """How a cell is shown. What somebody may fill in looks different from what is counted."""

    PLAIN = "plain"
    TITLE = "title"
    HEAD = "head"
    HEAD_NUMBER = "head number"
    ORDER = "order"
    NOTE = "note"
    TOTAL = "total"
    INPUT = "input"
    INPUT_EURO = "input euro"
    INPUT_SHARE = "input share"
    INPUT_WHOLE = "input whole"
    EURO = "euro"
    SHARE = "share"
    TOTAL_EURO = "total euro"
    TOTAL_SHARE = "total share"
    FACTOR = "factor"


@dataclass(frozen=True)
class Area:
    """A cell, or the cells from it to another one.

    `moves` along with a formula that is copied; `grows` keeps its first cell and moves its last.
    """

    sheet: str
    top: int
    left: int
    bottom: int = 0
    right: int = 0
    moves: bool = False
    grows: bool = False

    @property
    def corners(self) -> list[str]:
        """The name of the first cell, and of the last one when there are more."""
        first = spot(self.top, self.left, fixed=self.grows or not self.moves)
        if not self.bottom:
            return [first]
        fixed = not (self.grows or self.moves)
        return [first, spot(self.bottom, self.right or self.left, fixed=fixed)]


@dataclass(frozen=True)
class Formula:
    """A formula as LibreOffice writes it, `;` between arguments, with names of cells in braces."""

    text: str
    cells: Mapping[str, Area]


Value = str | Decimal | int | Formula | None


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and how it is shown."""

    value: Value
    look: Look = Look.PLAIN


@dataclass
class Sheet:
    """A sheet: cells by row and column, both from 1; `choices` are lists to choose a word from.

    By `role` formulas name it, whatever its `name` in the language of the file.
    """

    role: str
    name: str
    widths: Mapping[int, int]
    frozen: tuple[int, int] = (1, 1)
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    choices: list[tuple[Area, Area]] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, look: Look = Look.PLAIN) -> None:
        """Fill a cell."""
        self.cells[row, column] = Cell(value, look)

    def row(self, row: int, values: list[Value], look: Look = Look.PLAIN, left: int = 1) -> None:
        """Fill cells beside each other."""
        for column, value in enumerate(values, start=left):
            self.put(row, column, value, look)


def letters(column: int) -> str:
    """The name of a column: A, Z, AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, FEWEST_LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def spot(row: int, column: int, *, fixed: bool = False) -> str:
    """The name of a cell: B5, or $B$5."""
    mark = "$" if fixed else ""
    return f"{mark}{letters(column)}{mark}{row}"
