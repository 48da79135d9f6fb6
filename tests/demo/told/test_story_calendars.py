"""What the story says of people's own calendars."""

from __future__ import annotations

import pytest

from events.models import CalendarFeed, Invitee, Meeting
from schuldenlab.demo.story import cast, texts
from schuldenlab.demo.story.entries import OTHER_ROOM
from schuldenlab.outbox.models import Letter

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]


def test_a_director_subscribed() -> None:
    feed = CalendarFeed.objects.holding().get()
    assert feed.person.email == cast.DIRECTOR.email


def test_the_network_meeting_got_another_room() -> None:
    meeting = Meeting.objects.get(subject=texts.SUBJECTS["network", 50])
    assert (meeting.place, meeting.sequence) == (OTHER_ROOM, 1)
    assert all(each.sequence_sent == 1 for each in meeting.invitees.holding())


def test_everybody_who_was_invited_heard_of_the_strike() -> None:
    meeting = Meeting.objects.get(series__duty="leaders", called_off_at__isnull=False)
    assert meeting.sequence == 2
    invited = Invitee.objects.filter(meeting=meeting, recorded_at__lt=meeting.called_off_at)
    for news, revision in (("called_off", 1), ("moved", 2)):
        letters = Letter.objects.filter(
            template=f"events/mail/meeting_{news}.txt",
            key__startswith=f"meeting:{meeting.pk}:{revision}:",
        )
        assert letters.count() == invited.count()
