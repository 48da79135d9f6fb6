"""Planning the year, fixing dates, calling off, and recording who was there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction

from events import actions
from events.models import Attendance, Meeting, MeetingDate, MeetingSeries
from partners import actions as partners
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import written_otherwise
from tests.events.records import at, held, network, schedule, slots

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
NEW_YEAR = at(2026, 1, 2)
MARCH, APRIL, NOVEMBER = at(2026, 3, 18), at(2026, 4, 16), at(2026, 11, 12)


def dates(meeting: Meeting) -> list[tuple[date, bool]]:
    """The days that a meeting had, and which of them still holds."""
    return [(row.starts_at.date(), row.withdrawn_at is None) for row in meeting.dates.all()]


# -- planning ------------------------------------------------------------------------------------


def test_planning_twice_makes_nothing_new(cast: Cast) -> None:
    network(cast)
    assert actions.plan_cadence(at=NEW_YEAR) == {"created": 4, "existing": 0}
    before = list(Meeting.objects.values())
    assert actions.plan_cadence(at=NEW_YEAR) == {"created": 0, "existing": 4}
    assert actions.plan_cadence(at=at(2026, 12, 31)) == {"created": 0, "existing": 4}
    assert list(Meeting.objects.values()) == before
    assert actions.plan_cadence(at=at(2027, 1, 1, "00:01")) == {"created": 2, "existing": 2}


def test_a_day_begins_in_the_city(cast: Cast) -> None:
    network(cast)
    actions.plan_cadence(at=at(2026, 1, 1, "00:30"))  # in Greenwich it is still 2025
    assert set(Meeting.objects.values_list("year", flat=True)) == {2026, 2027}


def test_nothing_is_owed_before_a_framework_is_in_force(cast: Cast) -> None:
    draft = partners.adopt_framework(
        title="Opvolger",
        starts_on=date(2027, 1, 1),
        ends_on=date(2030, 12, 31),
        host=cast["GD"],
        actor=None,
        at=NEW_YEAR,
    )
    actions.add_series(
        draft, actor=None, at=NEW_YEAR, duty="network", title="N", audience="network", per_year=2
    )
    cast.framework.series.all().delete()
    written_otherwise(cast.framework, status="draft", in_force_at=None)
    assert actions.plan_cadence(at=NEW_YEAR) == {"created": 0, "existing": 0}


def test_a_framework_without_series_gets_those_of_its_numbers(cast: Cast) -> None:
    written_otherwise(cast.framework, inspiration_events=0, network_meetings=3)
    assert actions.plan_cadence(at=NEW_YEAR) == {"created": 14, "existing": 0}
    assert actions.plan_cadence(at=NEW_YEAR) == {"created": 0, "existing": 14}
    series = MeetingSeries.objects.in_force()
    assert [(each.duty, each.per_year, len(each.windows)) for each in series] == [
        ("network", 3, 0),
        ("leaders", 4, 4),
    ]


def test_a_successor_takes_over_from_the_year_that_is_not_planned_yet(cast: Cast) -> None:
    network(cast)
    actions.plan_cadence(at=NEW_YEAR)
    successor = partners.adopt_framework(
        title="Opvolger",
        starts_on=date(2027, 1, 1),
        ends_on=date(2030, 12, 31),
        host=cast["GD"],
        actor=None,
        at=NEW_YEAR,
    )
    actions.add_series(
        successor,
        actor=None,
        at=NEW_YEAR,
        duty="network",
        title="N",
        audience="network",
        per_year=3,
    )
    partners.bring_into_force(successor, actor=None, at=at(2026, 12, 1))
    assert actions.plan_cadence(at=at(2026, 12, 1)) == {"created": 0, "existing": 2}
    assert actions.plan_cadence(at=at(2027, 1, 4)) == {"created": 3, "existing": 0}
    per_year = {year: Meeting.objects.filter(year=year).count() for year in (2026, 2027, 2028)}
    assert per_year == {2026: 2, 2027: 2, 2028: 3}


# -- a date --------------------------------------------------------------------------------------


def test_a_date_is_fixed(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH, subject="Samen", place="Zaal")
    meeting.refresh_from_db()
    assert (meeting.status, meeting.starts_at, meeting.scheduled_at) == ("scheduled", APRIL, MARCH)
    assert (meeting.subject, meeting.place) == ("Samen", "Zaal")
    assert dates(meeting) == [(APRIL.date(), True)]
    entry = Entry.objects.get(verb="schedule")
    assert (entry.subject_id, entry.facts["starts_at"]) == (str(meeting.pk), APRIL.isoformat())


def test_another_date_keeps_the_first_one_as_withdrawn(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH)
    schedule(meeting, APRIL + timedelta(days=5), MARCH + timedelta(days=1), reason="Zaal is weg")
    assert dates(meeting) == [(APRIL.date(), False), (date(2026, 4, 21), True)]
    first, second = meeting.dates.all()
    assert (first.withdrawn_at, second.reason) == (MARCH + timedelta(days=1), "Zaal is weg")
    known = Meeting.objects.known_at(MARCH + timedelta(hours=1)).get(pk=meeting.pk)
    assert known.date_then == APRIL


@pytest.mark.parametrize(
    ("starts_at", "because"),
    [
        (MARCH - timedelta(minutes=1), "has passed"),
        (MARCH, "has passed"),
        (at(2027, 1, 1, "00:00"), "must lie in 2026"),
        (at(2027, 4, 16), "must lie in 2026"),
    ],
)
def test_a_date_that_cannot_be(cast: Cast, starts_at: object, because: str) -> None:
    meeting = slots(cast)[0]
    with pytest.raises(Refused, match=because):
        schedule(meeting, starts_at, MARCH)  # type: ignore[arg-type]
    assert not MeetingDate.objects.exists()


def test_a_date_outside_the_window_is_taken(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, at(2026, 7, 1), MARCH)
    assert meeting.status == "scheduled"
    assert schedule(meeting, at(2026, 12, 31, "23:59"), MARCH).status == "scheduled"


def test_only_one_date_holds(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH)
    with pytest.raises(IntegrityError, match="meeting_one_date_holds"), transaction.atomic():
        MeetingDate.objects.create(meeting=meeting, starts_at=NOVEMBER)


# -- calling off ---------------------------------------------------------------------------------


def test_calling_off_leaves_the_slot_owed(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH)
    off = APRIL - timedelta(days=1)
    actions.call_off_meeting(meeting, reason="Staking", actor=cast.manager, at=off)
    meeting.refresh_from_db()
    assert (meeting.status, meeting.starts_at, meeting.called_off_at) == ("planned", None, off)
    assert dates(meeting) == [(APRIL.date(), False)]
    assert Entry.objects.get(verb="call_off").facts["reason"] == "Staking"
    schedule(meeting, NOVEMBER, off)
    assert dates(meeting) == [(APRIL.date(), False), (NOVEMBER.date(), True)]


def test_what_has_no_date_cannot_be_called_off(cast: Cast) -> None:
    meeting = slots(cast)[0]
    with pytest.raises(Refused, match="no longer possible"):
        actions.call_off_meeting(meeting, reason="x", actor=None, at=MARCH)


# -- held ----------------------------------------------------------------------------------------


def test_a_meeting_is_held_with_who_was_there(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH)
    after = APRIL + timedelta(hours=20)
    people = {cast["BN"]: 3, cast["GD"]: 1}
    actions.hold_meeting(meeting, attendance=people, actor=cast.manager, at=after)
    meeting.refresh_from_db()
    assert (meeting.status, meeting.held_on, meeting.held_recorded_at) == (
        "held",
        APRIL.date(),
        after,
    )
    assert {row.organisation: row.people for row in Attendance.objects.all()} == people
    assert Entry.objects.get(verb="hold").facts["organisations"] == 2


def test_without_a_number_it_is_one_person(cast: Cast) -> None:
    held(cast, slots(cast)[0], APRIL, "BN", "FV")
    assert set(Attendance.objects.values_list("people", flat=True)) == {1}


def test_nobody_there_is_not_held(cast: Cast) -> None:
    meeting = slots(cast)[0]
    schedule(meeting, APRIL, MARCH)
    with pytest.raises(Refused, match="Record who was there"):
        actions.hold_meeting(meeting, attendance=[], actor=None, at=APRIL)


def test_what_has_not_begun_is_not_held(cast: Cast) -> None:
    meeting = slots(cast)[0]
    for _ in ("no date", "a date to come"):
        with pytest.raises(Refused, match="not begun yet"):
            actions.hold_meeting(
                meeting,
                attendance=[cast["BN"]],
                actor=None,
                at=APRIL - timedelta(seconds=1),
            )
        if meeting.starts_at is None:
            schedule(meeting, APRIL, MARCH)
    assert not Attendance.objects.exists()


def test_what_was_held_stays_held(cast: Cast) -> None:
    meeting = held(cast, slots(cast)[0], APRIL)
    later = APRIL + timedelta(days=2)
    with pytest.raises(Refused, match="no longer possible"):
        schedule(meeting, NOVEMBER, later)
    with pytest.raises(Refused, match="no longer possible"):
        actions.call_off_meeting(meeting, reason="x", actor=None, at=later)
    with pytest.raises(Refused, match="no longer possible"):
        actions.hold_meeting(meeting, attendance=[cast["GD"]], actor=None, at=later)
    meeting.refresh_from_db()
    assert (meeting.status, dates(meeting)) == ("held", [(APRIL.date(), True)])
    assert Attendance.objects.get().organisation == cast["BN"]
