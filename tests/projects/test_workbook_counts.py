"""The formulas of the exported sheet, counted by an evaluator that is not ours: the same cents."""

from __future__ import annotations

import importlib
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from projects.businesscase.workbook import ENGLISH, as_xlsx, book_of
from projects.businesscase.workbook import layout as at
from projects.businesscase.workbook.cells import spot
from tests.projects.cases import whole_case
from tests.projects.shown import TRIED, compare, tried

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The whole workbook as a graph of formulas."""
    path: Path = tmp_path_factory.mktemp("sheet") / "case.xlsx"
    path.write_bytes(as_xlsx(book_of(whole_case(), ENGLISH)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own source makes Python doubt
        formulas = importlib.import_module("formulas")
        return formulas.ExcelModel().loads(str(path)).finish()


def name(sheet: str, row: int, column: int) -> str:
    return f"'[case.xlsx]{ENGLISH[sheet].upper()}'!{spot(row, column)}"


@pytest.mark.parametrize(("level", "effect", "added"), TRIED)
def test_an_evaluator_finds_the_same_cents(model: Any, level: str, effect: str, added: str) -> None:
    played, _book = tried(whole_case(), level, effect, added)
    given = {
        at.SCENARIO: ENGLISH.of_code(level),
        at.FACTOR: float(effect),
        at.ADDED: float(added),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        inputs = {name("assumptions", row, at.VALUE): value for row, value in given.items()}
        found = model.calculate(inputs=inputs)

    def ask(sheet: str, row: int, column: int) -> Any:
        return found[name(sheet, row, column)].value[0, 0]

    compare(played, ask)
    listed = at.FIRST_RESULT + len(played.case.parties) + at.SPARE_PARTIES + 13
    assert (ask("result", listed, 1), ask("result", listed, 2)) == ("Inwoners", "Rust")
    assert ask("result", 4, 1) == ENGLISH["indicative"]
