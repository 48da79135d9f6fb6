"""The tube draws what a reader sees, all of it, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from funding.cover import Pledged, Terms
from funding.sight import Amount, view
from funding.thermometer import Part, Segment, parts_to_draw, segments, whole_of
from tests.funding.test_sight import worlds

EURO = Decimal
NEED = Terms(EURO(180_000), EURO(90_000), 2)


def row(key: int, amount: int, *, is_cash: bool = True, is_seen: bool = True) -> Amount:
    return Amount(key, Pledged(key, is_cash, EURO(amount), "firm"), is_seen)


def test_the_tube_of_the_design() -> None:
    rows = [row(1, 50_000), row(2, 25_000), row(4, 20_000, is_cash=False)]
    seen = [
        Part("cash", EURO(50_000), "A"),
        Part("cash", EURO(25_000), "B"),
        Part("in_kind", EURO(20_000), "D"),
    ]
    drawn = segments(parts_to_draw(view(NEED, rows, set()), seen), NEED.total)
    assert drawn[0] == Segment("cash", "A", "0.00%", "27.78%", "13.89%", "27.78%")
    assert [(each.letter, each.x, each.width) for each in drawn[1:]] == [
        ("B", "27.78%", "13.89%"),
        ("D", "41.67%", "11.11%"),
    ]


def test_hidden_amounts_are_one_part_without_a_letter() -> None:
    rows = [row(1, 10, is_seen=True), *(row(key, 20, is_seen=False) for key in (2, 3, 4))]
    shown = view(Terms(EURO(100), EURO(0), 2), rows, {1})
    assert parts_to_draw(shown, [Part("cash", EURO(10), "A")]) == [
        Part("cash", EURO(10), "A"),
        Part("cash", EURO(60)),
    ]


def test_who_sees_no_sum_gets_no_drawing() -> None:
    rows = [row(1, 10), row(2, 20, is_seen=False)]
    assert parts_to_draw(view(NEED, rows, {1}), [Part("cash", EURO(10), "A")]) == []


@pytest.mark.parametrize(("amount", "letter"), [(3, ""), (4, "A")])
def test_a_small_part_has_no_letter(amount: int, letter: str) -> None:
    assert segments([Part("cash", EURO(amount), "A")], EURO(100))[0].letter == letter


@given(worlds())
def test_what_is_drawn_adds_up(world: tuple[Terms, list[Amount], set[int]]) -> None:
    terms, rows, own = world
    shown = view(terms, rows, own)
    seen = [
        Part(
            ("cash" if each.pledged.is_cash else "in_kind")
            if each.pledged.counts
            else "conditional",
            each.pledged.value,
            "X",
        )
        for each in rows
        if each.is_seen
        and (each.pledged.counts or (each.pledged.status == "firm" and each.pledged.waits))
    ]
    parts = parts_to_draw(shown, seen)
    drawn = sum((each.value for each in parts), EURO(0))
    if shown.firm is None:
        assert parts == []
    else:
        assert drawn == shown.firm + (shown.conditional or EURO(0))
        assert whole_of(shown, parts) == max(terms.total, drawn)
