"""For each reader: what is shown never tells how much one other organisation gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from funding.cover import Pledged, Terms
from funding.sight import Amount, View, said_to_all, view

EURO = Decimal
CENT = Decimal("0.01")
NEED = Terms(EURO(180_000), EURO(90_000), 2)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Terms, list[Amount], set[int]]:
    """Pledges of up to six organisations, a reader, and what it may see."""
    own = set(draw(st.lists(st.integers(1, 6), max_size=1)))
    opened = set(draw(st.lists(st.integers(1, 6), max_size=2)))
    rows = []
    for key in range(draw(st.integers(0, 9))):
        who, is_cash = draw(st.integers(1, 6)), draw(st.booleans())
        amount = EURO(draw(st.integers(100, 9_000)))
        status = draw(st.sampled_from(["firm", "firm", "firm", "offered", "withdrawn"]))
        part = draw(st.sampled_from([EURO(0), EURO(50)])) if status == "withdrawn" else EURO(0)
        waits = draw(st.booleans()) and draw(st.booleans())
        pledged = Pledged(who, is_cash, amount, status, waits, part)
        rows.append(Amount(key, pledged, who in own | opened))
    total = EURO(draw(st.integers(500, 20_000)))
    return Terms(total, draw(st.sampled_from([EURO(0), total / 2])), 2), rows, own


def more(row: Amount, by: Decimal) -> Amount:
    """The same pledge of a little more or less."""
    pledged = row.pledged
    if pledged.status == "withdrawn":
        return replace(row, pledged=replace(pledged, delivered=pledged.delivered + by))
    return replace(row, pledged=replace(pledged, amount=(pledged.amount or EURO(0)) + by))


def changed(rows: list[Amount], shifts: dict[int, Decimal]) -> list[Amount]:
    return [more(each, shifts[each.key]) if each.key in shifts else each for each in rows]


def could_be_otherwise(terms: Terms, rows: list[Amount], own: set[int], row: Amount) -> bool:
    """Whether the reader would see the very same if this pledge were of another amount."""
    shown = view(terms, rows, own)
    others = [each for each in rows if not each.is_seen and each.key != row.key]
    shifts: list[dict[int, Decimal]] = [{row.key: CENT}, {row.key: -CENT}]
    for other in others:
        if other.pledged.organisation_id != row.pledged.organisation_id:
            shifts += [{row.key: CENT, other.key: -CENT}, {row.key: -CENT, other.key: CENT}]
    return any(view(terms, changed(rows, each), own) == shown for each in shifts)


@given(worlds())
def test_nobody_derives_a_hidden_amount(world: tuple[Terms, list[Amount], set[int]]) -> None:
    terms, rows, own = world
    hidden = [each for each in rows if not each.is_seen and each.pledged.value]
    assume(hidden)
    for row in hidden:
        assert could_be_otherwise(terms, rows, own, row)


@given(worlds())
def test_no_hidden_amount_is_shown_itself(world: tuple[Terms, list[Amount], set[int]]) -> None:
    terms, rows, own = world
    assert set(view(terms, rows, own).amounts) == {each.key for each in rows if each.is_seen}


@given(worlds())
def test_what_is_said_to_all_may_be_shown_to_each(
    world: tuple[Terms, list[Amount], set[int]],
) -> None:
    """A funder who reads it cannot take its own amount off and keep one other's."""
    terms, rows, _own = world
    said = said_to_all(terms, rows)
    assume(said is not None)
    for reader in {each.pledged.organisation_id for each in rows}:
        seen = [
            replace(each, is_seen=each.is_seen or each.pledged.organisation_id == reader)
            for each in rows
        ]
        assert view(terms, seen, {reader}).firm == said


def test_who_may_see_all_sees_all() -> None:
    rows = [Amount(1, Pledged(1, True, EURO(5), "firm"), True)]
    rows += [Amount(2, Pledged(2, False, EURO(6), "offered"), True)]
    shown = view(NEED, rows, set())
    assert (shown.firm, shown.cash, shown.in_kind, shown.offered) == (5, 5, 0, 6)
    assert (shown.missing, shown.beyond) == (EURO(179_995), EURO(0))


def funders(*given: tuple[int, bool, int, bool]) -> list[Amount]:
    return [
        Amount(key, Pledged(who, is_cash, EURO(amount), "firm"), is_seen)
        for key, (who, is_cash, amount, is_seen) in enumerate(given)
    ]


@pytest.mark.parametrize(
    ("rows", "own", "firm"),
    [
        (funders((1, True, 5, False)), set(), None),
        (funders((1, True, 5, False), (2, True, 5, False)), set(), None),
        (funders((1, True, 5, False), (2, True, 5, False), (3, True, 5, False)), set(), 15),
        # one's own does not make up the number
        (funders((1, True, 5, True), (2, True, 5, False), (3, True, 5, False)), {1}, None),
        # two that are open leave one to subtract
        (funders((1, True, 5, True), (2, True, 5, True), (3, True, 5, False)), set(), None),
        (funders((1, True, 5, True), (2, True, 5, False), (3, True, 5, False)), set(), 15),
    ],
)
def test_three_besides_the_reader(rows: list[Amount], own: set[int], firm: int | None) -> None:
    assert view(NEED, rows, own).firm == firm


STORY = funders(
    *((1, True, 50_000, True), (2, True, 25_000, False), (3, True, 15_000, False)),
    *((3, False, 10_000, False), (4, False, 20_000, False)),
)


def test_the_story_says_its_sum_to_all() -> None:
    """€ 120.000 of € 180.000; not how much of it is in kind, for that is two organisations'."""
    assert said_to_all(NEED, STORY) == EURO(120_000)
    shown = view(NEED, STORY, set())
    assert (shown.firm, shown.cash, shown.in_kind) == (EURO(120_000), None, None)


def test_only_a_word_when_a_funder_could_subtract() -> None:
    rows = funders((1, True, 5, False), (2, True, 5, False), (3, True, 5, False))
    assert view(NEED, rows, set()).firm == 15
    assert said_to_all(NEED, rows) is None


def test_the_order_of_pledges_tells_nothing() -> None:
    def sums(rows: Any) -> tuple[Any, ...]:
        said: View = view(NEED, rows, set())
        return said.firm, said.cash, said.in_kind, said.is_arranged

    assert len({sums(each) for each in permutations(STORY)}) == 1
