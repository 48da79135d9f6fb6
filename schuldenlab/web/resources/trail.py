"""The audit trail as a file: CSV as it is read, XLSX by way of the disk; never all in memory."""

import csv
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any, Final

from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from schuldenlab.audit.models import Entry
from schuldenlab.web.trail import Trace, plain_facts, traces

AT_ONCE: Final = 1_000
# What a spreadsheet takes for the beginning of a formula, also behind an apostrophe of our own.
FORMULA: Final = re.compile(r"'*\s*[=+@-]|[\t\r]")
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# How many rows a sheet of a spreadsheet holds, the names of the columns included.
MOST_ROWS: Final = 1_048_576


def columns() -> list[str]:
    """The names of the columns."""
    return [
        *(
            _("Number"),
            _("When"),
            capfirst(pgettext("log", "act")),
            _("Result"),
            _("Who"),
            _("From where"),
        ),
        *(_("Kind of record"), pgettext("log", "Record"), _("Name of the record")),
        *(_("Facts"), _("Request")),
    ]


def _cells(trace: Trace) -> list[str]:
    row = trace.entry
    facts = "; ".join(f"{name}: {value}" for name, value in plain_facts(row))
    return [
        str(row.pk),
        localtime(row.at).isoformat(sep=" ", timespec="seconds"),
        *map(str, (trace.act, row.get_result_display(), trace.who, trace.origin, trace.kind)),
        *(row.subject_id, trace.name, facts, row.request_id),
    ]


def _rows(entries: QuerySet[Entry]) -> Iterator[list[str]]:
    """Row by row, read a thousand at once: their names cost one query for each thousand."""
    read = entries.iterator(chunk_size=AT_ONCE)
    while some := list(islice(read, AT_ONCE)):
        yield from map(_cells, traces(some))


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def as_csv(entries: QuerySet[Entry]) -> Iterable[bytes]:
    """As a Dutch Excel opens it with a double click: UTF-8 with BOM, semicolons, CRLF."""
    writer: Any = csv.writer(_Line(), delimiter=";", lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + writer.writerow(columns()).encode()
    for row in _rows(entries):
        safe = [f"'{cell}" if FORMULA.match(cell) else cell for cell in row]
        yield writer.writerow(safe).encode()


def as_xlsx(entries: QuerySet[Entry]) -> IO[bytes]:
    """Every cell is text, whatever it begins with. A sheet that is full goes on in a next one."""
    book = Workbook(write_only=True)
    sheet: Any = None
    for number, row in enumerate(_rows(entries)):
        if number % (MOST_ROWS - 1) == 0:
            sheet = _sheet(book)
        sheet.append([_typed(sheet, cell) for cell in row])
    if sheet is None:
        _sheet(book)
    file = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    book.save(file)
    file.seek(0)
    return file


def _sheet(book: Workbook) -> Any:
    sheet: Any = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([_typed(sheet, name, Font(bold=True)) for name in columns()])
    return sheet


def _typed(sheet: Any, text: str, font: Font | None = None) -> Any:
    cell = WriteOnlyCell(sheet, value=NOT_IN_XML.sub(" ", text))
    cell.data_type = "s"
    if font:
        cell.font = font
    return cell


KINDS: Final = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
