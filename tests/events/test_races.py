"""Two planners at once, on real connections: whatever happens, each slot is there once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, connection, transaction

from events import actions
from events.models import Meeting, MeetingSeries
from tests.events.records import at, network
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
NEW_YEAR = at(2026, 1, 2)
PLANNERS = 8


def slots() -> list[tuple[str, int, int]]:
    return sorted(Meeting.objects.values_list("series__duty", "year", "ordinal"))


@transaction.atomic
def plan_and_fail() -> None:
    actions.plan_cadence(at=NEW_YEAR)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 / 0")


def test_planners_at_once_make_each_slot_once(cast_now: Cast) -> None:
    """Also the series themselves: nobody arranged anything yet."""
    found = at_once([partial(actions.plan_cadence, at=NEW_YEAR)] * PLANNERS)
    assert sum(each["created"] for each in found) == 14
    assert {each["created"] + each["existing"] for each in found} == {14}
    assert (len(slots()), len(set(slots()))) == (14, 14)
    assert MeetingSeries.objects.count() == 3


def test_planners_on_both_sides_of_new_years_eve(cast_now: Cast) -> None:
    network(cast_now)
    days = [at(2026, 12, 31, "23:59"), at(2027, 1, 1, "00:00")]
    at_once([partial(actions.plan_cadence, at=day) for day in days * 4])
    assert slots() == [("network", year, n) for year in (2026, 2027, 2028) for n in (1, 2)]


def test_a_planner_that_is_cut_off_leaves_the_rest_to_the_next_one(cast_now: Cast) -> None:
    """The slots of one planner come together or not at all; of what is there nothing changes."""
    network(cast_now, per_year=1, windows=[])
    actions.plan_cadence(at=NEW_YEAR)
    first = Meeting.objects.order_by("year").values()[0]
    Meeting.objects.filter(year=2027).delete()
    with pytest.raises(DatabaseError):
        plan_and_fail()
    assert slots() == [("network", 2026, 1)]
    assert actions.plan_cadence(at=at(2026, 1, 5)) == {"created": 1, "existing": 1}
    assert Meeting.objects.order_by("year").values()[0] == first
