"""Meetings that wait for the kernteam, on the staff desk."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from schuldenlab.portal.desk import desk_groups
from tests.events.records import at, held, schedule, slots

if TYPE_CHECKING:
    from schuldenlab.web.ports import DeskAction
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def waiting(cast: Cast, moment: datetime) -> list[DeskAction]:
    cast.manager.moment = moment
    *acts, agreed, every, letters = {each.title: each.items for each in desk_groups(cast.manager)}[
        "Meetings"
    ]
    assert agreed.url == reverse("events:action-list")
    assert every.url == reverse("events:year", args=[moment.year])
    assert letters.url == reverse("events:circular-list")
    return acts


def test_a_date_is_asked_a_month_before_the_last_day_to_plan(cast: Cast) -> None:
    first, second = slots(cast)  # ten working days before 29 May and 10 December
    held(cast, first, at(2026, 4, 16))
    assert waiting(cast, at(2026, 10, 26)) == []
    [act] = waiting(cast, at(2026, 10, 27))
    assert act.url == reverse("events:meeting-schedule", args=[second.pk])
    assert (act.label, act.badge) == ("Choose a date for Network 2 (2026)", "No date yet")
    assert "26\N{NO-BREAK SPACE}November" in act.text
    [late] = waiting(cast, at(2026, 11, 27))
    assert (late.badge, late.url) == ("Urgent", act.url)


def test_a_meeting_that_has_been_asks_who_was_there(cast: Cast) -> None:
    first, second = slots(cast)
    schedule(first, at(2026, 4, 16), at(2026, 1, 3))
    schedule(second, at(2026, 11, 12), at(2026, 1, 3))
    assert waiting(cast, at(2026, 4, 16, "13:59")) == []
    [act] = waiting(cast, at(2026, 4, 16, "14:00"))
    assert act.url == reverse("events:meeting-hold", args=[first.pk])


def test_the_desk_shows_the_most_urgent_few(cast: Cast) -> None:
    slots(cast, duty="leaders", per_year=12, windows=[])
    acts = waiting(cast, at(2026, 12, 1))
    assert len(acts) == 4
    assert acts[0].label == "Choose a date for Network 1 (2026)"
