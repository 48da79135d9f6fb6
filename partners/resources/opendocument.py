"""The first sheet of an ODS file, read as a stream: neither its size nor its depth costs memory.

Cells as OpenDocument 1.3 part 3 describes them (section 9.1): `office:value-type` with a value in
an attribute, rows and cells that are repeated by a number, and paragraphs of text.
"""

from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat
from zipfile import ZipFile

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import Unreadable

from .opened import MAX_COLUMNS, MAX_ROWS, number, typed_text

CONTENT: Final = "content.xml"
CHUNK: Final = 64_000
DEEPEST: Final = 100
OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
CELLS: Final = {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}
NUMBERS: Final = {"float", "percentage", "currency"}


def is_encrypted(archive: ZipFile) -> bool:
    """Whether the manifest says so; a member that is missing or broken says nothing."""
    try:
        return b"encryption-data" in archive.open("META-INF/manifest.xml").read(1_000_000)
    except Exception:  # noqa: BLE001 - whatever is broken here is broken further on as well
        return False


def count_rows(archive: ZipFile) -> int:
    """About how many rows the file has; a row that is repeated counts once."""
    with archive.open(CONTENT) as content:
        count = sum(
            chunk.count(b"<table:table-row") for chunk in iter(lambda: content.read(CHUNK), b"")
        )
    return min(count, MAX_ROWS)


def read_rows(archive: ZipFile) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row that has any, with its line. Only the first sheet."""
    sheet = _SheetParser()
    with archive.open(CONTENT) as content:
        while not sheet.is_done and (chunk := content.read(CHUNK)):
            sheet.feed(chunk)
            yield from sheet.take()


class _SheetParser:
    """Hears the elements of a sheet go by, and keeps only the row that it is in."""

    def __init__(self) -> None:
        self.line, self.is_done = 1, False
        self._rows: list[tuple[int, list[str]]] = []
        self._path: list[str] = []
        self._row: list[str] = []
        self._cell: dict[str, str] = {}
        self._row_repeat = 1
        self._paragraph_depth = 0
        self._paragraphs: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """The next piece of the file."""
        self._parser.Parse(chunk, False)

    def take(self) -> list[tuple[int, list[str]]]:
        """The rows that are complete by now, each once."""
        rows, self._rows = self._rows, []
        return rows

    def _refuse(self, *_declared: Any) -> None:
        raise Unreadable(_("This file holds more than a table. Save it as CSV UTF-8."))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > DEEPEST:
            self._refuse()
        if name == f"{TABLE}table-row":
            self._row, self._row_repeat = [], _times(attributes, f"{TABLE}number-rows-repeated")
        elif name in CELLS:
            self._cell, self._paragraphs = attributes, []
        elif name == f"{TEXT}p" and set(self._path[-2:-1]) & CELLS:  # a remark stands deeper
            self._paragraphs.append("")
            self._paragraph_depth = len(self._path)
        elif name in (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"):
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
        elif name == f"{TABLE}table-row":
            self._end_row()
        elif name == f"{TABLE}table":
            self.is_done = True

    def _end_cell(self) -> None:
        room = MAX_COLUMNS + 1 - len(self._row)
        repeat = _times(self._cell, f"{TABLE}number-columns-repeated")
        self._row += [_value(self._cell, " ".join(self._paragraphs))] * min(repeat, room)

    def _end_row(self) -> None:
        if not self.is_done and (any(self._row) or self.line == 1):
            copies = min(self._row_repeat, MAX_ROWS + 2)
            self._rows += [(self.line + number, list(self._row)) for number in range(copies)]
        self.line += self._row_repeat


def _times(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name, "1")
    return max(1, int(given)) if given.isdecimal() else 1


def _value(cell: dict[str, str], text: str) -> str:
    """A cell as somebody would type it in a CSV file; a formula as one, not as its outcome."""
    if formula := cell.get(f"{TABLE}formula"):
        return "=" + formula.partition("=")[2]
    kind = cell.get(f"{OFFICE}value-type", "")
    if kind in NUMBERS:
        return number(float(cell[f"{OFFICE}value"]))
    if kind == "date":
        return cell[f"{OFFICE}date-value"][:10]
    if kind == "boolean":
        return "ja" if cell[f"{OFFICE}boolean-value"] == "true" else "nee"
    return typed_text(text or cell.get(f"{OFFICE}string-value", ""))
