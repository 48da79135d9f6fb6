"""The date polls of the story around 23 September 2026."""

from __future__ import annotations

import pytest
from django.utils import timezone

from events.models import DatePoll, Meeting
from events.views.poll_words import results_of
from schuldenlab.demo.story import cast
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.portal.asks import asks_of
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)


def test_after_the_strike_the_date_comes_out_of_a_poll() -> None:
    poll = DatePoll.objects.get(status="chosen")
    chosen = poll.options.get(is_chosen=True)
    assert chosen.starts_at == CALENDAR.at(-127, "10:00")
    assert (poll.meeting.status, poll.meeting.held_on) == ("held", CALENDAR.day(-127))
    assert poll.meeting.held_on > poll.meeting.window_closes_on
    [best] = [c for c in results_of(poll, poll.recorded_at).columns if c.is_best]
    assert best.option == chosen
    assert not poll.invitees.waiting().exists()


def test_for_the_fourth_meeting_five_of_six_can_in_eleven_weeks() -> None:
    poll = DatePoll.objects.get(status="open")
    now = CALENDAR.at(0, "10:00")
    assert (poll.meeting.ordinal, poll.meeting.status) == (4, Meeting.Status.PLANNED)
    results = results_of(poll, now)
    assert (results.answered, results.asked) == (5, 6)
    [best] = [column for column in results.columns if column.is_best]
    assert (best.tally.can, timezone.localdate(best.option.starts_at)) == (5, CALENDAR.day(77))
    [missing] = results.missing
    assert [line.invitee.person.name for line in missing.lines] == [cast.LEADER.name]
    leader = missing.lines[0].invitee.person
    leader.moment = now
    assert [ask.url for ask in asks_of(leader) if "/datumprikkers/" in ask.url] == [
        f"{poll.get_absolute_url()}antwoord/"
    ]
