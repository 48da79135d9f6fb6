"""LibreOffice opens the exported sheets and counts: the same cents, and the same case after."""

from __future__ import annotations

import dataclasses
import subprocess
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from projects.businesscase import Case, Kind, Line
from projects.businesscase.workbook import ENGLISH, as_ods, as_xlsx, read_workbook
from tests.plugins.tools import SOFFICE
from tests.projects.cases import expected, whole_case
from tests.projects.shown import TRIED, compare, tried

if TYPE_CHECKING:
    from pathlib import Path

    from projects.businesscase.workbook import Played

pytestmark = pytest.mark.office


def saved_by_office(folder: Path, kind: str, *files: Path) -> None:
    """Open, count and save these files, as somebody would."""
    subprocess.run(
        [
            *(str(SOFFICE), "--headless", f"-env:UserInstallation=file://{folder}/profile"),
            *("--convert-to", kind, "--outdir", str(folder / kind), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


def others() -> list[Case]:
    """Cases at the edge: nothing to divide by, nothing paid back, nothing at all."""
    gain = Line("a", Kind.BENEFIT, expected("10", "10"))
    loss = Line("b", Kind.COST, expected("5", "100"))
    bare = Case((gain,), ("a", "b"), Decimal(4), 2026, 2026, 3)
    return [bare, dataclasses.replace(bare, lines=(gain, loss)), Case((), ("a",), *bare_facts())]


def bare_facts() -> tuple[Decimal, int, int, int]:
    return Decimal(0), 2026, 2026, 1


def test_libreoffice_finds_the_same_cents_and_keeps_the_case(tmp_path: Path) -> None:
    expectations: dict[str, Played] = {}
    usual = [(whole_case(), *each) for each in TRIED]
    for number, (case, *chosen) in enumerate(
        [*usual, *((case, "mid", "1", "0") for case in others())]
    ):
        played, book = tried(case, *chosen)
        for kind, write in (("xlsx", as_xlsx), ("ods", as_ods)):
            (tmp_path / f"{kind}{number}.{kind}").write_bytes(write(book))
            expectations[f"{kind}{number}"] = played
    files = sorted(tmp_path.glob("*.*s*"))
    assert len(files) == 2 * (len(TRIED) + 3)
    saved_by_office(tmp_path, "xlsx", *files)
    for stem, played in expectations.items():
        book = load_workbook(tmp_path / "xlsx" / f"{stem}.xlsx", data_only=True)

        def ask(sheet: str, row: int, column: int, book: Any = book) -> Any:
            return book[ENGLISH[sheet]].cell(row, column).value

        compare(played, ask)
        again = read_workbook((tmp_path / "xlsx" / f"{stem}.xlsx").read_bytes())
        assert again == played
    saved_by_office(tmp_path, "ods", tmp_path / "xlsx0.xlsx", tmp_path / "ods4.ods")
    for stem in ("xlsx0", "ods4"):
        again = read_workbook((tmp_path / "ods" / f"{stem}.ods").read_bytes())
        assert again == expectations[stem]
