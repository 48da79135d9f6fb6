"""From bytes to rows, whatever people save: CSV as a Dutch Excel writes it, XLSX or ODS."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import Note, Notice, PartnerRow, Sheet, Unreadable

from .opened import MAX_COLUMNS, MAX_ROWS, NOT_TEXT, OpenFile, plain
from .rows import IGNORED, OPTIONAL, REQUIRED, RowReader
from .workbooks import OLD_OFFICE, ZIP, open_workbook

EVERY: Final = 250  # lines between two notes of progress


def read_partners(data: bytes, note: Note = lambda _done: None) -> Sheet:
    """The rows of a partner file, good and bad, each with its line. Raises `Unreadable`.

    CSV in UTF-8 with or without BOM, else Windows-1252, with semicolons, commas or tabs and any
    line ends; the first sheet of XLSX or ODS. `note` hears now and then how many lines are read.
    """
    file = open_file(data)
    columns = read_columns(file)
    unknown = [name for name in columns if name and name not in REQUIRED + OPTIONAL + IGNORED]
    file.notices += [
        Notice(1, _("We do not know the column “%(column)s”. It is left out.") % {"column": name})
        for name in unknown
    ]
    rows: list[PartnerRow] = []
    for line, cells in file.records:
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) == MAX_ROWS:
            raise Unreadable(
                _("The file has more than %(count)s lines. Split it into smaller files.")
                % {"count": MAX_ROWS},
                line,
            )
        rows.append(RowReader(line, columns, [" ".join(cell.split()) for cell in cells]).row())
        if len(rows) % EVERY == 0:
            note(len(rows))
    if not rows:
        raise Unreadable(_("There is no row under the header."), line=2)
    return Sheet(tuple(rows), tuple(file.notices))


def look_into(data: bytes) -> int:
    """About how many lines a file has, after reading its header only. Raises `Unreadable`."""
    file = open_file(data)
    read_columns(file)
    return max(1, file.lines)


def open_file(data: bytes) -> OpenFile:
    """The records of a file, one by one; what it is shows from its content, not from its name."""
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    if data.startswith(ZIP):
        return open_workbook(data)
    if data.startswith(OLD_OFFICE):
        raise Unreadable(
            _(
                "This file has a password, or it is an old Excel file. "
                "Save it without a password as XLSX, ODS or “CSV UTF-8”."
            )
        )
    return _open_text(data)


def _open_text(data: bytes) -> OpenFile:
    notices = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace").replace("\ufffd", "\x00")
        notices.append(
            Notice(1, _("The file is in Windows-1252. Check letters with accents in the names."))
        )
    if strange := NOT_TEXT.search(text):
        raise Unreadable(
            _("This is no CSV, XLSX or ODS file. Save the table as one of these."),
            line=text.count("\n", 0, strange.start()) + 1,
        )
    return OpenFile(_records(plain(text)), text.count("\n") or text.count("\r"), notices)


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record with the line on which it begins."""
    header = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = (
            _("A cell here is much too long. Is there a quotation mark too few?")
            if "field limit" in str(error)
            else _(
                "From here the file cannot be read. Is there a quotation mark too many or too few?"
            )
        )
        raise Unreadable(message, line) from error


def read_columns(file: OpenFile) -> list[str]:
    """The names in the first line; the needed ones are there and none is there twice."""
    _line, header = next(file.records, (1, []))
    names = [" ".join(cell.split()).lower() for cell in header]
    if len(names) > MAX_COLUMNS:
        raise Unreadable(
            _("The file has more than %(count)s columns. Keep only those that you need.")
            % {"count": MAX_COLUMNS}
        )
    if missing := [name for name in REQUIRED if name not in names]:
        raise Unreadable(
            _("The first line has no column “%(column)s”. It needs at least: organisatie;sector.")
            % {"column": missing[0]}
        )
    if double := [name for name, count in Counter(names).items() if name and count > 1]:
        raise Unreadable(
            _("The column “%(column)s” is there twice. Take one of them out.")
            % {"column": double[0]}
        )
    return names
