"""The story late in a year: what is left of it, and a strike in the summer holiday."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings

from events.models import DatePoll, Meeting, Reply
from schuldenlab.demo.story.cadence import around_the_poll
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.demo.story.tell import tell_story
from tests.demo.conftest import MAILBOX
from tests.demo.test_seed_demo import fits_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.plugin import DjangoDbBlocker

LATE = date(2026, 11, 28)
CALENDAR = Calendar(LATE)


@pytest.fixture(scope="module")
def _told_late(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(EMAIL_BACKEND=MAILBOX):
            tell_story(LATE)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def told_late(_told_late: None, db: None) -> None:
    """The story around 28 November 2026."""


@pytest.mark.usefixtures("told_late")
def test_it_fits_around_that_day_too() -> None:
    fits_around(LATE)


@pytest.mark.usefixtures("told_late")
def test_after_the_strike_the_date_comes_out_of_a_poll() -> None:
    poll = DatePoll.objects.get(status="chosen")
    assert poll.options.get(is_chosen=True).starts_at == CALENDAR.at(-127, "10:00")
    assert (poll.meeting.status, poll.meeting.held_on) == ("held", CALENDAR.day(-127))


@pytest.mark.usefixtures("told_late")
def test_the_open_poll_is_for_the_fourth_meeting_of_this_year() -> None:
    poll = DatePoll.objects.get(status="open")
    meeting = poll.meeting
    assert (meeting.year, meeting.ordinal, meeting.status) == (2026, 4, Meeting.Status.PLANNED)
    assert poll.options.count() >= 2
    assert {each.starts_at.year for each in poll.options.all()} == {2026}


@pytest.mark.usefixtures("told_late")
def test_the_first_network_meeting_has_answers() -> None:
    meeting = Meeting.objects.get(starts_at=CALENDAR.at(-160, "14:00"))
    answers = Reply.objects.filter(invitee__meeting=meeting, answer="yes")
    came = sum(meeting.attendances.values_list("people", flat=True))
    assert answers.count() == 21
    assert sum(answers.values_list("people", flat=True)) == came


@pytest.mark.parametrize(
    ("today", "holiday", "left"),
    [
        (LATE, (date(2026, 7, 18), date(2026, 8, 28)), (date(2026, 7, 28), date(2026, 8, 28))),
        (LATE, (date(2026, 10, 17), date(2026, 10, 23)), (date(2026, 10, 17), date(2026, 10, 23))),
    ],
)
def test_a_holiday_leaves_room_for_the_poll(
    today: date, holiday: tuple[date, date], left: tuple[date, date]
) -> None:
    assert around_the_poll(Calendar(today), *holiday) == left
