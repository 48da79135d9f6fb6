"""Quarters of a year: which one a report is about, and when it must be there.

A report over a quarter is due on the last working day of the month after it. Until a quarter is
over its report may come early; once the next quarter is over, only that one is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from events.workdays import add_working_days

MONTHS = 3
FOUR = 4


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months: number 1 to 4 of a year. Earlier quarters are smaller."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @classmethod
    def asked_on(cls, day: date) -> Quarter:
        """The quarter over which reports are asked on a day: the last one that is over."""
        return cls.of(day).step(-1)

    @classmethod
    def expected_on(cls, day: date) -> Quarter:
        """The last quarter of which the report must be there on a day."""
        found = cls.asked_on(day)
        return found if found.due_on <= day else found.step(-1)

    def step(self, count: int) -> Quarter:
        """So many quarters later; earlier when negative."""
        place = self.year * FOUR + self.number - 1 + count
        return Quarter(place // FOUR, place % FOUR + 1)

    @property
    def first_on(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def last_on(self) -> date:
        """Its last day."""
        return self.step(1).first_on - timedelta(days=1)

    @property
    def due_on(self) -> date:
        """The last working day of the month after it."""
        begins = self.step(1).first_on
        next_month = date(begins.year, begins.month + 1, 1)
        return add_working_days(next_month, -1)


def last_quarters(day: date, count: int) -> list[Quarter]:
    """The quarter of this day and those before it, the oldest first."""
    now = Quarter.of(day)
    return [now.step(-back) for back in range(count - 1, -1, -1)]
