"""From a file back to the case: the inputs, and nothing that the file has counted itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from projects.businesscase.case import Case, evaluate_case
from projects.businesscase.effects import Level
from projects.businesscase.present import Result

from . import layout as at
from .archive import OLD_OFFICE, ZIP, open_archive
from .asking import Asking
from .cells import spot
from .faults import Fault, NotReadable, refuse
from .grid import Grid
from .openods import CONTENT, read_ods
from .openxlsx import read_xlsx
from .readinglines import read_lines

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_PERCENT: Final = Decimal(1)  # as a share


@dataclass(frozen=True)
class Played:
    """The case of a file, and what somebody chose in it to try.

    `rows` are those of the lines, in `sheet`, to name a cell that somebody else finds wrong.
    """

    case: Case
    level: Level = Level.MID
    effect: Decimal = Decimal(1)
    deadweight: Decimal = Decimal(0)
    sheet: str = field(default="", compare=False)
    rows: tuple[int, ...] = field(default=(), compare=False)

    def result(self, rate: Fraction | None = None) -> Result:
        """What the file shows, at its own rate unless another one is given."""
        return evaluate_case(
            self.case, self.level, rate=rate, effect=self.effect, deadweight=self.deadweight
        )


def is_workbook(content: bytes) -> bool:
    """Whether it is a file of a spreadsheet, by its first bytes."""
    return content.startswith((ZIP, OLD_OFFICE))


def cell_of(row: int, column: str) -> str:
    """The name of a cell of the lines, by what stands in its column."""
    return spot(row, at.AT.get(column, at.FIRST_QUANTITY))


def read_workbook(content: bytes) -> Played:
    """The case of an XLSX or ODS file. Raises `NotReadable` with every cell that is not right."""
    archive = open_archive(content)
    is_ods = CONTENT in archive.namelist()
    grids = read_ods(archive) if is_ods else read_xlsx(content)
    faults: list[Fault] = []
    assumed = Asking(_with_mark(grids, at.MARK_AT), faults)
    lines = Asking(_with_mark(grids, at.LINES_MARK_AT), faults)
    words = _words(assumed)
    parties = _parties(assumed)
    if faults:
        raise NotReadable(faults)
    years = _years(lines)
    played = _assumptions(assumed, words, years, parties)
    found = tuple(read_lines(lines, words, years, frozenset(parties)))
    if faults:
        raise NotReadable(faults)
    case = replace(played.case, lines=tuple(line for _row, line in found))
    rows = tuple(row for row, _line in found)
    return replace(played, case=case, sheet=lines.grid.name, rows=rows)


def _with_mark(grids: list[Grid], cell: tuple[int, int]) -> Grid:
    found = [grid for grid in grids if grid.cells.get(cell) == at.MARK]
    if len(found) != 1:
        raise refuse("other")
    return found[0]


def _words(sheet: Asking) -> dict[str, str]:
    """The code of each word of this file, by the word; of our own codes none may miss."""
    found: dict[str, str] = {}
    codes = []
    for row in range(at.FIRST_WORD, at.FIRST_WORD + at.MOST_WORDS):
        code, word = sheet.text((row, at.CODE)), sheet.text((row, at.WORD))
        if not code:
            break
        codes.append(code)
        is_twice = found.get(word.casefold(), code) != code
        if not word or is_twice:
            sheet.wrong("twice" if is_twice else "empty", (row, at.WORD))
        found[word.casefold()] = code
    if tuple(codes[: len(at.CODES)]) != at.CODES:
        raise refuse("other")
    return found


def _parties(sheet: Asking) -> list[str]:
    found: list[str] = []
    for row in range(at.FIRST_PARTY, at.FIRST_PARTY + at.MOST_PARTIES):
        name = sheet.text((row, at.VALUE))
        if name in found:
            sheet.wrong("twice", (row, at.VALUE))
        elif len(name) > at.LONGEST_NAME:
            sheet.wrong("long", (row, at.VALUE), words=str(at.LONGEST_NAME))
        elif name:
            found.append(name)
    return found


def _years(sheet: Asking) -> int:
    """How many years have a column."""
    years = 0
    while sheet.grid.cells.get((at.HEAD_ROW, at.FIRST_QUANTITY + years)) == f"t{years}":
        years += 1
    if not 1 <= years <= at.MOST_YEARS:
        sheet.wrong("years", (at.HEAD_ROW, at.FIRST_QUANTITY))
        raise NotReadable(sheet.faults)
    return years


def _assumptions(sheet: Asking, words: Mapping[str, str], years: int, parties: list[str]) -> Played:
    def cell(row: int) -> tuple[int, int]:
        return row, at.VALUE

    rate = sheet.number(cell(at.RATE), is_share=True)
    if rate is None or not -1 < rate <= MOST_PERCENT:
        if rate is not None or sheet.is_empty(cell(at.RATE)):
            sheet.wrong("rate", cell(at.RATE))
        rate = Decimal(0)
    scenarios = {word: code for word, code in words.items() if code in set(Level)}
    level = sheet.word(cell(at.SCENARIO), scenarios, Level.MID) or Level.MID
    factor = sheet.number(cell(at.FACTOR))
    if factor is not None and factor < 0:
        sheet.wrong("factor", cell(at.FACTOR))
    added = sheet.number(cell(at.ADDED), is_share=True)
    case = Case(
        lines=(),
        parties=tuple(parties),
        percent=rate.scaleb(2),
        base_year=sheet.whole(cell(at.BASE), "no_year", FIRST_YEAR, LAST_YEAR),
        price_year=sheet.whole(cell(at.PRICES), "no_year", FIRST_YEAR, LAST_YEAR),
        horizon=sheet.whole(cell(at.HORIZON), "horizon", 1, years),
    )
    effect = Decimal(1) if factor is None else factor
    return Played(case, Level(level), effect, added or Decimal(0))
