"""What one reader sees of the budget tells nothing of what it may not know; and how it is drawn."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from funding.bars import bar_of
from funding.budget import FIRM, OFFERED, WAITS, Gift, Line, Need, line_of
from funding.overview import Budget, cells_seen
from funding.yearly import CATEGORIES

EURO = Decimal
YEARS = (2026, 2027)
money = st.integers(0, 500).map(EURO)


@st.composite
def gifts(draw: st.DrawFn) -> list[Gift]:
    """Up to twelve gifts of up to five organisations."""
    found = []
    for _number in range(draw(st.integers(0, 12))):
        amount = EURO(draw(st.integers(1, 500)))
        state = draw(st.sampled_from([FIRM, FIRM, WAITS, OFFERED]))
        delivered = EURO(draw(st.integers(0, int(amount)))) if state == FIRM else EURO(0)
        facts = (draw(st.sampled_from(YEARS)), draw(st.sampled_from(CATEGORIES)))
        who, is_cash = draw(st.integers(1, 5)), draw(st.booleans())
        found.append(Gift(*facts, who, is_cash, state, amount, delivered))
    return found


def lines_of(rows: list[Gift], carried: bool = False) -> dict[tuple[int, str], Line]:
    went = (EURO(7), EURO(0)) if carried else (EURO(0), EURO(0))
    return {
        (year, category): line_of(year, category, gifts=rows, need=Need(EURO(200)), carried=went)
        for year in YEARS
        for category in CATEGORIES
    }


@given(gifts(), st.sets(st.integers(1, 5)))
def test_a_sum_is_one_of_what_the_reader_sees_anyway(rows: list[Gift], known: set[int]) -> None:
    seen = [each for each in rows if each.organisation_id in known]
    for cell, found in cells_seen(lines_of(rows), rows, seen).items():
        if found.line is not None:
            assert found.line == line_of(*cell, gifts=seen, need=Need(EURO(200)))


@given(gifts(), st.sets(st.integers(1, 5)), st.integers(1, 400))
def test_other_hidden_amounts_change_only_a_word(
    rows: list[Gift], known: set[int], more: int
) -> None:
    """Nothing but “arranged” depends on what is hidden: no category, no sum of a year."""
    others = [
        each
        if each.organisation_id in known
        else replace(each, amount=each.amount + more, delivered=each.delivered)
        for each in rows
    ]
    seen = [each for each in rows if each.organisation_id in known]
    first, second = (
        Budget(cells_seen(lines_of(each), each, seen), seen) for each in (rows, others)
    )
    for cell, found in first.cells.items():
        assert (found.line, found.need) == (second.cells[cell].line, second.cells[cell].need)
    for year in YEARS:
        assert first.whole_year(year).line == second.whole_year(year).line


@given(gifts())
def test_what_was_carried_over_hides_every_sum(rows: list[Gift]) -> None:
    found = cells_seen(lines_of(rows, carried=True), rows, rows)
    assert all(each.line is None for each in found.values())


@given(st.tuples(money, money, money, money, money, money))
def test_a_bar_is_filled_once_and_offers_fill_nothing(drawn: tuple[Decimal, ...]) -> None:
    needed, cash, carried_in, carried_out, offered, delivered = drawn
    line = Line(
        2026,
        "events",
        Need(needed),
        cash=cash,
        delivered=min(cash, delivered),
        offered=offered,
        carried_in=carried_in,
        carried_out=min(carried_out, cash + carried_in),
    )
    bar = bar_of(line)
    if bar is None:
        assert not any([needed, line.available, offered])
        return
    amounts = {each.kind: each.amount for each in bar.pieces}
    sure = sum(amounts.get(kind, EURO(0)) for kind in ("arrived", "coming", "carried"))
    assert sure == line.available
    assert amounts.get("gap", 0) == line.gap
    assert amounts.get("unsure", 0) == offered
    assert bar.pieces[-1].end == "100.00%"
    assert all(each.amount > 0 for each in bar.pieces)
