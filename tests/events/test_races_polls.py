"""A date poll with many hands at once: one choice wins, and no answer is lost or doubled."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from events import actions
from events.models import DatePoll, Meeting, MeetingDate, PollAnswer, PollInvitee
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import login
from tests.events.polling import Asked, asked
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from typing import Any

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def fresh(poll: Asked) -> DatePoll:
    return DatePoll.objects.select_related("meeting__series").get(pk=poll.poll.pk)


def test_answers_of_one_person_at_once_leave_one_whole_answer(cast_now: Cast) -> None:
    poll = asked(cast_now)
    keys = [each.pk for each in poll.options]
    acts = [
        partial(
            actions.answer_poll,
            PollInvitee.objects.select_related("poll__meeting").get(pk=poll.of(cast_now.seat).pk),
            answers=dict.fromkeys(keys, word),
            actor=cast_now.seat,
            at=cast_now.at,
        )
        for word in ("yes", "no", "if_need_be") * 3
    ]
    found = at_once(acts)
    assert [each for each in found if isinstance(each, Exception)] == []
    said = PollAnswer.objects.values_list("answer", flat=True)
    assert len(said) == 3
    assert len(set(said)) == 1, "two answers ran through each other"


def test_one_choice_wins(cast_now: Cast) -> None:
    poll = asked(cast_now)
    found = at_once(
        [
            partial(actions.choose_date, fresh(poll), option=option, actor=None, at=cast_now.at)
            for option in poll.options * 2
        ]
    )
    assert sum(isinstance(each, DatePoll) for each in found) == 1
    assert sum(isinstance(each, Refused) for each in found) == 5
    [chosen] = poll.poll.options.filter(is_chosen=True)
    assert Meeting.objects.get(pk=poll.poll.meeting_id).starts_at == chosen.starts_at
    assert MeetingDate.objects.count() == 1


def test_the_other_gets_a_friendly_page(cast_now: Cast) -> None:
    poll = asked(cast_now)

    def choose(option: int) -> Any:
        client = login(Client(), cast_now.manager)
        return client.post(reverse("events:poll-choose", args=[poll.poll.pk, option]))

    found = at_once([partial(choose, each.pk) for each in poll.options])
    assert sorted(each.status_code for each in found) == [302, 422, 422]
    assert DatePoll.objects.get().status == "chosen"


def test_polls_of_one_meeting_opened_at_once(cast_now: Cast) -> None:
    poll = asked(cast_now)
    actions.withdraw_poll(poll.poll, actor=None, at=cast_now.at)
    moments = [each.starts_at for each in poll.options]
    found = at_once(
        [
            partial(
                actions.open_poll,
                Meeting.objects.select_related("series").get(pk=poll.poll.meeting_id),
                options=moments,
                closes_on=poll.poll.closes_on,
                actor=None,
                at=cast_now.at,
            )
        ]
        * 4
    )
    assert sum(isinstance(each, DatePoll) for each in found) == 1
    assert sum(isinstance(each, Refused) for each in found) == 3


def test_reminders_at_once_are_sent_once(cast_now: Cast) -> None:
    poll = asked(cast_now)
    found = at_once(
        [partial(actions.remind_poll, fresh(poll), actor=None, at=cast_now.at) for _ in range(6)]
    )
    assert [each for each in found if not isinstance(each, Exception)] == [3]
    assert Letter.objects.filter(template="events/mail/poll_reminder.txt").count() == 3
