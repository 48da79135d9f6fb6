"""Meetings that wait for the kernteam: a date, who was there, minutes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from tests.events.records import at, held, schedule, slots

from .waiting import waiting

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def test_a_date_is_asked_a_month_before_the_last_day_to_plan(cast: Cast) -> None:
    first, second = slots(cast)  # ten working days before 29 May and 10 December
    held(cast, first, at(2026, 4, 16))
    assert waiting(at(2026, 10, 26), "meeting-date") == []
    [due] = waiting(at(2026, 10, 27), "meeting-date")
    assert due.url == reverse("events:meeting-schedule", args=[second.pk])
    assert (due.title, due.due_on) == ("Choose a date for Network 2 (2026)", date(2026, 11, 26))
    assert "26\N{NO-BREAK SPACE}November" in due.text
    assert due.measure == "network_meetings"
    [later] = waiting(at(2026, 11, 27), "meeting-date")
    assert (later.key, later.url) == (due.key, due.url)
    assert later.due_on is not None
    assert later.due_on > date(2026, 11, 27), "there still is a day for the year itself"


def test_a_meeting_that_has_been_asks_who_was_there(cast: Cast) -> None:
    first, second = slots(cast)
    schedule(first, at(2026, 4, 16), at(2026, 1, 3))
    schedule(second, at(2026, 11, 12), at(2026, 1, 3))
    assert waiting(at(2026, 4, 16, "13:59"), "meeting-hold") == []
    [due] = waiting(at(2026, 4, 16, "14:00"), "meeting-hold")
    assert due.url == reverse("events:meeting-hold", args=[first.pk])
    assert due.due_on == date(2026, 4, 17)


def test_of_those_that_are_too_late_only_as_many_as_are_owed(cast: Cast) -> None:
    """Twelve slots, of which the framework asks four."""
    slots(cast, duty="leaders", per_year=12, windows=[])
    dues = waiting(at(2026, 12, 1), "meeting-date")
    this_year = [due for due in dues if "(2026)" in due.title]
    assert len(this_year) == 4
