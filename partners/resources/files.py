"""From bytes to rows: CSV as people really save it, mostly from a Dutch Excel."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from partners.actions.imports.sheets import Notice, Sheet

from .rows import OPTIONAL, REQUIRED, RowReader

NOT_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Unreadable(Exception):  # noqa: N818 - it is an answer, not a fault
    """The input as a whole cannot be read; says from which line, when it is about one."""

    def __init__(self, message: str, line: int | None = 1) -> None:
        super().__init__(message)
        self.line = line

    def __str__(self) -> str:
        if self.line is None:
            return str(self.args[0])
        return _("Line %(line)s: %(message)s") % {"line": self.line, "message": self.args[0]}


def read_partners(data: bytes) -> Sheet:
    """The rows of a partner file, good and bad, each with its line. Raises `Unreadable`.

    UTF-8 with or without BOM, else Windows-1252; semicolons, commas or tabs; any line ends.
    """
    text, notices = _decode(data)
    records = _records(text)
    columns = _columns(next(records)[1])
    notices += [
        Notice(1, _("We do not know the column “%(column)s”. It is left out.") % {"column": name})
        for name in columns
        if name and name not in REQUIRED + OPTIONAL
    ]
    rows = [
        RowReader(line, columns, [" ".join(cell.split()) for cell in cells]).row()
        for line, cells in records
        if any(cell.strip() for cell in cells)
    ]
    if not rows:
        raise Unreadable(_("There is no row under the header."), line=2)
    return Sheet(tuple(rows), tuple(notices))


def _decode(data: bytes) -> tuple[str, list[Notice]]:
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable(_("This is an Excel file. Save it as “CSV UTF-8” and choose that file."))
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
            _("This is not a text file. Save it as “CSV UTF-8” and choose that file."),
            line=text.count("\n", 0, strange.start()) + 1,
        )
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text)), notices


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
        raise Unreadable(
            _("From here the file cannot be read. Is there a quotation mark too many or too few?"),
            line,
        ) from error


def _columns(header: list[str]) -> list[str]:
    names = [" ".join(cell.split()).lower() for cell in header]
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
