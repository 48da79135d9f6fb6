"""How XLSX and ODS write a formula, and text that both can keep."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from .cells import Area, Formula, Sheet, spot
from .faults import Fault, NotReadable
from .grid import MOST_DIGITS

NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
PLACE: Final = re.compile(r"\{(\w+)\}")
STRINGS: Final = re.compile(r'("(?:[^"]|"")*")')


def in_excel(formula: Formula, here: str, names: Mapping[str, str]) -> str:
    """`=SUMIFS(Lines!$X$5:$X$404,…)`."""

    def area(match: re.Match[str]) -> str:
        found = formula.cells[match[1]]
        sheet = "" if found.sheet == here else f"{_quoted(names[found.sheet])}!"
        return sheet + ":".join(found.corners)

    parts = STRINGS.split(formula.text)
    parts[::2] = [PLACE.sub(area, part.replace(";", ",")) for part in parts[::2]]
    return "=" + "".join(parts)


def in_open_formula(formula: Formula, here: str, names: Mapping[str, str]) -> str:
    """`of:=SUMIFS([$Lines.$X$5:.$X$404];…)`."""

    def area(match: re.Match[str]) -> str:
        return f"[{in_open_address(formula.cells[match[1]], here, names)}]"

    parts = STRINGS.split(formula.text)
    parts[::2] = [PLACE.sub(area, part) for part in parts[::2]]
    return "of:=" + "".join(parts)


def in_open_address(area: Area, here: str, names: Mapping[str, str]) -> str:
    """`$Lines.$X$5:.$X$404`; without a sheet when it is this one."""
    sheet = "" if area.sheet == here else f"${_quoted(names[area.sheet])}"
    return f"{sheet}." + ":.".join(area.corners)


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z]+", name) else "'" + name.replace("'", "''") + "'"


def kept_text(text: str) -> str:
    """Without the signs that no file can hold."""
    return NOT_IN_XML.sub(" ", text)


def kept_number(value: Decimal | int, sheet: Sheet, at: tuple[int, int]) -> Decimal:
    """The number itself. Raises `NotReadable` when a sheet would hold another one."""
    number = Decimal(value)
    digits = number.normalize().as_tuple().digits
    if not number.is_finite() or len(digits) > MOST_DIGITS:
        raise NotReadable([Fault("digits", sheet.name, spot(*at), str(value))])
    return number
