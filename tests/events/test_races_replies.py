"""Two at once, on real connections: answers, the last place, reminders and late joiners."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from events import actions
from events.coming import coming_to
from events.models import Invitee, Meeting, MeetingSeries, Reply
from partners.querysets import local_day
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import employ, person
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
HANDS = 6


@pytest.fixture
def meeting(cast_now: Cast) -> Meeting:
    """A network meeting in sixty days."""
    known: dict[str, Any] = {"actor": None, "at": cast_now.at}
    facts = {"duty": "network", "title": "N", "audience": "network", "per_year": 0}
    series: MeetingSeries = actions.add_series(
        cast_now.framework, **facts, colleagues=2, reply_days=10, **known
    )
    starts_at = cast_now.at + timedelta(days=60)
    window = starts_at.date(), starts_at.date()
    slot = actions.add_meeting(series, year=starts_at.year, window=window, **known)
    return actions.schedule_meeting(slot, starts_at=starts_at, **known)


def answer(invitee: int, at: datetime, people: int = 1) -> Reply:
    mine = Invitee.objects.select_related("meeting__series").get(pk=invitee)
    return actions.reply_to_invitation(mine, answer="yes", people=people, actor=None, at=at)


def invitation(meeting: Meeting, someone: Any) -> int:
    return int(meeting.invitees.get(person=someone).pk)


def test_one_person_answers_many_times_at_once(cast_now: Cast, meeting: Meeting) -> None:
    mine = invitation(meeting, cast_now.contact)
    later = [cast_now.at + timedelta(seconds=number) for number in range(HANDS)]
    acts = [partial(answer, mine, at, 1 + n % 3) for n, at in enumerate(later)]
    found = at_once(acts)
    assert all(isinstance(each, Reply) for each in found), found
    ordinals = list(Reply.objects.order_by("ordinal").values_list("ordinal", flat=True))
    assert ordinals == list(range(1, len(ordinals) + 1))


def test_the_last_place_is_given_once(cast_now: Cast, meeting: Meeting) -> None:
    """Two of the bank, which keeps one place: one has it, the other waits."""
    day = local_day(cast_now.at)
    actions.describe_meeting(meeting, lead="", capacity=7, actor=None, at=cast_now.at)
    both = [invitation(meeting, each) for each in (cast_now.seat, cast_now.substitute)]
    moments = [cast_now.at + timedelta(seconds=n) for n in (1, 2)]
    acts = [partial(answer, mine, at) for mine, at in zip(both, moments, strict=True)]
    assert all(isinstance(each, Reply) for each in at_once(acts))
    meeting.refresh_from_db()
    coming = coming_to(meeting, day)
    assert sorted(coming.places[mine] for mine in both) == [0, 1]
    assert coming.people == 1


def test_two_judge_one_replacement(cast_now: Cast, meeting: Meeting) -> None:
    mine = meeting.invitees.get(person=cast_now.contact)
    said = Reply.objects.create(
        invitee=mine, ordinal=1, answer="replacement", replacement_name="I", recorded_at=cast_now.at
    )
    at = cast_now.at + timedelta(seconds=1)

    def judge(act: Any) -> Reply:
        reply = Reply.objects.select_related("invitee__meeting__series").get(pk=said.pk)
        judged: Reply = act(reply, actor=None, at=at)
        return judged

    found = at_once([partial(judge, actions.accept_replacement)] * 3)
    found += at_once([partial(judge, actions.refuse_replacement)] * 2)
    assert sum(isinstance(each, Reply) for each in found) == 1
    assert sum(isinstance(each, Refused) for each in found) == 4


def test_the_clock_comes_many_times_at_once(cast_now: Cast, meeting: Meeting) -> None:
    employ(person("Nieuw Hier", cast_now.at), cast_now["FV"], cast_now.at)
    found = at_once([partial(actions.join_late, cast_now.at + timedelta(minutes=1))] * HANDS)
    assert sorted(found) == [0] * (HANDS - 1) + [1]
    assert meeting.invitees.count() == 13
    last = Meeting.objects.get(pk=meeting.pk).reply_by_on
    assert last is not None
    moment = cast_now.at.replace(year=last.year, month=last.month, day=last.day, hour=11, minute=0)
    at_once([partial(actions.remind_invitees, moment)] * HANDS)
    letters = Letter.objects.filter(template="events/mail/reply_reminder.txt")
    assert letters.count() == len(set(letters.values_list("person", flat=True))) == 13
