"""Date polls on the home page of who is asked, on the desk of the kernteam, and in “My data”."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from events import actions
from events.models import Meeting
from events.workdays import add_working_days
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.asks import asks_of
from schuldenlab.web.ports import personal_data
from tests.events.polling import asked, leaders, moments

from .waiting import waiting

if TYPE_CHECKING:
    from typing import Any

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")


def questions(person: Any) -> list[str]:
    return [ask.title for ask in asks_of(person) if "/datumprikkers/" in ask.url]


def test_who_is_asked_finds_the_question_at_home_until_it_is_answered(cast: Cast) -> None:
    poll = asked(cast)
    [ask] = [each for each in asks_of(cast.seat) if "/datumprikkers/" in each.url]
    assert ask.url == reverse("events:poll-mine", args=[poll.poll.pk])
    assert (ask.title, ask.action) == ("When can you come? Leaders 1", "Say when you can")
    assert ask.due_is_day
    assert ask.days_left == (poll.poll.closes_on - cast.at.date()).days
    assert questions(cast.substitute) == questions(cast.manager) == []
    poll.answer(cast.seat, "yes", "no", "no")
    assert questions(cast.seat) == []
    actions.add_options(poll.poll, options=moments(cast.at, 4)[3:], actor=None, at=cast.at)
    [again] = [each for each in asks_of(cast.seat) if "/datumprikkers/" in each.url]
    assert "new moments" in again.text


def test_a_meeting_that_was_called_off_keeps_its_subject_and_its_number(cast: Cast) -> None:
    """Who reads that “Belteam” does not come recognises what the date poll asks about."""
    meeting = leaders(cast)
    known = {"actor": cast.manager, "at": cast.at}
    actions.schedule_meeting(meeting, starts_at=moments(cast.at)[0], subject="Belteam", **known)
    actions.call_off_meeting(meeting, reason="Ziek", **known)
    poll_closes = add_working_days(cast.at.date(), 5)
    soon = cast.at + timedelta(minutes=1)
    options = moments(cast.at)
    actions.open_poll(meeting, options=options, closes_on=poll_closes, actor=None, at=soon)
    [ask] = [each for each in asks_of(cast.seat) if "/datumprikkers/" in each.url]
    assert ask.title == "When can you come? Belteam (Leaders 1)"
    for name in ("meeting_called_off", "poll_opened"):
        mine = Letter.objects.get(template=f"events/mail/{name}.txt", person=cast.seat)
        assert "Belteam (Projectleiders 1)" in mine.text, (
            "letters are in the language of the reader"
        )
        assert "Belteam" in mine.subject
        assert mine.not_before == soon, "the news goes first, and waits for nothing"
    assert questions(cast.seat)


def test_nothing_is_asked_when_it_is_over(cast: Cast) -> None:
    poll = asked(cast)
    cast.seat.moment = cast.at + timedelta(days=10)
    assert questions(cast.seat) == []
    cast.seat.moment = cast.at
    Meeting.objects.filter(pk=poll.poll.meeting_id).update(status="dropped")
    assert questions(cast.seat) == []
    Meeting.objects.filter(pk=poll.poll.meeting_id).update(status="planned")
    assert len(questions(cast.seat)) == 1
    actions.withdraw_poll(poll.poll, actor=None, at=cast.at)
    assert questions(cast.seat) == []


def test_the_desk_says_how_far_it_is_and_when_to_choose(cast: Cast) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "no")
    [due] = waiting(cast.at, "meeting-poll")
    assert due.title == "Follow the date poll for Leaders 1 (2026)"
    assert "1 of 3 have answered." in due.text
    assert due.measure == "leaders_meetings"
    dates = waiting(cast.at, "meeting-date")
    assert not [each for each in dates if "Leaders 1" in each.title]
    [late] = waiting(cast.at + timedelta(days=10), "meeting-poll")
    assert (late.button, late.url) == ("Choose a date", poll.poll.get_absolute_url())
    for each in (cast.contact, cast.director):
        poll.answer(each, "yes", "no", "no")
    [full] = waiting(cast.at, "meeting-poll")
    assert full.title == "Choose a date from the poll for Leaders 1 (2026)"
    assert full.text == "3 of 3 have answered."
    actions.choose_date(poll.poll, option=poll.options[0], actor=None, at=cast.at)
    assert waiting(cast.at, "meeting-poll") == []


def test_everybody_finds_their_own_answers(cast: Cast) -> None:
    poll = asked(cast)
    poll.answer(cast.seat, "yes", "no", "if_need_be")
    kept = {group.key: group.query.count() for group in personal_data(cast.seat)}
    assert (kept["standing_invitations"], kept["date_polls"], kept["date_answers"]) == (1, 1, 3)
    other = {group.key: group.query.count() for group in personal_data(cast.contact)}
    assert (other["date_polls"], other["date_answers"]) == (1, 0)
