"""Asking a sheet for what stands in a cell, and noting each cell that is not right."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from projects.businesscase.plain import read_number
from schuldenlab.command_files import Malformed

from .cells import spot
from .faults import Fault
from .grid import MOST_DIGITS, Grid, Odd

MOST_SHOWN: Final = 60
MOST_FAULTS: Final = 100


class Asking:
    """One sheet, and the faults of the whole file."""

    def __init__(self, grid: Grid, faults: list[Fault]) -> None:
        self.grid, self.faults = grid, faults

    def wrong(self, code: str, at: tuple[int, int], *, words: str = "") -> None:
        """Note what is not right about a cell."""
        if len(self.faults) < MOST_FAULTS:
            value = str(self.grid.cells.get(at, ""))[:MOST_SHOWN]
            self.faults.append(Fault(code, self.grid.name, spot(*at), value, words))

    def is_empty(self, at: tuple[int, int]) -> bool:
        """Whether nothing stands there."""
        return at not in self.grid.cells

    def text(self, at: tuple[int, int]) -> str:
        """The text; a number that stands where a text belongs is one as well."""
        value = self.grid.cells.get(at, "")
        if isinstance(value, Odd):
            self.wrong("formula" if value == Odd.FORMULA else "no_text", at)
            return ""
        return f"{value:f}" if isinstance(value, Decimal) else value

    def number(self, at: tuple[int, int], *, is_share: bool = False) -> Decimal | None:
        """The number, also when it is typed as text; None when there is none or it is wrong."""
        value = self.grid.cells.get(at)
        if value is None:
            return None
        if isinstance(value, Odd):
            self.wrong("formula" if value == Odd.FORMULA else "no_number", at)
            return None
        if isinstance(value, str):
            bare = value.removesuffix("%").strip() if is_share else value
            try:
                number = read_number(bare, "")
            except Malformed:
                self.wrong("no_number", at)
                return None
            value = number.scaleb(-2) if bare != value.strip() else number
        exponent = value.normalize().as_tuple().exponent
        if value and (value.adjusted() > MOST_DIGITS or int(exponent) < -MOST_DIGITS):
            self.wrong("digits", at)
            return None
        return value

    def whole(self, at: tuple[int, int], code: str, least: int, most: int) -> int:
        """A whole number; `code` says what it should have been."""
        if self.is_empty(at):
            self.wrong("empty", at)
            return least
        number = self.number(at)
        if number is None:
            return least
        if number != number.to_integral_value():
            self.wrong("whole", at)
        elif not least <= number <= most:
            self.wrong(code, at)
        else:
            return int(number)
        return least

    def word(self, at: tuple[int, int], words: Mapping[str, str], usual: str = "") -> str:
        """The code of a word of this file; a cell without one is `usual`, or wrong."""
        if self.is_empty(at):
            if not usual:
                self.wrong("empty", at)
            return usual
        said = self.text(at)
        found = words.get(said.casefold(), "")
        if said and not found:
            self.wrong("word", at, words=", ".join(words))
        return found
