"""The sheets as an XLSX file."""

import io
from collections.abc import Sequence
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from .cells import Area, Cell, Formula, Look, Sheet, letters, spot
from .rendering import in_excel, kept_number, kept_text

FONT: Final = "Calibri"
EURO: Final = "€ #,##0.00;-€ #,##0.00"
NUMBER_FORMATS: Final = {
    Look.EURO: EURO,
    Look.TOTAL_EURO: EURO,
    Look.INPUT_EURO: EURO,
    Look.SHARE: "0.00%",
    Look.TOTAL_SHARE: "0.00%",
    Look.INPUT_SHARE: "0.00%",
    Look.INPUT_WHOLE: "0",
    Look.FACTOR: "0.0000",
}
FILLED_IN: Final = PatternFill("solid", fgColor="FFF3D2")
DARK: Final = PatternFill("solid", fgColor="0D5563")
ABOVE: Final = Border(top=Side("thin"))


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook that counts when it is opened; every text is typed as text."""
    book = Workbook()
    book.remove(book.active)
    book.calculation.fullCalcOnLoad = True
    names = {sheet.role: sheet.name for sheet in sheets}
    for sheet in sheets:
        made = book.create_sheet(sheet.name)
        styles: dict[tuple[Look, bool], Any] = {}
        made.freeze_panes = spot(*sheet.frozen)
        made.page_setup.orientation, made.page_setup.fitToHeight = "landscape", 0
        made.sheet_properties.pageSetUpPr.fitToPage = True
        for column, width in sheet.widths.items():
            made.column_dimensions[letters(column)].width = width
        for at, cell in sheet.cells.items():
            filled = made.cell(*at)
            _fill(filled, cell, sheet, at, names)
            key = (cell.look, isinstance(cell.value, str))
            if key not in styles:
                styles[key] = _dressed(filled, *key)
            filled._style = styles[key]  # noqa: SLF001 - working it out again takes a second
        for target, source in sheet.choices:
            made.add_data_validation(_choice(target, source, names))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(made: Any, cell: Cell, sheet: Sheet, at: tuple[int, int], names: dict[str, str]) -> None:
    value = cell.value
    if isinstance(value, Formula):
        made.value = in_excel(value, sheet.role, names)
    elif isinstance(value, str):
        made.value = kept_text(value)
        made.data_type = "s"
    elif value is not None:
        made.value = kept_number(value, sheet, at)


def _dressed(made: Any, look: Look, is_text: bool) -> Any:
    """The style of a look; text is marked so that it stays text when somebody types in it."""
    made.quotePrefix = is_text
    if look in NUMBER_FORMATS:
        made.number_format = NUMBER_FORMATS[look]
    if look.startswith("input"):
        made.fill = FILLED_IN
    elif look == Look.TITLE:
        made.font = Font(FONT, 14, bold=True)
    elif look == Look.NOTE:
        made.font = Font(FONT, color="485D66", italic=True)
    elif look.startswith("head"):
        made.font, made.fill = Font(FONT, bold=True, color="FFFFFF"), DARK
        side = "right" if look == Look.HEAD_NUMBER else "left"
        made.alignment = Alignment(side, vertical="top", wrap_text=True)
    elif look == Look.ORDER:
        made.alignment = Alignment("left")
    elif look.startswith("total"):
        made.font, made.border = Font(FONT, bold=True), ABOVE
    return made._style  # noqa: SLF001 - see above


def _choice(target: Area, source: Area, names: dict[str, str]) -> Any:
    formula = in_excel(Formula("{it}", {"it": source}), "", names)
    choice = DataValidation(type="list", formula1=formula, allow_blank=True)
    choice.add(":".join(target.corners).replace("$", ""))
    return choice
