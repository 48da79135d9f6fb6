"""Shares of an amount: to the cent, for whatever weights, caps, minimums and fixed shares."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from funding.shares import Key, Proposal, Sharer, Unshareable, payback, propose

CENT = Decimal("0.01")
AMOUNTS = st.integers(0, 50_000_000).map(lambda cents: Decimal(cents) / 100)
BENEFITS = st.fractions(0, 400_000, max_denominator=999)


@st.composite
def sharers(draw: st.DrawFn) -> list[Sharer]:
    """One to eight parties, some with a fixed share, some with a minimum."""
    small = st.integers(0, 500_000).map(lambda cents: Decimal(cents) / 100)
    return [
        Sharer(
            party=f"P{number}",
            benefit=draw(st.one_of(st.just(Fraction(0)), BENEFITS)),
            minimum=draw(st.one_of(st.just(Decimal(0)), small)),
            fixed=draw(st.one_of(st.none(), st.none(), small)),
        )
        for number in range(draw(st.integers(1, 8)))
    ]


def agreed(rows: list[Sharer]) -> Decimal:
    """What is certain before any key: fixed shares, and the minimums of the others."""
    return sum((each.minimum if each.fixed is None else each.fixed for each in rows), Decimal(0))


@given(total=AMOUNTS, rows=sharers(), key=st.sampled_from(Key))
def test_it_adds_up_to_the_cent(total: Decimal, rows: list[Sharer], key: Key) -> None:
    assume(agreed(rows) <= total)
    found = propose(total, rows, key)
    assert sum(found.shares.values()) + found.unshared == total
    assert found.unshared >= 0
    assert list(found.shares) == [each.party for each in rows]
    for each in rows:
        share = found.shares[each.party]
        assert share == share.quantize(CENT)
        if each.fixed is not None:
            assert share == each.fixed
            continue
        assert share >= each.minimum
        if key == Key.CAPPED:
            assert share <= max(each.minimum, Decimal(floor(each.benefit * 100)) / 100)


@given(total=AMOUNTS, rows=sharers(), key=st.sampled_from(Key))
def test_something_is_unshared_only_at_every_bound(
    total: Decimal, rows: list[Sharer], key: Key
) -> None:
    """Then everybody pays all that the key lets it pay."""
    assume(agreed(rows) <= total)
    found = propose(total, rows, key)
    if not found.unshared:
        return
    for each in rows:
        if each.fixed is None:
            gains = each.benefit > 0
            assert key != Key.EQUAL
            cap = Decimal(floor(each.benefit * 100)) / 100 if key == Key.CAPPED else Decimal(0)
            assert key == Key.CAPPED or not gains
            assert found.shares[each.party] == max(each.minimum, cap)


@given(total=AMOUNTS, rows=sharers(), key=st.sampled_from(Key))
def test_more_gain_is_never_a_smaller_share(total: Decimal, rows: list[Sharer], key: Key) -> None:
    plain = [Sharer(each.party, each.benefit) for each in rows]
    shares = propose(total, plain, key).shares
    for one in plain:
        for other in plain:
            if one.benefit >= other.benefit:
                assert shares[one.party] >= shares[other.party] - CENT


@given(total=AMOUNTS, rows=sharers())
def test_by_benefit_is_the_same_part_of_every_benefit(total: Decimal, rows: list[Sharer]) -> None:
    plain = [Sharer(each.party, each.benefit) for each in rows]
    together = sum((each.benefit for each in plain), Fraction(0))
    assume(together > 0)
    shares = propose(total, plain, Key.BENEFIT).shares
    for each in plain:
        exact = Fraction(total) * each.benefit / together
        assert abs(Fraction(shares[each.party]) - exact) < Fraction(1, 100)


@given(total=AMOUNTS, rows=sharers(), key=st.sampled_from(Key))
def test_what_was_agreed_is_more_than_there_is(
    total: Decimal, rows: list[Sharer], key: Key
) -> None:
    assume(agreed(rows) > total)
    with pytest.raises(Unshareable) as refused:
        propose(total, rows, key)
    assert refused.value.short == agreed(rows) - total


def test_the_cents_that_are_left_go_to_the_largest_remainders() -> None:
    """€ 100 over three: 33.33 and a third of a cent each; of equals the first gets the cent."""
    rows = [Sharer("A"), Sharer("B"), Sharer("C")]
    shares = propose(Decimal(100), rows, Key.EQUAL).shares
    assert shares == {"A": Decimal("33.34"), "B": Decimal("33.33"), "C": Decimal("33.33")}
    rows = [Sharer("A", Fraction(1)), Sharer("B", Fraction(2))]
    shares = propose(Decimal("0.04"), rows, Key.BENEFIT).shares  # 1.33 and 2.67 cents
    assert shares == {"A": Decimal("0.01"), "B": Decimal("0.03")}


def test_a_cap_moves_the_rest_to_who_gains_more() -> None:
    """Worked by hand: C stops at its fixed 10; 90 over A and B by 3 to 1, and B stops at 20."""
    rows = [
        Sharer("A", Fraction(300)),
        Sharer("B", Fraction(20)),
        Sharer("C", Fraction(50), fixed=Decimal(10)),
    ]
    assert propose(Decimal(100), rows, Key.CAPPED) == Proposal(
        {"A": Decimal("84.38"), "B": Decimal("5.62"), "C": Decimal(10)}, Decimal(0)
    )
    assert propose(Decimal(330), rows, Key.CAPPED) == Proposal(
        {"A": Decimal(300), "B": Decimal(20), "C": Decimal(10)}, Decimal(0)
    )
    assert propose(Decimal(400), rows, Key.CAPPED).unshared == Decimal(70)


def test_a_minimum_is_paid_by_who_gains_little() -> None:
    rows = [Sharer("A", Fraction(90)), Sharer("B", Fraction(10), minimum=Decimal(25))]
    shares = propose(Decimal(100), rows, Key.BENEFIT).shares
    assert shares == {"A": Decimal(75), "B": Decimal(25)}


@pytest.mark.parametrize(
    ("share", "benefits", "year"),
    [
        ("10", [0, 5, 5, 5], 2),
        ("10", [10], 0),
        ("0", [0, 0], 0),
        ("10", [5, 6, -3, 4], 3),
        ("10", [1, 1], None),
        ("1", [], None),
    ],
)
def test_payback(share: str, benefits: list[int], year: int | None) -> None:
    assert payback(Decimal(share), [Fraction(each) for each in benefits]) == year


def test_amounts_are_in_whole_cents() -> None:
    with pytest.raises(ValueError, match="whole cents"):
        propose(Decimal("0.005"), [Sharer("A")], Key.EQUAL)
