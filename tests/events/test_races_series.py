"""Changing a series while others plan or fix dates, and planners that are killed: nothing is lost.

The number of kills is short here and longer by the environment: CADENCE_KILLS.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings

from events import actions
from events.actions.planning import slots_of
from events.models import Meeting, MeetingSeries
from schuldenlab.lifecycle import Refused
from tests.events.records import at, network
from tests.programme.test_races import at_once
from tests.queue.conftest import database_url

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
KILLS = int(os.environ.get("CADENCE_KILLS", "3"))
NEW_YEAR = at(2026, 1, 2)
LATER = at(2026, 1, 3)
FIRST_YEAR, LAST_YEAR = 2026, 2040


def change(series_id: int, **facts: Any) -> None:
    series = MeetingSeries.objects.get(pk=series_id)
    actions.change_series(series, facts=facts, actor=None, at=LATER)


def live(series: MeetingSeries) -> Counter[int]:
    """How many slots stand in each year."""
    return Counter(Meeting.objects.live().filter(series=series).values_list("year", flat=True))


@pytest.mark.parametrize("per_year", [1, 4])
def test_a_change_while_others_plan(cast_now: Cast, per_year: int) -> None:
    """Nothing is planned yet: whoever comes first, no slot of the old number stays over."""
    series = network(cast_now)
    plan = partial(actions.plan_cadence, at=LATER)
    at_once([plan, plan, partial(change, series.pk, per_year=per_year, windows=[]), plan])
    assert live(series) == {2026: per_year, 2027: per_year}
    assert plan()["created"] == 0


def test_two_changes_at_once(cast_now: Cast) -> None:
    series = network(cast_now)
    actions.plan_cadence(at=NEW_YEAR)
    at_once([partial(change, series.pk, per_year=n, windows=[]) for n in (1, 3, 5, 6)])
    series.refresh_from_db()
    assert live(series) == {2026: series.per_year, 2027: series.per_year}
    windows = [
        (row.window_opens_on, row.window_closes_on)
        for row in Meeting.objects.live().filter(series=series, year=2027).order_by("ordinal")
    ]
    slots = slots_of(series, 2027)
    assert windows == [(slot.opens_on, slot.closes_on) for slot in slots]


@pytest.mark.parametrize("duty", ["network", "leaders"])  # the agenda of leaders fills itself
def test_a_date_that_is_fixed_while_the_series_changes(cast_now: Cast, duty: str) -> None:
    """Either the date was first and stays, or the slot is dropped and the date refused."""
    series = network(cast_now, duty=duty, per_year=1, windows=[["03-01", "05-31"]])
    actions.plan_cadence(at=NEW_YEAR)
    slot = Meeting.objects.get(series=series, year=2026)

    def fix() -> bool:
        meeting = Meeting.objects.get(pk=slot.pk)
        try:
            actions.schedule_meeting(meeting, starts_at=at(2026, 4, 16), actor=None, at=LATER)
        except Refused:
            return False
        return True

    windows = [["02-01", "06-30"]]
    found = at_once([fix, partial(change, series.pk, windows=windows)])
    assert [each for each in found if isinstance(each, Exception)] == []
    slot.refresh_from_db()
    assert slot.status == ("scheduled" if found[0] else "dropped")
    assert live(series) == {2026: 1, 2027: 1}


# -- kill -9 -------------------------------------------------------------------------------------

# Plans year after year, and changes the series to and fro, until it is killed.
PLANNER = """
import os, sys, django
django.setup()
from datetime import datetime
from zoneinfo import ZoneInfo
from events import actions
from events.actions.planning import slots_of
from events.models import MeetingSeries
print("ready", flush=True)
number = int(sys.argv[1])
while True:
    number += 1
    year = 2026 + number % 14
    at = datetime(year, 1, 2, 8, tzinfo=ZoneInfo("Europe/Amsterdam"))
    actions.plan_cadence(at=at)
    for series in MeetingSeries.objects.all():
        facts = {"per_year": 2 + number % 4, "windows": []}
        actions.change_series(series, facts=facts, actor=None, at=at)
"""


def planner(number: int) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "schuldenlab.settings.test",
        "PYTHONWARNINGS": "ignore",
    }
    return subprocess.Popen(
        [sys.executable, "-c", PLANNER, str(number)],
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def is_whole(series: MeetingSeries) -> None:
    """Each year has all slots of one number or none; each slot once, and in its own window."""
    rows = Meeting.objects.live().filter(series=series)
    keys = list(rows.values_list("year", "ordinal"))
    assert len(keys) == len(set(keys))
    for year, count in live(series).items():
        windows = list(
            rows.filter(year=year)
            .order_by("ordinal")
            .values_list("ordinal", "window_opens_on", "window_closes_on")
        )
        assert [number for number, *_days in windows] == list(range(1, count + 1))
        assert windows[0][1] == date(year, 1, 1)
        assert windows[-1][2] == date(year, 12, 31)


def test_planners_killed_at_any_moment_lose_and_double_nothing(cast_now: Cast) -> None:
    facts: dict[str, Any] = {"per_year": 2, "windows": []}
    series = [network(cast_now, **facts), network(cast_now, duty="leaders", **facts)]
    for number in range(KILLS):
        with planner(number * 5) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(random.uniform(0.0, 0.4))
            child.kill()
        for each in series:
            is_whole(each)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        actions.plan_cadence(at=at(year, 1, 2))
    for each in series:
        each.refresh_from_db()
        counts = live(each)
        assert set(counts) == set(range(FIRST_YEAR, LAST_YEAR + 2))
        is_whole(each)
    again = [actions.plan_cadence(at=at(year, 1, 2))["created"] for year in (2026, 2033, 2040)]
    assert again == [0, 0, 0]
