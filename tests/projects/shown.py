"""What the sheet of the result shows, compared with what we count."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from projects.businesscase import Level, exactly
from projects.businesscase.workbook import ENGLISH, Played, book_of
from projects.businesscase.workbook import layout as at

if TYPE_CHECKING:
    from projects.businesscase import Case
    from projects.businesscase.workbook.cells import Sheet

CENT = Decimal("0.01")
Ask = "Callable[[str, int, int], Any]"
TRIED = [
    *((level, "1", "0") for level in Level),
    ("mid", "0.8", "0.1"),
    ("low", "1.2", "0.2"),
]


def tried(case: Case, level: str, effect: str, added: str) -> tuple[Played, list[Sheet]]:
    """The sheets after somebody chose a scenario in them, and what they should count."""
    book = book_of(case, ENGLISH)
    book[0].put(at.SCENARIO, at.VALUE, ENGLISH.of_code(level))
    book[0].put(at.FACTOR, at.VALUE, Decimal(effect))
    book[0].put(at.ADDED, at.VALUE, Decimal(added))
    return Played(case, Level(level), Decimal(effect), Decimal(added)), book


def cents(value: Any) -> Decimal:
    """Rounded to cents."""
    number = Decimal(exactly(value)) if isinstance(value, Fraction) else Decimal(repr(float(value)))
    return number.quantize(CENT) + 0


def compare(played: Played, ask: Ask) -> None:
    """The same cents for every party and the total; `ask` gives a cell of the result."""
    result = played.result()
    parties = list(result.parties.items())
    row = at.FIRST_RESULT
    for row, (name, party) in enumerate(parties, start=at.FIRST_RESULT):
        assert ask("result", row, 2) == name
        shown = [cents(ask("result", row, column)) for column in range(3, 7)]
        counted = [party.pv_costs, party.pv_benefits, party.transfers, party.balance]
        assert shown == [cents(each) for each in counted], name
        for column, share in ((7, party.share_benefits), (8, party.share_costs)):
            cell = ask("result", row, column)
            assert (share is None and cell in {"", None}) or abs(cell - float(share)) < 1e-9
    total = row + 1 + at.SPARE_PARTIES
    shown = [cents(ask("result", *where)) for where in ((total, 3), (total, 4), (total + 1, 2))]
    assert shown == [cents(each) for each in (result.pv_costs, result.pv_benefits, result.npv)]
    assert (
        ask("result", total + 2, 2) in {"", None}
        or abs(ask("result", total + 2, 2) - float(result.ratio or 0)) < 1e-9
    )
    assert (ask("result", total + 2, 2) in {"", None}) == (result.ratio is None)
    assert ask("result", total + 3, 2) in {result.payback, "" if result.payback is None else -1}
    assert ask("result", total + 4, 2) == ENGLISH["check_good"]
