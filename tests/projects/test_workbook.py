"""A case as a spreadsheet and back: the same case, whatever a spreadsheet does to its cells."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from projects.businesscase import Case, Kind, Level, Line, evaluate_case
from projects.businesscase.workbook import (
    ENGLISH,
    NotReadable,
    Words,
    as_ods,
    as_xlsx,
    book_of,
    is_workbook,
    read_workbook,
)
from schuldenlab.command_files import Malformed
from tests.projects.cases import cases, expected, whole_case

if TYPE_CHECKING:
    from collections.abc import Callable

BOTH = pytest.mark.parametrize("write", [as_xlsx, as_ods])
LINES, ASSUMED = "Lines", "Assumptions"


def written(case: Case, write: Callable[..., bytes] = as_xlsx, words: Words = ENGLISH) -> bytes:
    return write(book_of(case, words))


@cache
def opened() -> Any:
    return load_workbook(io.BytesIO(written(whole_case())))


def changed(changes: dict[str, Any]) -> bytes:
    """The file after somebody typed in cells: `{"Lines!B5": "cost"}`."""
    book, stream, before = opened(), io.BytesIO(), {}
    for address, value in changes.items():
        sheet, cell = address.split("!")
        before[sheet, cell] = book[sheet][cell].value
        book[sheet][cell].value = value
    book.save(stream)
    for (sheet, cell), value in before.items():
        book[sheet][cell].value = value
    return stream.getvalue()


def read(changes: dict[str, Any]) -> Case:
    return read_workbook(changed(changes)).case


# -- there and back --------------------------------------------------------------------------------


@BOTH
def test_a_case_comes_back_as_it_was(write: Callable[..., bytes]) -> None:
    content = written(whole_case(), write)
    assert is_workbook(content)
    assert read_workbook(content).case == whole_case()


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_any_case_comes_back_from_xlsx(case: Case) -> None:
    assert read_workbook(written(case)).case == case


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(case=cases())
def test_any_case_comes_back_from_ods(case: Case) -> None:
    assert read_workbook(written(case, as_ods)).case == case


def test_a_file_is_read_by_its_own_words() -> None:
    texts = {name: f"{text} (nl)" for name, text in ENGLISH.texts.items()}
    words = Words(texts, {"care": "zorgkosten", "other": "overig"})
    book = book_of(whole_case(), words)
    assert [sheet.name for sheet in book] == ["Assumptions (nl)", "Lines (nl)", "Result (nl)"]
    for write in (as_xlsx, as_ods):
        assert read_workbook(write(book)).case == whole_case()


def test_what_looks_like_a_formula_stays_text() -> None:
    book = load_workbook(io.BytesIO(written(whole_case())))
    sheet = book["Lines"]
    typed = {
        cell.value: cell.data_type
        for row in sheet.iter_rows(min_row=5, max_row=12, max_col=10)
        for cell in row
        if isinstance(cell.value, str)
    }
    assert {typed[text] for text in ("@SUM(1)", "-1+1", "+Minder uithuiszetting")} == {"s"}
    name = book["Assumptions"]["B17"]
    assert (name.data_type, name.quotePrefix) == ("s", True)
    assert not book["Lines"]["P5"].quotePrefix
    xml = member(written(whole_case(), as_ods), "content.xml").decode()
    formulas = re.findall(r"table:formula=([\"'])(.*?)\1", xml)
    assert len(formulas) > 100
    assert not any("calc" in each or "SUM(1)" in each for _mark, each in formulas)


@BOTH
def test_a_number_that_no_sheet_holds_is_refused(write: Callable[..., bytes]) -> None:
    line = Line("a", Kind.COST, expected("1", "1234567890123.4567"))
    with pytest.raises(NotReadable, match="has more than fifteen digits"):
        written(Case((line,), ("a",), Decimal(2), 2026, 2026, 3), write)


# -- what people do in it --------------------------------------------------------------------------


def test_a_line_and_a_party_are_added() -> None:
    more = {"Lines!B13": "Benefit", "Lines!C13": "Rijk", "Lines!I13": "measured"}
    case = read({**more, "Lines!P13": 12.5, "Lines!R13": "1.000,25", "Assumptions!B20": "Rijk"})
    assert case.parties[-1] == "Rijk"
    line = case.lines[-1]
    assert (line.party, line.kind, line.is_effect) == ("Rijk", "benefit", False)
    assert line.effect == expected("12.5", "0", "1000.25")


def test_numbers_as_spreadsheets_save_them() -> None:
    case = read(
        {
            "Assumptions!B4": "3,5 %",
            "Lines!K6": 0.1 + 0.05,
            "Lines!L6": "€ 1.250,50",
            "Lines!M6": "20%",
            "Lines!P5": "100000",
            "Lines!Q5": 50000.0,
            "Lines!N6": "0,5",
        }
    )
    usual = whole_case()
    assert case.percent == Decimal("3.5")
    effect = case.lines[1].effect
    assert effect.price == Decimal("1250.5")
    assert effect.deadweight == Decimal("0.2")
    assert effect.effect == Decimal("0.15")
    assert case.lines[0] == usual.lines[0]


def test_what_somebody_tries_is_counted_and_changes_no_line() -> None:
    tried = {"Assumptions!B8": "low", "Assumptions!B9": 0.8, "Assumptions!B10": 0.1}
    played = read_workbook(changed(tried))
    assert played.case == whole_case()
    assert played.level == Level.LOW
    shown = evaluate_case(whole_case(), Level.LOW, effect=Decimal("0.8"), deadweight=Decimal("0.1"))
    assert played.result() == shown
    assert played.result(Fraction(3, 100)).npv != shown.npv


def test_fewer_years_count_in_the_case_as_they_do_in_the_sheet() -> None:
    case = read({"Assumptions!B7": 2})
    assert case.horizon == 2
    assert len(case.lines[0].effect.quantities) == 3
    shorter = dataclasses.replace(whole_case(), horizon=2)
    assert evaluate_case(case) == evaluate_case(shorter)
    assert evaluate_case(case).npv != evaluate_case(whole_case()).npv


def test_empty_numbers_are_the_usual_ones() -> None:
    case = read(dict.fromkeys(("Lines!K6", "Lines!M6", "Lines!N6", "Lines!O6")))
    assert case.lines[1].effect == expected("0", "200", "212.5", "300", price="1250.5")


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("Lines!B5", "profit", "Lines B5: “profit” is none of cost, benefit, transfer"),
        ("Lines!B5", None, "Lines B5: is empty"),
        ("Lines!I5", "p.m.", "Lines P5: a line p.m. has no quantities"),
        ("Lines!I5", "sure", "Lines I5: “sure” is none of measured"),
        ("Lines!C5", "Gemente", "Lines C5: “Gemente” is not in the list"),
        ("Lines!C5", None, "Lines C5: is empty"),
        ("Lines!D5", "Inwoners", "Lines D5: only a transfer"),
        ("Lines!D8", "Zorgverzekeraar", "Lines D8: “Zorgverzekeraar” gives to itself"),
        ("Lines!D8", None, "Lines D8: is empty"),
        ("Lines!G6", "euro", "Lines G6: a line in euro has no effect"),
        ("Lines!G6", "hours", "Lines G6: “hours” is none of euro, people or cases"),
        ("Lines!K6", "veel", "Lines K6: “veel” is no number"),
        ("Lines!M6", 1.2, "Lines M6: “1.2” does not lie between 0 and 100%"),
        ("Lines!N6", 1.2, "Lines N6: “1.2” does not lie between 0 and 1"),
        ("Lines!O6", 0.5, "Lines O6: “0.5” lies below 1"),
        ("Lines!Q6", "=100*2", "Lines Q6: there is a formula"),
        ("Lines!E6", '=HYPERLINK("x")', "Lines E6: there is a formula"),
        ("Lines!Q6", True, "Lines Q6"),
        ("Lines!Q6", 1e300, "Lines Q6"),
        ("Lines!Q6", 1e-30, "Lines Q6"),
        ("Assumptions!B4", 2.25, "Assumptions B4: “2.25” is no rate a year; write it as 2.25%"),
        ("Assumptions!B4", None, "Assumptions B4"),
        ("Assumptions!B4", "=2%", "Assumptions B4: there is a formula"),
        ("Assumptions!B5", 1999, "Assumptions B5: “1999” is no year"),
        ("Assumptions!B5", 2026.5, "Assumptions B5: “2026.5” is no whole number"),
        ("Assumptions!B5", None, "Assumptions B5: is empty"),
        ("Assumptions!B7", 9, "Assumptions B7: “9” is no number of years"),
        ("Assumptions!B8", "best", "Assumptions B8: “best” is none of low, middle, high"),
        ("Assumptions!B9", -1, "Assumptions B9: “-1” lies below 0"),
        ("Assumptions!B15", "Gemeente Den Haag", "Assumptions B15: “Gemeente Den Haag” stands"),
        ("Assumptions!B20", "x" * 121, "Assumptions B20: the name “xxx"),
        ("Assumptions!F5", "cost", "Assumptions F5: “cost” stands here twice"),
        ("Assumptions!F5", None, "Assumptions F5: is empty"),
        ("Assumptions!E5", "gain", "this is no business case"),
        ("Assumptions!B2", "businesscase 2", "this is no business case"),
        ("Lines!A2", None, "this is no business case"),
        ("Lines!P4", "t1", "Lines P4: the columns of the years"),
    ],
)
def test_a_cell_that_is_not_right_is_named(cell: str, value: Any, said: str) -> None:
    with pytest.raises(Malformed) as refused:
        read({cell: value})
    assert str(refused.value).startswith(said)


def test_every_cell_that_is_not_right_is_named() -> None:
    wrong = {"Lines!B5": "x", "Lines!C6": "y", "Lines!Q7": "z", "Assumptions!B5": 1}
    with pytest.raises(NotReadable) as refused:
        read(wrong)
    assert [fault.where for fault in refused.value.faults] == [
        *("Assumptions B5", "Lines B5", "Lines C6", "Lines Q7"),
    ]


# -- as spreadsheets save it -----------------------------------------------------------------------


def repacked(content: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The same archive with other members; None leaves one out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, text in changes.items():
            if text is not None:
                new.writestr(name, text)
    return stream.getvalue()


def member(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)


def test_repeated_cells_and_empty_ends_of_ods() -> None:
    line = Line("a", Kind.COST, expected("7", "7", "7"), "x")
    case = Case((line, line), ("a",), Decimal(2), 2026, 2026, 3)
    content = written(case, as_ods)
    xml = member(content, "content.xml").decode()
    assert "number-columns-repeated" not in xml
    begin = xml.index('case_input_euro" office:value-type="float" office:value="7"')
    start = xml.rindex("<table:table-cell", 0, begin)
    cell = xml[start : xml.index("/>", start) + 2]
    three = cell * 3
    assert three in xml
    repeated = cell.replace(
        "<table:table-cell", '<table:table-cell table:number-columns-repeated="3"'
    )
    xml = xml.replace(three, repeated)
    many = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
    many += 'table:number-columns-repeated="16384"/></table:table-row></table:table>'
    xml = xml.replace("</table:table>", many)
    assert read_workbook(repacked(content, {"content.xml": xml.encode()})).case == case


def test_values_of_ods_as_libreoffice_types_them() -> None:
    content = written(whole_case(), as_ods)
    xml = member(content, "content.xml").decode()
    old = 'office:value-type="float" office:value="0.0225"'
    assert old in xml
    new = 'office:value-type="percentage" office:value="0.035"'
    case = read_workbook(repacked(content, {"content.xml": xml.replace(old, new).encode()})).case
    assert case.percent == Decimal("3.5")


# -- files that mean harm --------------------------------------------------------------------------

XLSX_SHEET, ODS_SHEET = "xl/worksheets/sheet1.xml", "content.xml"
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    xlsx, ods = written(whole_case()), written(whole_case(), as_ods)
    huge = b"<x>" + b" " * 25_000_000 + b"</x>"
    deep = b"<x>" * 200 + b"</x>" * 200
    outside = b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'
    manifest = b'<x xmlns:m="y"><m:encryption-data/></x>'
    return {
        "no zip": (b"PK\x03\x04 and then nothing", "cannot be opened"),
        "cut off": (xlsx[: len(xlsx) // 2], "cannot be opened"),
        "old Excel": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "has a password"),
        "locked ODS": (repacked(ods, {"META-INF/manifest.xml": manifest}), "has a password"),
        "bomb": (repacked(xlsx, {"xl/bomb.xml": huge}), "too large"),
        "many": (repacked(xlsx, {f"x{n}.bin": b"" for n in range(400)}), "too large"),
        "laughs in XLSX": (repacked(xlsx, {XLSX_SHEET: LAUGHS}), "declares"),
        "laughs in ODS": (repacked(ods, {ODS_SHEET: LAUGHS}), "declares"),
        "outside": (repacked(xlsx, {"xl/sharedStrings.xml": outside}), "declares"),
        "wide signs": (repacked(ods, {ODS_SHEET: LAUGHS.decode().encode("utf-16")}), "opened"),
        "deep": (repacked(ods, {ODS_SHEET: deep}), "declares"),
        "half XML": (repacked(ods, {ODS_SHEET: b"<x><y></x>"}), "cannot be opened"),
        "no sheet": (repacked(xlsx, {XLSX_SHEET: None}), "no business case"),
        "other zip": (repacked(xlsx, {"xl/workbook.xml": None}), "cannot be opened"),
        "empty ODS": (repacked(ods, {ODS_SHEET: b"<x/>"}), "no business case"),
    }


def test_a_file_that_means_harm() -> None:
    for content, said in hostile().values():
        with pytest.raises(NotReadable, match=said):
            read_workbook(content)


def test_too_many_lines_and_cells_far_away() -> None:
    content = changed({"Lines!B1005": "cost", "Lines!ZZ5": "x", "Assumptions!B900000": "x"})
    with pytest.raises(NotReadable, match="more than 1000 lines"):
        read_workbook(content)
