"""A duty in the Kompas: called off late it asks attention, with the right last day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from events import actions
from partners.models import ClauseMeasure
from schuldenlab.portal.kompas import read_kompas
from tests.events.records import at, held, network, schedule

if TYPE_CHECKING:
    from schuldenlab.portal.measures.reading import Reading
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
CHRISTMAS = date(2026, 12, 19), date(2026, 12, 31)


def reading(cast: Cast, moment: datetime, year: int = 2026) -> Reading:
    found = read_kompas(cast.framework, year, moment)
    [measure] = [
        each.reading
        for clause in found.clauses
        for each in clause.measures
        if each.code == "network_meetings"
    ]
    assert measure is not None
    return measure


def words(reading: Reading) -> str:
    return reading.note.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def lab(cast: Cast) -> Cast:
    """The first of two was held, the second has a date on 12 November; no meetings at Christmas."""
    assert ClauseMeasure.objects.filter(code="network_meetings").exists()
    series = network(cast, lead_days=30)
    actions.plan_cadence(at=at(2026, 1, 2))
    first, second = series.meetings.filter(year=2026)
    held(cast, first, at(2026, 4, 16))
    schedule(second, at(2026, 11, 12), at(2026, 9, 1))
    known = {"first_on": CHRISTMAS[0], "last_on": CHRISTMAS[1], "actor": None}
    actions.add_blocked_period(title="Kerst", at=at(2026, 9, 1), **known)
    return cast


def call_off(cast: Cast, moment: datetime) -> None:
    second = cast.framework.series.get().meetings.get(year=2026, ordinal=2)
    actions.call_off_meeting(second, reason="Staking", actor=cast.manager, at=moment)


def test_called_off_early_it_is_still_on_track(lab: Cast) -> None:
    call_off(lab, at(2026, 10, 1))
    found = reading(lab, at(2026, 10, 1))
    assert (found.state, found.have, found.need, found.forecast) == ("on_track", 1, 2, 2)
    assert "at the latest: then it falls in its period" in words(found)
    assert "29 October" in words(found)


def test_called_off_late_it_asks_attention_with_the_last_day(lab: Cast) -> None:
    """The window is out of reach since 29 October; 6 November is thirty working days before 18
    December, the last day on which anybody meets this year."""
    off = at(2026, 11, 4)
    assert reading(lab, at(2026, 11, 4, "13:59")).state == "on_track"
    call_off(lab, off)
    found = reading(lab, off)
    assert (found.state, found.forecast) == ("attention", 1)
    assert "6 November" in words(found)
    assert "still counts for 2026" in words(found)
    assert found.pips == ("held", "open")


def test_called_off_too_late_to_prepare_it_names_the_last_day_to_meet(lab: Cast) -> None:
    call_off(lab, at(2026, 11, 11))
    found = reading(lab, at(2026, 11, 11))
    assert found.state == "attention"
    assert "18 December" in words(found)


def test_missed_when_no_day_is_left(lab: Cast) -> None:
    call_off(lab, at(2026, 11, 11))
    assert reading(lab, at(2026, 12, 18)).state == "attention"
    found = reading(lab, at(2026, 12, 19))
    assert found.state == "missed"
    assert "no days left in 2026" in words(found)
    assert reading(lab, at(2026, 11, 10)).state == "on_track"  # as it was then


def test_a_new_date_mends_it(lab: Cast) -> None:
    call_off(lab, at(2026, 11, 11))
    second = lab.framework.series.get().meetings.get(year=2026, ordinal=2)
    schedule(second, at(2026, 12, 17), at(2026, 11, 20))
    assert reading(lab, at(2026, 11, 19)).state == "attention"
    assert reading(lab, at(2026, 11, 20)).forecast == 2


def test_the_need_is_that_of_the_framework(lab: Cast) -> None:
    """The kernteam may plan more; the promise stays two. A past day knows the terms of then."""
    series = lab.framework.series.get()
    before = reading(lab, at(2026, 9, 10))
    actions.change_series(
        series,
        facts={"per_year": 3, "windows": [], "lead_days": 5},
        actor=lab.manager,
        at=at(2026, 9, 20),
    )
    assert reading(lab, at(2026, 9, 10)) == before
    assert reading(lab, at(2026, 9, 21)).need == 2
