"""How the cells of an ODS file look, and which rows and columns stand still."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from odf.config import (
    ConfigItem,
    ConfigItemMapEntry,
    ConfigItemMapIndexed,
    ConfigItemMapNamed,
    ConfigItemSet,
)
from odf.number import CurrencyStyle, CurrencySymbol, Number, NumberStyle, PercentageStyle, Text
from odf.style import (
    ParagraphProperties,
    Style,
    TableCellProperties,
    TableColumnProperties,
    TextProperties,
)
from odf.table import TableColumn

from .cells import Look, Sheet

MONEY: Final = {Look.EURO, Look.TOTAL_EURO, Look.INPUT_EURO}
SHARES: Final = {Look.SHARE, Look.TOTAL_SHARE, Look.INPUT_SHARE}
FILLED_IN, DARK, SOFT = "#fff3d2", "#0d5563", "#485d66"
CM_A_LETTER: Final = 0.2
FROZEN: Final = "2"


def style_name(look: Look) -> str:
    """The style of a look, as people see it in the list of styles."""
    return f"case_{look.name.lower()}"


def add_looks(book: Any) -> None:
    """A style of the book for each look."""
    formats = _formats(book)
    for look in Look:
        style = Style(
            name=style_name(look),
            family="table-cell",
            **({"datastylename": formats[look]} if look in formats else {}),
        )
        for properties in _properties(look):
            style.addElement(properties)
        book.styles.addElement(style)


def _formats(book: Any) -> dict[Look, str]:
    euro = CurrencyStyle(name="euro")
    euro.addElement(CurrencySymbol(language="nl", country="NL", text="€"))
    euro.addElement(Text(text=" "))
    euro.addElement(Number(decimalplaces="2", minintegerdigits="1", grouping="true"))
    share = PercentageStyle(name="share")
    share.addElement(Number(decimalplaces="2", minintegerdigits="1"))
    share.addElement(Text(text="%"))
    whole = NumberStyle(name="whole")
    whole.addElement(Number(decimalplaces="0", minintegerdigits="1"))
    factor = NumberStyle(name="factor4")
    factor.addElement(Number(decimalplaces="4", minintegerdigits="1"))
    for each in (euro, share, whole, factor):
        book.styles.addElement(each)
    return {
        **dict.fromkeys(MONEY, "euro"),
        **dict.fromkeys(SHARES, "share"),
        Look.INPUT_WHOLE: "whole",
        Look.FACTOR: "factor4",
    }


def _properties(look: Look) -> Iterator[Any]:
    if look.startswith("input"):
        yield TableCellProperties(backgroundcolor=FILLED_IN)
    elif look == Look.TITLE:
        yield TextProperties(fontweight="bold", fontsize="14pt")
    elif look == Look.NOTE:
        yield TextProperties(color=SOFT, fontstyle="italic")
    elif look.startswith("head"):
        yield TableCellProperties(backgroundcolor=DARK, wrapoption="wrap")
        yield TextProperties(color="#ffffff", fontweight="bold")
        if look == Look.HEAD_NUMBER:
            yield ParagraphProperties(textalign="end")
    elif look == Look.ORDER:
        yield TableCellProperties(textalignsource="fix")
        yield ParagraphProperties(textalign="start")
    elif look.startswith("total"):
        yield TableCellProperties(bordertop="0.75pt solid #000000")
        yield TextProperties(fontweight="bold")


def columns_of(book: Any, sheet: Sheet) -> Iterator[Any]:
    """The columns with their widths."""
    known: set[str] = set()
    for column in range(1, max(column for _row, column in sheet.cells) + 1):
        width = round(sheet.widths.get(column, 12) * CM_A_LETTER, 2)
        name = f"{sheet.role}{width}".replace(".", "_")
        if name not in known:
            known.add(name)
            style = Style(name=name, family="table-column")
            style.addElement(TableColumnProperties(columnwidth=f"{width}cm"))
            book.automaticstyles.addElement(style)
        yield TableColumn(stylename=name)


def freeze(book: Any, sheets: Mapping[str, tuple[int, int]]) -> None:
    """What stands above and to the left of a cell stays in sight."""
    tables = ConfigItemMapNamed(name="Tables")
    for name, (row, column) in sheets.items():
        entry = ConfigItemMapEntry(name=name)
        for side, split in (("Horizontal", column - 1), ("Vertical", row - 1)):
            if split:
                _item(entry, f"{side}SplitMode", "short", FROZEN)
                _item(entry, f"{side}SplitPosition", "int", str(split))
        _item(entry, "PositionRight", "int", str(column - 1))
        _item(entry, "PositionBottom", "int", str(row - 1))
        tables.addElement(entry)
    view = ConfigItemMapEntry()
    view.addElement(tables)
    views = ConfigItemMapIndexed(name="Views")
    views.addElement(view)
    settings = ConfigItemSet(name="ooo:view-settings")
    settings.addElement(views)
    book.settings.addElement(settings)


def _item(entry: Any, name: str, kind: str, value: str) -> None:
    entry.addElement(ConfigItem(name=name, type=kind, text=value))
