"""On which days a meeting could be, out of what is planned and blocked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from events import actions
from events.forecast import Standing, Terms, forecast
from events.models import BlockedPeriod, Invitee, MeetingSeries
from events.openings import FEWEST, PROPOSED, openings
from events.workdays import add_working_days
from partners.querysets import local_day
from tests.events.polling import leaders, proposals
from tests.events.records import at, network, schedule

if TYPE_CHECKING:
    from events.models import Meeting
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def block(first: date, last: date, cast: Cast) -> BlockedPeriod:
    return BlockedPeriod.objects.create(
        title="Vakantie", title_en="Holidays", first_on=first, last_on=last, recorded_at=cast.at
    )


def window(meeting: Meeting, first: date, last: date) -> Meeting:
    meeting.window_opens_on, meeting.window_closes_on = first, last
    meeting.save()
    return meeting


def test_proposals_begin_when_there_is_time_to_prepare(cast: Cast) -> None:
    meeting, today = leaders(cast), local_day(cast.at)
    found = proposals(meeting, cast.at)
    assert len(found) == PROPOSED
    assert timezone.localdate(found[0]) >= add_working_days(today, 10)
    assert {timezone.localtime(each).strftime("%H:%M") for each in found} == {"10:00"}


def test_with_little_time_earlier_days_are_proposed_too(cast: Cast) -> None:
    today = local_day(cast.at)
    meeting = window(leaders(cast), today, today + timedelta(days=14))
    found = proposals(meeting, cast.at)
    assert len(found) >= FEWEST
    assert timezone.localdate(found[0]) < add_working_days(today, 10)


def test_after_its_window_the_rest_of_the_year_is_left(cast: Cast) -> None:
    today = local_day(cast.at)
    meeting = window(leaders(cast), today - timedelta(days=60), today - timedelta(days=30))
    found = openings(meeting, asked_until=today, at=cast.at)
    assert (found.first_on, found.last_on) == (
        today + timedelta(days=1),
        today.replace(month=12, day=31),
    )


def test_a_window_that_is_too_close_leaves_the_year_as_the_forecast_does(cast: Cast) -> None:
    today, meeting = local_day(cast.at), leaders(cast)
    meeting.series.lead_days = 80
    meeting.series.save()
    block(at(2026, 12, 19).date(), at(2027, 1, 3).date(), cast)
    window(meeting, today, today + timedelta(days=20))
    found = openings(meeting, asked_until=add_working_days(today, 5), at=cast.at)
    terms = Terms(2026, 1, 80, 5, ((date(2026, 12, 19), date(2027, 1, 3)),))
    stands = forecast([Standing(meeting.window_opens_on, meeting.window_closes_on)], terms, today)
    assert found.last_on == stands.held_by == date(2026, 12, 18)
    assert found.is_late
    assert max(timezone.localdate(each) for each in found.proposals) > meeting.window_closes_on


def test_why_a_day_cannot_be(cast: Cast) -> None:
    meeting, today = leaders(cast), local_day(cast.at)
    holidays = block(today + timedelta(days=20), today + timedelta(days=30), cast)
    gone = block(today + timedelta(days=40), today + timedelta(days=50), cast)
    gone.withdrawn_at = cast.at
    gone.save()
    other = actions.add_meeting(
        network(cast), year=2026, window=(today, today), actor=None, at=cast.at
    )
    schedule(other, at(2026, 11, 12), cast.at, subject="Samen")
    found = openings(meeting, asked_until=today, at=cast.at)
    assert found.why_not(holidays.first_on) == found.why_not(holidays.last_on) == "Holidays"
    assert found.why_not(gone.first_on) == ""
    assert found.why_not(at(2026, 11, 12).date()) == "Samen"
    assert found.why_not(at(2026, 12, 25).date()) == "Christmas Day"
    assert found.why_not(at(2026, 11, 14).date()) == "weekend"
    days = {timezone.localdate(each) for each in found.proposals}
    assert not [day for day in days if found.why_not(day)]


def test_a_stuurgroep_stands_in_the_way_when_it_shares_people(cast: Cast) -> None:
    meeting, today = leaders(cast), local_day(cast.at)
    steering = MeetingSeries.objects.create(
        framework=cast.framework, duty="steering", title="St", audience="steering", per_year=0
    )
    other = actions.add_meeting(steering, year=2026, window=(today, today), actor=None, at=cast.at)
    moment = at(2026, 11, 12)
    schedule(other, moment, cast.at)
    Invitee.objects.create(meeting=other, person=cast.seat_GD, recorded_at=cast.at)
    assert openings(meeting, asked_until=today, at=cast.at).why_not(moment.date()) == ""
    shared = Invitee.objects.create(meeting=other, person=cast.seat, recorded_at=cast.at)
    assert openings(meeting, asked_until=today, at=cast.at).why_not(moment.date()) == "St"
    shared.withdrawn_at = cast.at
    shared.save()
    assert openings(meeting, asked_until=today, at=cast.at).why_not(moment.date()) == ""
