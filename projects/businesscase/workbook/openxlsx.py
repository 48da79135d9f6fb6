"""The sheets of an XLSX file: what was typed, never what a formula came to the last time."""

import io
import warnings
from typing import Any, Final

from openpyxl import load_workbook

from .faults import NotReadable, refuse
from .grid import LAST_COLUMN, LAST_ROW, Grid, Odd, Read, as_number, as_text

MOST_SHEETS: Final = 12


def read_xlsx(data: bytes) -> list[Grid]:
    """Every sheet, as far as a case can go. Raises `NotReadable`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and lists, which we do not read
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            return [_grid(sheet) for sheet in book.worksheets[:MOST_SHEETS]]
    except NotReadable:
        raise
    except Exception as error:  # whatever a broken file makes the library say
        raise refuse("damaged") from error


def _grid(sheet: Any) -> Grid:
    grid = Grid(sheet.title)
    sheet.reset_dimensions()  # what a file says about its size is not always so
    for number, row in enumerate(sheet.iter_rows(max_row=LAST_ROW, max_col=LAST_COLUMN), start=1):
        for column, cell in enumerate(row, start=1):
            if cell.value is not None and (value := _read(cell)) != "":
                grid.cells[number, column] = value
    return grid


def _read(cell: Any) -> Read:
    value = cell.value
    if cell.data_type == "f":
        return Odd.FORMULA
    if cell.data_type == "s" or (isinstance(value, str) and cell.data_type != "e"):
        return as_text(str(value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Odd.OTHER
    return as_number(value)
