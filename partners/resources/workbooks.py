"""XLSX and ODS: a zip is looked through before anything in it is unpacked."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL

from partners.actions.imports.sheets import Notice, Unreadable

from .opendocument import count_rows, is_encrypted, read_rows
from .opened import MAX_COLUMNS, MAX_ROWS, OpenFile, cleaned, number, trimmed, typed_text

ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"  # .xls, and every Excel file with a password
MAX_UNPACKED: Final = 64_000_000  # bytes; ten thousand lines take twelve million
MAX_MEMBERS: Final = 1_000
LAST_LINE: Final = 1_048_576  # of a sheet in Excel
ENCRYPTED: Final = 0x1


def open_workbook(data: bytes) -> OpenFile:
    """The records of the first sheet. Raises `Unreadable`."""
    try:
        archive = ZipFile(io.BytesIO(data))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _damaged() from error
    _look_through(archive)
    if "content.xml" in archive.namelist():
        return _open_ods(archive)
    return _open_xlsx(data)


def _look_through(archive: ZipFile) -> None:
    """No password, no macros, and not more than a table can be."""
    members = archive.infolist()
    if any(member.flag_bits & ENCRYPTED for member in members) or is_encrypted(archive):
        raise Unreadable(_("This file has a password. Save it without one."))
    if len(members) > MAX_MEMBERS or sum(each.file_size for each in members) > MAX_UNPACKED:
        raise Unreadable(
            _("This file becomes too large when it is unpacked. Save only the table, as CSV UTF-8.")
        )
    if any(each.filename.endswith("vbaProject.bin") for each in members) or any(
        each.filename.startswith(("Basic/", "Scripts/")) for each in members
    ):
        raise Unreadable(_("This file holds macros. Save it without them, as XLSX or ODS."))


def _damaged() -> Unreadable:
    return Unreadable(
        _("This file cannot be opened. Save the table again as CSV UTF-8, XLSX or ODS."), None
    )


def _safely(records: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Whatever a broken file makes a library say becomes one sentence."""
    try:
        for line, cells in records:
            yield line, cleaned(line, trimmed(cells))
    except Unreadable:
        raise
    except Exception as error:
        raise _damaged() from error


def _open_ods(archive: ZipFile) -> OpenFile:
    try:
        lines = count_rows(archive)
    except Exception as error:
        raise _damaged() from error
    return OpenFile(_safely(read_rows(archive)), lines)


def _open_xlsx(data: bytes) -> OpenFile:
    """Read row by row; a formula is seen as one, not as its outcome of the last time."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and filters, which we do not read
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets = [each for each in book.worksheets if each.sheet_state == "visible"]
        sheet: Any = sheets[0]
        lines = min(sheet.max_row or MAX_ROWS, MAX_ROWS)
        sheet.reset_dimensions()  # what a file says about its size is not always so
    except Exception as error:
        raise _damaged() from error
    notices = []
    if len(sheets) > 1:
        message = _("The file has more than one sheet. Only “%(title)s” is read.")
        notices.append(Notice(1, message % {"title": sheet.title}))
    return OpenFile(_safely(_rows_of(sheet)), lines, notices)


def _rows_of(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for line, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
        if line > LAST_LINE:
            raise _damaged()
        width = len(row)
        while width and row[width - 1] is EMPTY_CELL:
            width -= 1
        cells = [_text_of(cell) for cell in row[:width]]
        if any(cells) or line == 1:
            yield line, cells


def _text_of(cell: Any) -> str:
    """A cell as somebody would type it in a CSV file."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e"):  # a formula, or the error that came out of one
        return value if isinstance(value, str) and value.startswith("=") else f"={value}"
    return _as_typed(value)


def _as_typed(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return number(value)
    return typed_text(value) if isinstance(value, str) else str(value)
