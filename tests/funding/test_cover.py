"""The arithmetic of "arranged", against a slow count in whole cents and by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from funding.cover import Cover, Pledged, Terms, cover

EURO = Decimal
amounts = st.integers(1, 20_000_000).map(lambda cents: Decimal(cents) / 100)


@st.composite
def pledges(draw: st.DrawFn) -> Pledged:
    is_cash = draw(st.booleans())
    amount = draw(amounts if is_cash else st.none() | amounts)
    return Pledged(
        organisation_id=draw(st.integers(1, 4)),
        is_cash=is_cash,
        amount=amount,
        status=draw(st.sampled_from(["offered", "firm", "withdrawn"])),
        waits=draw(st.booleans()),
        delivered=min(draw(st.just(EURO(0)) | amounts), amount or EURO(0)),
    )


@st.composite
def terms(draw: st.DrawFn) -> Terms:
    total = draw(amounts)
    return Terms(total, min(draw(st.just(EURO(0)) | amounts), total), draw(st.integers(1, 4)))


def cents(amount: Decimal | None) -> int:
    """Whole cents; fails where an amount is not exact."""
    whole = (amount or EURO(0)) * 100
    assert whole == int(whole)
    return int(whole)


def slow_count(terms: Terms, rows: list[Pledged]) -> dict[str, Any]:
    """The same, cent by cent and one pledge after the other."""
    cash = in_kind = conditional = offered = 0
    who = []
    for each in rows:
        if each.status == "offered":
            offered += cents(each.amount)
        if each.status == "firm" and each.waits:
            conditional += cents(each.amount)
        if each.status == "firm" and not each.waits:
            who += [each.organisation_id]
            if each.is_cash:
                cash += cents(each.amount)
            else:
                in_kind += cents(each.amount)
        if each.status == "withdrawn" and each.delivered:
            who += [each.organisation_id]
            if each.is_cash:
                cash += cents(each.delivered)
            else:
                in_kind += cents(each.delivered)
    enough = cash >= cents(terms.cash_minimum) and cash + in_kind >= cents(terms.total)
    return {
        "cash": cash,
        "in_kind": in_kind,
        "conditional": conditional,
        "offered": offered,
        "organisations": len(dict.fromkeys(who)),
        "is_arranged": enough and len(dict.fromkeys(who)) >= terms.funders_min,
    }


def in_cents(said: Cover) -> dict[str, Any]:
    sums = {name: cents(getattr(said, name)) for name in ("cash", "in_kind")}
    sums |= {name: cents(getattr(said, name)) for name in ("conditional", "offered")}
    return {**sums, "organisations": said.organisations, "is_arranged": said.is_arranged}


@given(terms(), st.lists(pledges(), max_size=8))
def test_it_is_the_slow_count(needed: Terms, rows: list[Pledged]) -> None:
    assert in_cents(cover(needed, rows)) == slow_count(needed, rows)


@given(terms(), st.lists(pledges(), max_size=8))
def test_what_is_missing_and_what_is_beyond(needed: Terms, rows: list[Pledged]) -> None:
    said = cover(needed, rows)
    assert said.firm + said.missing - said.beyond == needed.total
    assert not (said.missing and said.beyond)
    assert said.is_arranged == (
        said.missing == 0 and said.missing_cash == 0 and said.missing_organisations == 0
    )


@given(terms(), st.lists(pledges(), max_size=6), st.randoms())
def test_the_order_does_not_matter(needed: Terms, rows: list[Pledged], random: Any) -> None:
    shuffled = random.sample(rows, len(rows))
    assert cover(needed, rows) == cover(needed, shuffled)


@given(terms(), st.lists(pledges(), max_size=6), pledges())
def test_one_more_pledge_never_takes_away(
    needed: Terms, rows: list[Pledged], another: Pledged
) -> None:
    before, after = cover(needed, rows), cover(needed, [*rows, another])
    assert after.missing <= before.missing
    assert after.is_arranged or not before.is_arranged


NEED = Terms(EURO(180_000), EURO(100_000), 2)


def cash(who: int, amount: int, status: str = "firm", **facts: Any) -> Pledged:
    return Pledged(who, True, EURO(amount), status, **facts)


def in_kind(who: int, amount: int | None, status: str = "firm", **facts: Any) -> Pledged:
    return Pledged(who, False, None if amount is None else EURO(amount), status, **facts)


@pytest.mark.parametrize(
    ("rows", "is_arranged"),
    [
        ([], False),
        ([cash(1, 100_000), in_kind(2, 80_000)], True),
        ([cash(1, 99_999), in_kind(2, 80_001)], False),  # too little cash
        ([cash(1, 100_000), in_kind(2, 79_999)], False),  # too little in all
        ([cash(1, 180_000)], False),  # one organisation
        ([cash(1, 90_000), cash(1, 90_000)], False),  # still one
        ([cash(1, 180_000), in_kind(2, None)], True),  # not valued, but it takes part
        ([cash(1, 100_000), in_kind(2, None)], False),
        ([cash(1, 100_000), cash(2, 80_000, waits=True)], False),
        ([cash(1, 100_000), cash(2, 80_000, "offered")], False),
        ([cash(1, 100_000), cash(2, 80_000, "withdrawn")], False),
        ([cash(1, 100_000), cash(2, 90_000, "withdrawn", delivered=EURO(80_000))], True),
        ([cash(1, 200_000), cash(2, 1)], True),
    ],
)
def test_by_hand(rows: list[Pledged], is_arranged: bool) -> None:
    assert cover(NEED, rows).is_arranged is is_arranged


def test_the_story_of_the_demo() -> None:
    """€ 120.000 of € 180.000: 90 in cash, 30 in kind, and 25 on a condition."""
    rows = [cash(1, 50_000), cash(2, 25_000), cash(3, 15_000), in_kind(3, 10_000)]
    rows += [in_kind(4, 20_000), cash(5, 25_000, waits=True)]
    said = cover(NEED, rows)
    assert (said.cash, said.in_kind, said.firm) == (EURO(90_000), EURO(30_000), EURO(120_000))
    assert (said.missing, said.missing_cash) == (EURO(60_000), EURO(10_000))
    assert (said.conditional, said.beyond, said.organisations) == (EURO(25_000), EURO(0), 4)


def test_cents_add_up_exactly() -> None:
    rows = [Pledged(who, True, Decimal("0.10"), "firm") for who in (1, 2, 3)]
    assert cover(Terms(Decimal("0.30"), Decimal("0.30"), 3), rows).is_arranged
