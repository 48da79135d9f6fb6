"""The last year of a framework, as pure dates."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.renewal import contribution_years, days_left, next_period, renewal_starts

END = date(2026, 12, 31)


def test_the_last_year() -> None:
    assert renewal_starts(END) == date(2025, 12, 31)
    assert renewal_starts(date(2028, 2, 29)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "left"), [(date(2026, 9, 23), 99), (END, 0), (date(2027, 1, 1), -1)]
)
def test_days_left(day: date, left: int) -> None:
    assert days_left(END, day) == left


def test_the_next_period_is_as_long() -> None:
    assert next_period(date(2020, 1, 1), date(2024, 12, 31)) == (
        date(2025, 1, 1),
        date(2029, 12, 31),
    )
    assert next_period(date(2023, 3, 1), date(2024, 2, 29)) == (
        date(2024, 3, 1),
        date(2026, 2, 28),
    )


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 4000))
def test_the_next_period_begins_the_day_after(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    begins, ends = next_period(first, last)
    assert (begins - last).days == 1
    assert ends > begins


def test_years_with_and_without_a_contribution() -> None:
    found = contribution_years([(2025, 2026), (None, None), (2028, 2028)], 2026, 2029)
    assert [(row.year, row.is_agreed) for row in found] == [
        (2026, True),
        (2027, False),
        (2028, True),
        (2029, False),
    ]
    assert contribution_years([], 2027, 2026) == ()


def test_a_year_without_a_pledge_is_a_gap_whatever_was_agreed() -> None:
    found = contribution_years([(2025, 2026)], 2025, 2027, {2025: Decimal(300), 2027: Decimal(5)})
    assert [(row.year, row.pledged, row.is_gap) for row in found] == [
        (2025, 300, False),
        (2026, 0, True),
        (2027, 5, False),
    ]
