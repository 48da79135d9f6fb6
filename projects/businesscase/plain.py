"""Reading a table of flows: `party;kind;category;t0;t1;…`, amounts per year, one flow a line."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from schuldenlab.command_files import Malformed

from .flows import Flow, Kind

COLUMNS: Final = ("party", "kind", "category")
MOST_YEARS, MOST_LINES, MOST_DIGITS = 101, 20_000, 30
GROUPED: Final = re.compile(r"[-+]?\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+")
PLAIN: Final = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")
WHOLE: Final = re.compile(r"[-+]?\d{1,3}(?:(?:\s\d{3})+|([.,])\d{3}(?:\1\d{3})+)")


def read_plain(content: bytes) -> list[Flow]:
    """The flows of a file in UTF-8 or Windows-1252. Raises `Malformed` with the line."""
    reader = csv.reader(io.StringIO(_text(content), newline=""), delimiter=";", strict=True)
    flows: list[Flow] = []
    years = 0
    try:
        for cells in reader:
            where = f"line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if not years:
                years = _years(cells, where)
                continue
            if len(flows) == MOST_LINES:
                raise Malformed(where, f"more than {MOST_LINES} lines")
            flows.append(_flow(cells, years, where))
    except csv.Error as problem:
        raise Malformed(f"line {reader.line_num}", str(problem)) from None
    if not years:
        raise Malformed("", "the file is empty")
    return flows


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise Malformed("", "this is no text")
    return text


def _years(cells: Sequence[str], where: str) -> int:
    """How many years the first line names: t0, t1, … without a gap."""
    names = [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    found = names[len(COLUMNS) :]
    if tuple(names[: len(COLUMNS)]) != COLUMNS or not found:
        raise Malformed(where, f"the first line is {';'.join(COLUMNS)};t0;t1;…")
    for t, name in enumerate(found):
        if name != f"t{t}":
            raise Malformed(where, f"column {len(COLUMNS) + t + 1} is {name!r}, not 't{t}'")
    if len(found) > MOST_YEARS:
        raise Malformed(where, f"more than {MOST_YEARS} years")
    return len(found)


def _flow(cells: Sequence[str], years: int, where: str) -> Flow:
    width = len(COLUMNS) + years
    if any(cell.strip() for cell in cells[width:]):
        raise Malformed(where, f"{len(cells)} cells, and the first line has {width}")
    party, kind, category, *amounts = [cell.strip() for cell in [*cells, *[""] * width][:width]]
    if kind.lower() not in set(Kind):
        raise Malformed(f"{where} kind", f"{kind!r} is none of {', '.join(Kind)}")
    giver, receiver = _parties(party, Kind(kind.lower()), where)
    numbers = [
        read_number(text, f"{where} t{t}") if text else Decimal(0) for t, text in enumerate(amounts)
    ]
    return Flow(giver, Kind(kind.lower()), numbers, category, receiver)


def _parties(text: str, kind: Kind, where: str) -> tuple[str, str]:
    """Who pays or gains; of a transfer who gives and who gets, as `from>to`."""
    where = f"{where} party"
    names = [" ".join(name.split()) for name in text.split(">")] if kind == Kind.TRANSFER else []
    if kind != Kind.TRANSFER:
        if not text:
            raise Malformed(where, "is empty")
        return " ".join(text.split()), ""
    if len(names) != 2 or not all(names):  # noqa: PLR2004 - one gives, one gets
        raise Malformed(where, f"{text!r} is not from>to")
    if names[0] == names[1]:
        raise Malformed(where, f"{text!r} gives to itself")
    return names[0], names[1]


def read_number(text: str, where: str) -> Decimal:
    """A number with a comma or a point before its decimals; both when thousands are grouped."""
    bare = text.replace("€", "").replace("\N{NO-BREAK SPACE}", " ").strip()
    bare = bare.replace("\N{MINUS SIGN}", "-")
    if GROUPED.fullmatch(bare):
        sign = max(bare.rfind("."), bare.rfind(","))
        bare = re.sub(r"[.,\s]", "", bare[:sign]) + "." + bare[sign + 1 :]
    elif WHOLE.fullmatch(bare):
        bare = re.sub(r"[.,\s]", "", bare)
    elif not PLAIN.fullmatch(bare) or not bare.isascii():
        raise Malformed(where, f"{text!r} is no number")
    if sum(each.isdigit() for each in bare) > MOST_DIGITS:
        raise Malformed(where, f"a number of more than {MOST_DIGITS} digits")
    return Decimal(bare.replace(",", "."))


def read_percent(text: str, where: str = "rate") -> Fraction:
    """A rate a year as a share: “2.25” is 0.0225. It lies above -100."""
    found = Fraction(read_number(text.removesuffix("%").strip(), where)) / 100
    if found <= -1:
        raise Malformed(where, f"{text!r} is -100 % or less")
    return found
