"""Workbooks for tests: the CSV files as somebody would have saved them otherwise, and worse."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from tablib import Dataset

from partners.resources import parse_date

DATA = Path(__file__).parents[1] / "data"
REAL = DATA / "partners_schuldenlab070.csv"
MESSY = DATA / "partners_messy_cp1252.csv"
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def rows_of(path: Path) -> list[list[str]]:
    encoding = "cp1252" if "cp1252" in path.name else "utf-8-sig"
    dataset = Dataset().load(path.read_text(encoding), format="csv", delimiter=";")
    return [list(dataset.headers), *[list(row) for row in dataset]]


def dated(cell: str) -> str | date:
    try:
        return parse_date(cell)
    except ValueError:
        return cell


def built(path: Path, kind: str, *, real_dates: bool = False) -> bytes:
    """The same table as XLSX or ODS; its dates as dates where there are such days."""
    header, *rows = rows_of(path)
    if real_dates:
        rows = [[dated(cell) for cell in row] for row in rows]
    made: bytes = Dataset(*rows, headers=header).export(kind)
    return made


def xlsx(*rows: list[Any], **members: bytes) -> bytes:
    """A workbook with these cells, and with more members in the zip."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    if members:
        with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
    return stream.getvalue()


def ods(table: str, *, prolog: str = "", members: dict[str, bytes] | None = None) -> bytes:
    """The inside of a sheet as XML, in a document."""
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content {NAMESPACES}><office:body>'
        f'<office:spreadsheet><table:table table:name="S">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped({"content.xml": content.encode(), **(members or {})})


def zipped(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def row(*cells: str, more: str = "") -> str:
    inside = "".join(
        cell
        if cell.startswith("<")
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
        "</table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row{more}>{inside}</table:table-row>"


HEADER = row("organisatie", "sector", "lid_sinds", "kvk", "mag_tekenen")
