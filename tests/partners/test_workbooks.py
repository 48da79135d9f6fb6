"""XLSX and ODS: the same rows and the same sentences as CSV, and no bomb goes off."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import Font

from partners.actions.imports.sheets import Sheet
from partners.resources import Unreadable, look_into, read_partners
from partners.resources.opened import MAX_COLUMNS, MAX_ROWS, plain
from partners.resources.tables import KINDS, Table, as_csv, as_ods, as_xlsx
from tests.partners.workbooks import HEADER, MESSY, REAL, built, ods, row, xlsx, zipped

WORKBOOKS = int(os.environ.get("WORKBOOKS", "50"))
COLUMNS = ["organisatie", "sector", "lid_sinds", "kvk", "mag_tekenen"]


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def facts(sheet: Sheet) -> list[tuple[object, ...]]:
    return [
        (each.line, each.name, each.sector, each.website, each.joined_on, each.contact)
        for each in sheet.rows
    ]


def problems(sheet: Sheet) -> list[tuple[int, str, str]]:
    return [(each.line, each.column, each.message) for one in sheet.rows for each in one.problems]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_partners(data)
    return str(caught.value)


# -- the two files -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("real_dates", [False, True])
def test_the_real_file_says_the_same_in_every_format(kind: str, real_dates: bool) -> None:
    sheet = read_partners(built(REAL, kind, real_dates=real_dates))
    assert facts(sheet) == facts(read_partners(REAL.read_bytes()))
    assert problems(sheet) == []
    assert [("bron" in notice.message) for notice in sheet.notices] == [True]


@pytest.mark.parametrize("real_dates", [False, True])
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_messy_file_names_the_same_cells(kind: str, real_dates: bool) -> None:
    """Except for the formula: as text in a cell of a workbook it is no formula any more."""
    found = problems(read_partners(built(MESSY, kind, real_dates=real_dates)))
    expected = problems(read_partners(MESSY.read_bytes()))
    formula = [each for each in expected if "formula" in each[2]]
    assert [each[:2] for each in formula] == [(9, "organisatie")]
    # openpyxl makes a real formula of it, which stays one; tablib's ODS makes it text.
    assert found == (expected if kind == "xlsx" else [e for e in expected if e not in formula])


# -- cells ---------------------------------------------------------------------------------------


def test_cells_of_all_types_in_xlsx() -> None:
    data = xlsx(
        COLUMNS,
        ["Één", "bank", date(2020, 1, 15), 12345678, True],
        [],
        [
            "Twee",
            "bank",
            datetime(2020, 1, 15, 12, 30),  # noqa: DTZ001 - Excel knows no zones
            12345678.0,
            "nee",
            None,
            None,
        ],
        ["=1+1", "bank", "15-1-2020", "#N/A", None],
    )
    sheet = read_partners(data)
    assert [each.line for each in sheet.rows] == [2, 4, 5]
    first, second, third = sheet.rows
    assert (first.name, first.joined_on, first.kvk_number) == ("Één", date(2020, 1, 15), "12345678")
    assert (first.cells["mag_tekenen"], second.cells["mag_tekenen"]) == ("ja", "nee")
    assert (second.joined_on, second.kvk_number) == (date(2020, 1, 15), "12345678")
    assert [(each.column, each.value) for each in third.problems] == [
        ("organisatie", "=1+1"),
        ("kvk", "=#N/A"),
    ]


def test_cells_of_all_types_in_ods() -> None:
    typed = '<table:table-cell office:value-type="{}" office:{}="{}"/>'
    formula = (
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    )
    remark = "<table:table-cell><office:annotation><text:p>Weg</text:p></office:annotation>"
    data = ods(
        HEADER
        + row(
            f"{remark}<text:p>Eén<text:s/>A</text:p><text:p>B</text:p></table:table-cell>",
            "bank",
            typed.format("date", "date-value", "2020-01-15T00:00:00"),
            typed.format("float", "value", "12345678"),
            typed.format("boolean", "boolean-value", "true"),
            '<table:table-cell table:number-columns-repeated="16379"/>',
        )
        + row('<table:table-cell table:number-columns-repeated="5"/>', more="")
        + row(formula, "bank")
        + row("Twee", "bank", more=' table:number-rows-repeated="2"')
        + row(
            '<table:table-cell table:number-columns-repeated="9"/>',
            more=' table:number-rows-repeated="1048000"',
        )
    )
    sheet = read_partners(data)
    assert [(each.line, each.name) for each in sheet.rows] == [
        *((2, "Eén A B"), (4, "=1+1"), (5, "Twee"), (6, "Twee"))
    ]
    first, second, *_rest = sheet.rows
    assert (first.joined_on, first.kvk_number) == (date(2020, 1, 15), "12345678")
    assert first.cells["mag_tekenen"] == "ja"
    assert [each.column for each in second.problems] == ["organisatie"]


def test_only_the_first_visible_sheet_is_read() -> None:
    book = Workbook()
    hidden, shown, other = book.active, book.create_sheet("Partners"), book.create_sheet("Anders")
    hidden.sheet_state = "hidden"
    hidden.append(["nee"])
    shown.append(["organisatie", "sector"])
    shown.append(["A", "bank"])
    shown["A1"].font = Font(bold=True)
    other.append(["nee"])
    stream = io.BytesIO()
    book.active = 1
    book.save(stream)
    sheet = read_partners(stream.getvalue())
    assert [each.name for each in sheet.rows] == ["A"]
    assert "“Partners”" in sheet.notices[0].message


def test_a_cell_that_is_no_text() -> None:
    assert "Line 3" in refused(ods(HEADER + row("A", "bank") + row("A\x7f", "bank")))


# -- hostile -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "no CSV, XLSX or ODS"),
        (b"PK\x03\x04 and so on", "cannot be opened"),
        (zipped({"a.txt": b"a"}), "cannot be opened"),
        (zipped({"content.xml": b"<a><b></a>"}), "cannot be opened"),
        (zipped({"content.xml": b""}), "no column “organisatie”"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password"),
        (ods("", members={"META-INF/manifest.xml": b"<x encryption-data/>"}), "has a password"),
        (ods("", members={"Basic/Standard/Module1.xml": b"x"}), "macros"),
        (xlsx(["organisatie"], **{"xl/vbaProject.bin": b"x"}), "macros"),
        (xlsx(), "no column “organisatie”"),
        (xlsx(["naam"]), "no column “organisatie”"),
        (xlsx(["organisatie", "sector"]), "no row under the header"),
        (xlsx([f"k{number}" for number in range(200)]), f"more than {MAX_COLUMNS} columns"),
        (ods(row(*["k"] * 200)), f"more than {MAX_COLUMNS} columns"),
        (zipped({f"{number}": b"" for number in range(1_001)}), "too large"),
        (b"organisatie;sector\r\nA;" + b"b" * 1_000_000, "much too long"),
        (("organisatie;sector;" + "k;" * 200).encode(), f"more than {MAX_COLUMNS} columns"),
        (b"organisatie;sector\n" + b"A;bank\n" * (MAX_ROWS + 1), f"{MAX_ROWS} lines"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, words: str) -> None:
    assert words in refused(data)


@pytest.mark.parametrize("member", ["content.xml", "xl/worksheets/sheet1.xml"])
def test_a_zip_bomb_is_not_unpacked(member: str) -> None:
    bomb = zipped({member: b" " * 70_000_000, "[Content_Types].xml": b""})
    assert len(bomb) < 100_000
    assert "too large when it is unpacked" in refused(bomb)


def test_a_zip_that_lies_about_its_size_is_not_unpacked() -> None:
    data = bytearray(zipped({"content.xml": b" " * 10_000_000}))
    real, small = (10_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    assert data.count(real) == 2
    assert "cannot be opened" in refused(bytes(data.replace(real, small)))


def test_a_table_bomb_stops_at_the_bound() -> None:
    cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p>'
    wide = HEADER + row(f"{cell}</table:table-cell>")
    assert [each.problems[0].column for each in read_partners(ods(wide)).rows] == [""]
    tall = HEADER + row("A", "bank", more=' table:number-rows-repeated="1048575"')
    assert f"{MAX_ROWS} lines" in refused(ods(tall))


def test_entities_are_not_spelt_out() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;">]>'
    assert "more than a table" in refused(ods(HEADER + row("&c;", "bank"), prolog=bomb))
    sheet = xlsx(["organisatie", "sector"], ["A", "bank"])
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(sheet)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, bomb.encode() + content if "sheet1" in name else content)
    assert "cannot be opened" in refused(stream.getvalue())


def test_deep_nesting_is_refused() -> None:
    deep = "<text:span>" * 5_000 + "</text:span>" * 5_000
    assert "more than a table" in refused(ods(deep))


def test_a_row_at_the_end_of_the_world(tmp_path: Path) -> None:
    """A row number beyond every sheet never makes the reader count up to it."""
    sheet = xlsx(["organisatie", "sector"], ["A", "bank"])
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(sheet)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(b'<row r="2"', b'<row r="99999999999"')
            new.writestr(name, content)
    assert "cannot be opened" in refused(stream.getvalue())


@settings(deadline=None, max_examples=WORKBOOKS)
@given(st.binary(max_size=200), st.integers(0, 2_000))
def test_no_broken_workbook_is_an_error(junk: bytes, place: int) -> None:
    for good in (xlsx(["organisatie", "sector"], ["A", "bank"]), ods(HEADER + row("A", "bank"))):
        data = good[:place] + junk + good[place + len(junk) :]
        with suppress(Unreadable):
            look_into(data)
            read_partners(data)


# -- writing, and reading again ------------------------------------------------------------------

NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=40
).filter(lambda name: not name.lstrip().startswith("'"))
MARKS = ["=1+1", "+31", "-", "@home", "'@home", "=HYPERLINK(1)", "\t=1", "\r=1", "<b>", "a;b", '"']


@settings(deadline=None, max_examples=WORKBOOKS)
@given(st.lists(NAMES | st.sampled_from(MARKS), min_size=1, max_size=5))
def test_what_was_written_reads_the_same(names: list[str]) -> None:
    table = Table("P", ["organisatie", "sector"], [[name, "bank"] for name in names])
    wanted = [" ".join(plain(name).split()) for name in names]
    for kind, (write, _content_type) in KINDS.items():
        read = read_partners(write(table))
        # Who types '@home in a workbook means @home; only CSV can tell these two apart.
        expected = [
            each.lstrip("'") if kind != "csv" and each[:2] == "'@" else each for each in wanted
        ]
        assert [each.cells["organisatie"] for each in read.rows] == expected, kind
        assert not [each for each in problems(read) if "formula" in each[2]]


@pytest.mark.parametrize("name", [mark for mark in MARKS if mark[0] in "=+-@\t\r'"])
def test_no_cell_becomes_a_formula(name: str) -> None:
    table = Table("P", ["organisatie"], [[name]])
    line = as_csv(table).decode("utf-8-sig").split("\r\n", 1)[1]
    assert line.lstrip('"').startswith("'")
    with ZipFile(io.BytesIO(as_xlsx(table))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    with ZipFile(io.BytesIO(as_ods(table))) as archive:
        content = archive.read("content.xml").decode()
    assert "table:formula" not in content
    assert 'office:value-type="string"' in content


def test_signs_that_no_workbook_takes() -> None:
    table = Table("P", ["organisatie", "sector"], [["A\x0bB\x01", "bank"]])
    for write in (as_xlsx, as_ods):
        assert [each.name for each in read_partners(write(table)).rows] == ["A B"]
