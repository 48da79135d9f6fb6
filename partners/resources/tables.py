"""From a table to a file: CSV, XLSX or ODS, in which no cell ever becomes a formula."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from tablib import Dataset

Cell = str | date | Decimal | int | None
# What a spreadsheet takes for the beginning of a formula, also behind an apostrophe of our own.
FORMULA: Final = re.compile(r"'*\s*[=+@-]|[\t\r]")
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WIDTH: Final = 24  # of a column, in letters


@dataclass(frozen=True)
class Table:
    """A title, the names of the columns, and the rows."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(table: Table) -> bytes:
    """As a Dutch Excel opens it with a double click: UTF-8 with BOM, semicolons, CRLF."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_for_csv(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _for_csv(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:.2f}".replace(".", ",")
    if isinstance(cell, int):
        return str(cell)
    text = cell or ""
    return f"'{text}" if FORMULA.match(text) else text


def as_xlsx(table: Table) -> bytes:
    """Every text typed as text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(table.title)
    sheet.freeze_panes = "A2"
    for number in range(1, len(table.columns) + 1):
        sheet.column_dimensions[chr(ord("A") + number - 1)].width = WIDTH
    sheet.append([_typed(sheet, name, Font(bold=True)) for name in table.columns])
    for row in table.rows:
        sheet.append([_typed(sheet, cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _typed(sheet: Any, value: Cell, font: Font | None = None) -> Any:
    cell = WriteOnlyCell(sheet, value=None)
    if font:
        cell.font = font
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "dd-mm-yyyy"
    elif isinstance(value, Decimal):
        cell.value = value
        cell.number_format = "#,##0.00"
    elif isinstance(value, int):
        cell.value = value
    elif value:
        cell.value = _for_xml(value)
        cell.data_type = "s"
    return cell


def as_ods(table: Table) -> bytes:
    """The same for LibreOffice; its cells have types of their own."""
    rows = [[_for_ods(cell) for cell in row] for row in table.rows]
    made: bytes = Dataset(*rows, headers=list(table.columns), title=table.title).export("ods")
    return made


def _for_ods(cell: Cell) -> Cell:
    return cell if isinstance(cell, date | Decimal | int) else _for_xml(cell or "")


def _for_xml(text: str) -> str:
    return NOT_IN_XML.sub(" ", text)


KINDS: Final = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "ods": (as_ods, "application/vnd.oasis.opendocument.spreadsheet"),
}
