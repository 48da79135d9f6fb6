"""The cells of a sheet as they stand in a file: text, numbers, and what is neither."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import isfinite
from typing import Final

from .layout import FIRST_LINE, FIRST_QUANTITY, MOST_LINES, MOST_YEARS

# Nothing that is read lies beyond these; one row more shows that there are too many lines.
LAST_ROW: Final = FIRST_LINE + MOST_LINES
MOST_DIGITS: Final = 15
LAST_COLUMN: Final = FIRST_QUANTITY + MOST_YEARS


class Odd(StrEnum):
    """What stands in a cell that holds neither a text nor a number of its own."""

    FORMULA = "formula"
    OTHER = "other"


Read = str | Decimal | Odd


@dataclass
class Grid:
    """One sheet; cells by row and column, both from 1. Empty ones are not there."""

    name: str
    cells: dict[tuple[int, int], Read] = field(default_factory=dict)


def as_number(value: float | str) -> Decimal | Odd:
    """The number that was typed: what a double says in the fifteen digits that it keeps."""
    if isinstance(value, int):
        return Decimal(value)
    number = float(value)
    return Decimal(f"{number:.{MOST_DIGITS}g}") if isfinite(number) else Odd.OTHER


def as_text(value: str) -> str:
    """A text on one line."""
    return " ".join(value.split())
