"""Whether a change is crucial, by the numbers of the framework: worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.crucial import Facts, Limits, Reason, moves_budget, reasons

USUAL = Limits(share=10, amount=Decimal(25_000))
EUROS = st.decimals(0, 10_000_000, places=2)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ()),
        ({"drops_theme": True}, (Reason.THEME_DROPPED,)),
        ({"withdraws_firm_pledge": True}, (Reason.PLEDGE_WITHDRAWN,)),
        ({"leaves_seat": True}, (Reason.SEAT_LEFT,)),
        ({"leaves_firm_pledge": True}, (Reason.FUNDER_LEFT,)),
        (
            {"drops_theme": True, "leaves_seat": True},
            (Reason.THEME_DROPPED, Reason.SEAT_LEFT),
        ),
    ],
)
def test_every_reason_of_the_framework(facts: dict[str, Any], expected: tuple[Reason, ...]) -> None:
    assert reasons(Facts(**facts), USUAL) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # more than 10 % and more than 25.000, both: exactly on the line is not over it
        (100_000, 74_999, True),
        (100_000, 75_000, False),
        (300_000, 269_999, True),  # 30.001 is 10,0003 %
        (300_000, 270_000, False),  # 30.000 is exactly 10 %
        (1_000_000, 950_000, False),  # 50.000 is 5 %
        (50_000, 76_000, True),  # more is a change as well
        (10_000, 0, False),  # all of it, but a small amount
        (0, 25_001, True),  # from nothing there is no share
        (0, 25_000, False),
    ],
)
def test_a_category_moves(before: int, after: int, *, expected: bool) -> None:
    facts = Facts(budget_before=Decimal(before), budget_after=Decimal(after))
    assert moves_budget(facts, USUAL) is expected


def test_cents_count() -> None:
    facts = Facts(budget_before=Decimal("100000.00"), budget_after=Decimal("74999.99"))
    assert moves_budget(facts, USUAL)


@given(before=EUROS, after=EUROS)
def test_without_a_change_of_both_nothing_is_crucial(before: Decimal, after: Decimal) -> None:
    """Independent of the direction in which money moves less than either limit."""
    facts = Facts(budget_before=before, budget_after=after)
    small = abs(after - before) <= 25_000 or abs(after - before) <= before / 10
    assert moves_budget(facts, USUAL) is not small


@given(before=EUROS, after=EUROS, more=st.decimals(0, 1_000, places=2))
def test_moving_further_is_never_less_crucial(
    before: Decimal, after: Decimal, more: Decimal
) -> None:
    further = after + more if after >= before else max(Decimal(0), after - more)
    first, second = (Facts(budget_before=before, budget_after=each) for each in (after, further))
    assert moves_budget(first, USUAL) <= moves_budget(second, USUAL)


def test_another_framework_has_other_numbers() -> None:
    facts = Facts(budget_before=Decimal(100_000), budget_after=Decimal(85_000))
    assert not moves_budget(facts, USUAL)
    assert moves_budget(facts, Limits(share=10, amount=Decimal(10_000)))
    assert not moves_budget(facts, Limits(share=20, amount=Decimal(10_000)))
