"""The files: what stands in them is what the package says, and only what is public."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners.models import Organisation
from schuldenlab.portal.opendata import FORMATS, TABLES, Column, Kind, Table
from schuldenlab.portal.opendata.files import as_csv, as_json
from tests.cast import ZONE

from .conftest import show_everything
from .reader import KOMPAS, NAMES, _cast, body, faults, fetch, package, read

if TYPE_CHECKING:
    from django.test import Client

    from tests.house.world import World


def address(table: str, form: str) -> str:
    return reverse("portal:open-data-file", args=[table, form])


def all_tables(client: Client) -> dict[str, tuple[dict[str, Any], list[dict[str, Any]]]]:
    resources = package(client)["resources"]
    return {each["name"]: (each["schema"], read(client, each)) for each in resources}


def test_every_file_is_as_its_own_schema_says(shown: World, client: Client) -> None:
    tables = all_tables(client)
    assert [fault for name in tables for fault in faults(name, tables)] == []
    assert [name for name, (_schema, rows) in tables.items() if not rows] == []


def test_csv_and_json_say_the_same(shown: World, client: Client) -> None:
    tables = all_tables(client)
    for name in NAMES:
        assert tables[name][1] == tables[f"{name}-json"][1], name


def test_empty_tables_are_files_with_a_header(hidden: World, client: Client) -> None:
    tables = all_tables(client)
    # An account is public by being published; all else waits for a mark.
    empty = [name for name in TABLES if not name.startswith("jaarverantwoording")]
    assert [name for name in empty if tables[name][1] or tables[f"{name}-json"][1]] == []
    assert len(tables) == 2 * len(TABLES)
    for name in empty:
        header = ";".join(each.name for each in TABLES[name].columns)
        assert fetch(client, address(name, "csv")) == f"\ufeff{header}\r\n".encode()
        assert json.loads(fetch(client, address(name, "json"))) == []


def test_a_kompas_that_is_not_shown_has_no_file(hidden: World, client: Client) -> None:
    for name in KOMPAS:
        assert client.get(address(name, "csv")).status_code == 404
    show_everything()
    for name in KOMPAS:
        assert client.get(address(name, "csv")).status_code == 200
        assert client.get(address(f"{name}0", "csv")).status_code == 404


def test_a_partner_that_is_not_marked_is_in_no_file(shown: World, client: Client) -> None:
    Organisation.objects.filter(name="Bank Noordzee").update(is_public=False)
    for name in NAMES:
        for form in FORMATS:
            assert b"Noordzee" not in fetch(client, address(name, form)), (name, form)
    Organisation.objects.filter(name="Bank Noordzee").update(is_public=True)
    assert b"Noordzee" in fetch(client, address("partners", "csv"))


def test_no_person_is_in_any_file(shown: World, client: Client) -> None:
    people = shown.cast.people.values()
    for name in NAMES:
        for form in FORMATS:
            said = fetch(client, address(name, form)).decode()
            assert [each.name for each in people if each.name in said] == [], (name, form)
            assert [each.email for each in people if each.email in said] == [], (name, form)


@pytest.mark.parametrize("url", ["niets.csv", "partners.xml", "partners.", "../data.csv"])
def test_what_is_not_there_is_not_found(shown: World, client: Client, url: str) -> None:
    assert client.get(f"/openbaar/data/{url}").status_code == 404


# -- how a cell is written ------------------------------------------------------------------------

AT = datetime(2026, 7, 1, 14, 30, tzinfo=ZONE)
TEXTS = [
    *("=1+1", "+31 70 123", "-", "@cmd", " =A1", "'=quoted", "''@", "\tTab", "gewoon", "'s avonds"),
    *("een; twee", 'zegt "ja"', "regel\nregel", "€ 5 – ✓", "ook\r\nzo"),
]


def of(kind: Kind, *values: Any) -> Table:
    """A table of one column with these values."""
    rows = [(value,) for value in values]
    column = Column("a", kind, "A", is_required=False)
    return Table("t", "T", "T.", (column,), (), lambda _at: rows, lambda _at: "")


def csv_cells(table: Table) -> list[str]:
    text = b"".join(as_csv(table, AT)).decode("utf-8-sig")
    return [
        row[0] if row else "" for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")
    ][1:]


def json_cells(table: Table) -> list[Any]:
    return [row["a"] for row in json.loads(b"".join(as_json(table, AT)))]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_come_back(text: str) -> None:
    (cell,) = csv_cells(of(Kind.TEXT, text))
    assert _cast(cell, {"type": "string"}) == text
    assert not cell.lstrip("'").lstrip().startswith(tuple("=+-@")) or cell.startswith("'")
    assert json_cells(of(Kind.TEXT, text)) == [text]


@pytest.mark.parametrize(
    ("value", "in_csv", "in_json"),
    [
        (Decimal("12.50"), "12,5", 12.5),
        (Decimal("-3.000"), "-3", -3),
        (Decimal(100), "100", 100),
        (Decimal("1E+3"), "1000", 1000),
        (7, "7", 7),
        (date(2026, 3, 4), "2026-03-04", "2026-03-04"),
        (AT, "2026-07-01T14:30:00+02:00", "2026-07-01T14:30:00+02:00"),
        (True, "true", True),
        (False, "false", False),
        (None, "", None),
        ("", "", None),
    ],
)
def test_other_values(value: Any, in_csv: str, in_json: Any) -> None:
    assert csv_cells(of(Kind.TEXT, value)) == [in_csv]
    assert json_cells(of(Kind.TEXT, value)) == [in_json]


@pytest.mark.parametrize("form", FORMATS)
def test_a_long_table_is_written_in_parts(form: str) -> None:
    """Nothing is kept of what was written: ten thousand rows come in twenty parts."""
    table = of(Kind.INTEGER, *range(10_000))
    parts = list(FORMATS[form][0](table, AT))
    assert len(parts) == 21
    cells = csv_cells(table) if form == "csv" else json_cells(table)
    assert [int(each) for each in cells] == list(range(10_000))


def test_files_are_handed_over_with_a_name(shown: World, client: Client) -> None:
    for form, (how, kind) in {
        "csv": ("attachment", "text/csv; charset=utf-8"),
        "json": ("inline", "application/json"),
    }.items():
        answer = client.get(address("partners", form))
        named = f'{how}; filename="schuldenlab070-partners.{form}"'
        assert (answer["Content-Disposition"], answer["Content-Type"]) == (named, kind)
        assert body(answer)
