"""The sheets as an ODS file."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from odf.element import Element
from odf.namespaces import TABLENS
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import (
    CalculationSettings,
    ContentValidation,
    ContentValidations,
    Table,
)

from .cells import Formula, Sheet
from .odslooks import add_looks, columns_of, freeze, style_name
from .rendering import in_open_address, in_open_formula, kept_number, kept_text


def as_ods(sheets: Sequence[Sheet]) -> bytes:
    """The same for LibreOffice; it counts when it is opened."""
    book: Any = OpenDocumentSpreadsheet()
    add_looks(book)
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
        writer = _Writer(sheet, names)
        writer.add_choices(choices)
        book.spreadsheet.addElement(writer.table(columns_of(book, sheet)))
    freeze(book, {sheet.name: sheet.frozen for sheet in sheets})
    stream = io.BytesIO()
    book.write(stream)
    return stream.getvalue()


class _Writer:
    """Writes one sheet."""

    def __init__(self, sheet: Sheet, names: Mapping[str, str]) -> None:
        self.sheet, self.names = sheet, names
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
            width = max(1, widths.get(number, 0))
            made.addElement(_Row([self._cell((number, column + 1)) for column in range(width)]))
        return made

    def _cell(self, at: tuple[int, int]) -> str:
        cell = self.sheet.cells.get(at)
        if cell is None:
            return "<table:table-cell/>"
        facts = f'table:style-name="{style_name(cell.look)}"'
        if at in self.lists:
            facts += f' table:content-validation-name="{self.lists[at]}"'
        value = cell.value
        if isinstance(value, Formula):
            written = quoteattr(in_open_formula(value, self.sheet.role, self.names))
            return f"<table:table-cell {facts} table:formula={written}/>"
        if isinstance(value, str):
            text = escape(kept_text(value))
            cell_of_text = f'<table:table-cell {facts} office:value-type="string">'
            return f"{cell_of_text}<text:p>{text}</text:p></table:table-cell>"
        if value is None:
            return f"<table:table-cell {facts}/>"
        number = f"{kept_number(value, self.sheet, at):f}"
        return f'<table:table-cell {facts} office:value-type="float" office:value="{number}"/>'


class _Row(Element):
    """A row that writes itself: an element for each cell takes five times as long."""

    def __init__(self, cells: list[str]) -> None:
        super().__init__(qname=(TABLENS, "table-row"), check_grammar=False)
        self.cells = cells

    def toXml(self, level: int, f: Any) -> None:  # noqa: N802, ARG002 - as the library calls it
        """Called when the book is written."""
        f.write(f"<table:table-row>{''.join(self.cells)}</table:table-row>")
