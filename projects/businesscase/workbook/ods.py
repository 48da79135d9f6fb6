"""The sheets as an ODS file."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import (
    CalculationSettings,
    ContentValidation,
    ContentValidations,
    Table,
    TableCell,
    TableRow,
)
from odf.text import P

from .cells import Formula, Look, Sheet
from .odslooks import columns_of, freeze, looks_of
from .rendering import in_open_address, in_open_formula, kept_number, kept_text


def as_ods(sheets: Sequence[Sheet]) -> bytes:
    """The same for LibreOffice; it counts when it is opened."""
    book: Any = OpenDocumentSpreadsheet()
    looks = looks_of(book)
    names = {sheet.role: sheet.name for sheet in sheets}
    book.spreadsheet.addElement(
        CalculationSettings(
            casesensitive="false",
            searchcriteriamustapplytowholecell="true",
            useregularexpressions="false",
        )
    )
    choices = ContentValidations()
    book.spreadsheet.addElement(choices)
    for sheet in sheets:
        writer = _Writer(sheet, names, looks)
        writer.add_choices(choices)
        book.spreadsheet.addElement(writer.table(columns_of(book, sheet)))
    freeze(book, {sheet.name: sheet.frozen for sheet in sheets})
    stream = io.BytesIO()
    book.write(stream)
    return stream.getvalue()


class _Writer:
    """Writes one sheet."""

    def __init__(self, sheet: Sheet, names: Mapping[str, str], looks: Mapping[Look, Any]) -> None:
        self.sheet, self.names, self.looks = sheet, names, looks
        self.lists: dict[tuple[int, int], str] = {}

    def add_choices(self, choices: Any) -> None:
        """The lists of words from which cells of this sheet choose."""
        for number, (target, source) in enumerate(self.sheet.choices):
            name = f"{self.sheet.role}{number}"
            address = in_open_address(source, self.sheet.role, self.names)
            condition = f"of:cell-content-is-in-list([{address}])"
            choices.addElement(
                ContentValidation(name=name, condition=condition, allowemptycell="true")
            )
            last = target.bottom or target.top
            self.lists |= {(row, target.left): name for row in range(target.top, last + 1)}

    def table(self, columns: Iterable[Any]) -> Any:
        """Every row up to the last one that is filled."""
        made = Table(name=self.sheet.name)
        for column in columns:
            made.addElement(column)
        widths: dict[int, int] = {}
        for row, column in self.sheet.cells:
            widths[row] = max(column, widths.get(row, 0))
        for number in range(1, max(widths) + 1):
            row = TableRow()
            for column in range(1, widths.get(number, 0) + 1):
                row.addElement(self._cell((number, column)))
            made.addElement(row)
        return made

    def _cell(self, at: tuple[int, int]) -> Any:
        cell = self.sheet.cells.get(at)
        if cell is None:
            return TableCell()
        facts: dict[str, Any] = {"stylename": self.looks[cell.look]}
        if at in self.lists:
            facts["contentvalidationname"] = self.lists[at]
        value = cell.value
        if isinstance(value, Formula):
            written = in_open_formula(value, self.sheet.role, self.names)
            return TableCell(formula=written, **facts)
        if isinstance(value, str):
            made = TableCell(valuetype="string", **facts)
            made.addElement(P(text=kept_text(value)))
            return made
        if value is None:
            return TableCell(**facts)
        number = f"{kept_number(value, self.sheet, at):f}"
        return TableCell(valuetype="float", value=number, **facts)
