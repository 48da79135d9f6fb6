"""The sheets of an ODS file, read as a stream: what was typed, never what a formula came to.

Cells as OpenDocument 1.3 part 3 describes them (section 9.1): `office:value-type` with a value in
an attribute, rows and cells that are repeated by a number, and paragraphs of text.
"""

from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

from .faults import NotReadable, refuse
from .grid import LAST_COLUMN, LAST_ROW, Grid, Odd, Read, as_number, as_text

CONTENT: Final = "content.xml"
CHUNK, DEEPEST, MOST_SHEETS = 64_000, 100, 12
OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
CELLS: Final = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
NUMBERS: Final = {"float", "percentage", "currency"}
SPACES: Final = {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}


def read_ods(archive: ZipFile) -> list[Grid]:
    """Every sheet, as far as a case can go. Raises `NotReadable`."""
    parser = _Parser()
    try:
        with archive.open(CONTENT) as content:
            while chunk := content.read(CHUNK):
                parser.feed(chunk)
    except NotReadable:
        raise
    except Exception as error:  # whatever a broken file makes the parser say
        raise refuse("damaged") from error
    return parser.grids


class _Parser:
    """Hears the elements of the sheets go by, and keeps the cells that say something."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._path: list[str] = []
        self._row, self._column = 1, 1
        self._filled: list[tuple[int, int, Read]] = []  # column, how often, what
        self._row_repeat = 1
        self._cell: dict[str, str] = {}
        self._paragraphs: list[str] = []
        self._paragraph_depth = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """The next piece of the file."""
        self._parser.Parse(chunk, False)

    def _refuse(self, *_declared: object) -> None:
        raise refuse("declares")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > DEEPEST:
            self._refuse()
        if name == f"{TABLE}table":
            if len(self.grids) == MOST_SHEETS:
                raise refuse("too_large")
            self.grids.append(Grid(attributes.get(f"{TABLE}name", "")))
            self._row = 1
        elif name == f"{TABLE}table-row":
            self._row_repeat = _times(attributes, f"{TABLE}number-rows-repeated")
            self._column, self._filled = 1, []
        elif name in CELLS:
            self._cell, self._paragraphs = attributes, []
        elif name == f"{TEXT}p" and set(self._path[-2:-1]) & CELLS:  # a remark stands deeper
            self._paragraphs.append("")
            self._paragraph_depth = len(self._path)
        elif name in SPACES:
            self._text(" ")

    def _text(self, data: str) -> None:
        if self._paragraph_depth:
            self._paragraphs[-1] += data

    def _end(self, name: str) -> None:
        if len(self._path) == self._paragraph_depth:
            self._paragraph_depth = 0
        self._path.pop()
        if name in CELLS:
            self._end_cell()
        elif name == f"{TABLE}table-row" and self.grids:
            self._end_row()

    def _end_cell(self) -> None:
        repeat = _times(self._cell, f"{TABLE}number-columns-repeated")
        value = _value(self._cell, " ".join(self._paragraphs))
        if value != "" and self._column <= LAST_COLUMN:
            self._filled.append((self._column, repeat, value))
        self._column += repeat

    def _end_row(self) -> None:
        last = min(self._row + self._row_repeat - 1, LAST_ROW)
        cells = self.grids[-1].cells
        for column, repeat, value in self._filled:
            end = min(column + repeat - 1, LAST_COLUMN)
            for row in range(self._row, last + 1):
                cells |= {(row, each): value for each in range(column, end + 1)}
        self._row += self._row_repeat


def _times(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name, "1")
    return max(1, int(given)) if given.isdecimal() and len(given) < 10 else 1  # noqa: PLR2004


def _value(cell: dict[str, str], text: str) -> Read:
    if f"{TABLE}formula" in cell:
        return Odd.FORMULA
    kind = cell.get(f"{OFFICE}value-type", "")
    if kind in NUMBERS:
        return as_number(cell[f"{OFFICE}value"])
    if kind in ("", "string"):
        return as_text(text or cell.get(f"{OFFICE}string-value", ""))
    return Odd.OTHER
