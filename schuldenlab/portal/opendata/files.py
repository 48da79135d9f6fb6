"""A table as a file, written row by row: CSV for a spreadsheet, JSON for a program."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import Any, Final

from django.utils.timezone import localtime

from schuldenlab.web.resources.trail import FORMULA

from .table import Cell, Row, Table

DELIMITER: Final = ";"
DECIMAL: Final = ","
LINE_END: Final = "\r\n"
AT_ONCE: Final = 500


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def as_csv(table: Table, at: datetime) -> Iterator[bytes]:
    """As a Dutch spreadsheet opens it with a double click: UTF-8 with BOM, semicolons, CRLF."""
    writer: Any = csv.writer(_Line(), delimiter=DELIMITER, lineterminator=LINE_END)
    yield b"\xef\xbb\xbf" + writer.writerow([each.name for each in table.columns]).encode()
    for some in _in_parts(table, at):
        yield "".join(writer.writerow([_for_csv(cell) for cell in row]) for row in some).encode()


def _for_csv(cell: Cell) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if FORMULA.match(cell) else cell
        case bool():
            return str(cell).lower()
        case Decimal():
            return _plain(cell).replace(".", DECIMAL)
        case _:
            return _day_or_moment(cell) if isinstance(cell, date) else str(cell)


def as_json(table: Table, at: datetime) -> Iterator[bytes]:
    """A list of objects, one on each line; what is not there is null."""
    names = [each.name for each in table.columns]
    before = "[\n"
    for some in _in_parts(table, at):
        yield (before + ",\n".join(_object(names, row) for row in some)).encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def _object(names: Sequence[str], row: Row) -> str:
    cells = (_for_json(cell) for cell in row)
    return json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False)


def _for_json(cell: Cell) -> Any:
    """A text that is empty is not there; a number keeps the digits that it was entered with."""
    match cell:
        case "":
            return None
        case Decimal():
            plain = _plain(cell)
            return float(plain) if "." in plain else int(plain)
        case date():
            return _day_or_moment(cell)
        case _:
            return cell


def _plain(number: Decimal) -> str:
    """Without the zeros that only say how many places the database keeps."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day_or_moment(when: date) -> str:
    """A time is that of the city, with its distance to UTC: nobody has to guess."""
    if isinstance(when, datetime):
        return localtime(when).isoformat(timespec="seconds")
    return when.isoformat()


def _in_parts(table: Table, at: datetime) -> Iterator[list[Row]]:
    rows = iter(table.rows(at))
    for first in rows:
        yield list(chain([first], islice(rows, AT_ONCE - 1)))


FORMATS: Final = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "json": (as_json, "application/json"),
}
