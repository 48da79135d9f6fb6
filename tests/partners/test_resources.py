"""Reading partner files as people save them: which row, which cell, and what to do."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from partners.actions.imports.sheets import Contact, Sheet
from partners.resources import Unreadable, parse_date, read_file, read_partners

DATA = Path(__file__).parents[1] / "data"
HEADER = "organisatie;sector;website;lid_sinds;kvk;contact_naam;contact_email;rol;mag_tekenen"


@pytest.fixture(autouse=True)
def _in_english() -> object:
    with translation.override("en"):
        yield


def read(*lines: str, header: str = HEADER, encoding: str = "utf-8") -> Sheet:
    return read_partners("\r\n".join([header, *lines]).encode(encoding))


def problems(*lines: str, **kwargs: str) -> list[tuple[int, str, str]]:
    sheet = read(*lines, **kwargs)
    return [(each.line, each.column, each.message) for row in sheet.rows for each in row.problems]


def test_the_real_file() -> None:
    sheet = read_file(str(DATA / "partners_schuldenlab070.csv"))
    assert len(sheet.rows) == 17
    assert [row.line for row in sheet.rows] == list(range(2, 19))
    assert not [row for row in sheet.rows if row.problems]
    assert [row.name for row in sheet.rows if row.joined_on is None] == [
        "Aegon",
        "CAK",
        "Reclassering Nederland",
    ]
    first = sheet.rows[0]
    assert (first.name, first.sector, first.website, first.joined_on) == (
        "Gemeente Den Haag",
        "gemeente",
        "https://www.denhaag.nl",
        date(2016, 7, 7),
    )
    assert [(notice.line, "bron" in notice.message) for notice in sheet.notices] == [(1, True)]


def test_the_messy_file_names_each_cell() -> None:
    sheet = read_file(str(DATA / "partners_messy_cp1252.csv"))
    found = [(each.line, each.column) for row in sheet.rows for each in row.problems]
    assert found == [
        (4, "website"),
        (5, "sector"),
        (6, "lid_sinds"),
        (7, "organisatie"),
        (8, "contact_email"),
        (9, "organisatie"),
        (9, "website"),
        (9, "mag_tekenen"),
    ]
    assert sheet.rows[2].cells["contact_naam"] == "Ç. Öztürk"
    assert "Windows-1252" in sheet.notices[0].message


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_separators_encodings_and_line_ends(separator: str, encoding: str, end: str) -> None:
    text = end.join([f"Organisatie{separator} SECTOR ", f"Café Één{separator}Bank", ""])
    sheet = read_partners(text.encode(encoding))
    assert [(row.name, row.sector, row.line) for row in sheet.rows] == [("Café Één", "bank", 2)]


def test_lines_are_physical_lines() -> None:
    sheet = read('"Bank\r\nmet twee\r\nregels";bank', "", ";;;", "Fonds;fonds", "X;vis")
    assert [(row.line, row.name) for row in sheet.rows] == [
        (2, "Bank met twee regels"),
        (7, "Fonds"),
        (8, "X"),
    ]
    assert sheet.rows[2].problems[0].line == 8


def test_a_contact() -> None:
    sheet = read("A;bank;;;;Anna  Vos;Anna@A.Example;Directeur;JA", "B;bank;;;;;;;")
    assert sheet.rows[0].contact == Contact("Anna Vos", "anna@a.example", "director", True)
    assert sheet.rows[1].contact is None


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        (";bank", "organisatie", "Fill in the name"),
        ("- -;bank", "organisatie", "as a formula"),
        ("...;bank", "organisatie", "Fill in the name"),
        (f"{'x' * 121};bank", "organisatie", "at most 120"),
        ("A;", "sector", "one of these sectors: bank, verzekeraar"),
        ("A;woningcoop", "sector", "“woningcorporatie”"),
        ("A;bank;a.example", "website", "https://a.example"),
        ("A;bank;javascript:alert(1)", "website", "no web address"),
        ("A;bank;ftp://a.example", "website", "no web address"),
        ("A;bank;;2020-02-31", "lid_sinds", "does not exist"),
        ("A;bank;;31-2-2020", "lid_sinds", "does not exist"),
        ("A;bank;;7 juli 2016", "lid_sinds", "day-month-year"),
        ("A;bank;;1-1-0020", "lid_sinds", "too long ago"),
        ("A;bank;;٣-٣-٢٠٢٠", "lid_sinds", "day-month-year"),
        ("A;bank;;;1234567", "kvk", "eight digits"),
        ("A;bank;;;;Anna;", "contact_email", "Fill in the e-mail address"),
        ("A;bank;;;;;a@a.example", "contact_naam", "Fill in the name"),
        ("A;bank;;;;Anna;anna", "contact_email", "no e-mail address"),
        ("A;bank;;;;Anna;a@a.example;baas", "rol", "“bestuurder” or “contactpersoon”"),
        ("A;bank;;;;Anna;a@a.example;;misschien", "mag_tekenen", "“ja” or “nee”"),
        ('"=1+1";bank', "organisatie", "“=”"),
        ("A;bank;@cmd", "website", "“@”"),
        ("A;bank;;;;+Anna;a@a.example", "contact_naam", "“+”"),
        ("A;bank;;;;;;;;te veel", "", "more cells"),
    ],
)
def test_what_to_do(line: str, column: str, words: str) -> None:
    found = problems(line)
    assert [each[:2] for each in found] == [(2, column)]
    assert words in found[0][2]


def test_the_cell_is_repeated_as_it_stands() -> None:
    assert read("A;bank;a.example").rows[0].problems[0].value == "a.example"


def test_good_values_in_many_spellings() -> None:
    sheet = read(
        "A;Zorg / Welzijn;http://a.example;31-1-2020;12.34 56 78",
        "B;WONINGCORPORATIE;;2020-1-31",
        header=HEADER,
    )
    first, second = sheet.rows
    assert (first.sector, first.kvk_number) == ("zorg/welzijn", "12345678")
    assert first.joined_on == second.joined_on == date(2020, 1, 31)
    assert second.sector == "woningcorporatie"


def test_invisible_letters_are_not_kept() -> None:
    assert read("Bank\u200b Noord\u202e\ufeff;bank").rows[0].name == "Bank Noord"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"", 1, "empty"),
        (b" \r\n ", 1, "empty"),
        (b"organisatie;sector\r\nA;ba\x00nk", 2, "no CSV, XLSX or ODS file"),
        ("organisatie;sector\r\nA;bank".encode("utf-16"), 1, "no CSV, XLSX or ODS file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 2, "no CSV, XLSX or ODS file"),
        (b"organisatie;sector\r\nA\x81;bank\r\n", 2, "no CSV, XLSX or ODS file"),
        (b"naam;sector\r\nA;bank", 1, "“organisatie”"),
        (b"organisatie;soort\r\nA;bank", 1, "“sector”"),
        (b"organisatie;sector;sector\r\nA;bank;bank", 1, "twice"),
        (b"organisatie;sector\r\n\r\n;;\r\n", 2, "no row"),
        (b'organisatie;sector\r\nA;bank\r\n"B;bank\r\nC;bank', 3, "quotation mark"),
    ],
)
def test_unreadable(data: bytes, line: int, words: str) -> None:
    with pytest.raises(Unreadable, match=words) as caught:
        read_partners(data)
    assert caught.value.line == line
    assert str(caught.value).startswith(f"Line {line}: ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"nowhere\.csv: No such file"):
        read_file(str(tmp_path / "nowhere.csv"))
    with pytest.raises(Unreadable, match="directory"):
        read_file(str(tmp_path))


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_sentence(data: bytes) -> None:
    for content in (data, b"organisatie;sector\r\n" + data):
        with suppress(Unreadable):
            assert read_partners(content).rows


@given(st.text(max_size=300))
def test_any_text_under_the_header_gives_rows_or_a_sentence(text: str) -> None:
    try:
        sheet = read_partners(f"{HEADER}\n{text}".encode("utf-8", errors="replace"))
    except Unreadable:
        return
    lines = [row.line for row in sheet.rows]
    assert lines == sorted(set(lines))
    assert lines[0] >= 2


@given(st.dates(min_value=date(1800, 1, 1)))
def test_dates_come_back_from_both_spellings(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day}-{day.month}-{day.year:04}") == day
