"""The story of invitations: who said yes, who came instead, and who is asked today."""

from __future__ import annotations

import pytest

from events.coming import coming_to
from events.models import Invitee, Meeting, Reply
from partners.models import Organisation, Person
from schuldenlab.demo.story import cast
from schuldenlab.portal.asks import asks_of
from tests.demo.told.conftest import TODAY
from tests.events.records import at

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]


def network() -> Meeting:
    return Meeting.objects.select_related("series").get(starts_at=at(2026, 11, 12))


def test_who_comes_to_the_network_meeting() -> None:
    meeting = network()
    coming = coming_to(meeting, TODAY)
    assert (coming.people, len(coming.organisations), len(coming.silent)) == (31, 17, 5)
    assert meeting.reply_by_on == at(2026, 10, 23).date()
    house = Organisation.objects.get(name="Corporatie Haagwijk")
    names = [each for each in coming.of_organisation[house.pk] if coming.people_of(each)]
    assert len(names) == 3
    assert meeting.parts.standing().count() == 6
    assert [paper.title for paper in meeting.documents.all()] == [
        "Uitnodiging en route",
        "Zo bereidt u zich voor",
    ]


def test_one_replacement_was_accepted() -> None:
    reply = Reply.objects.get(answer="replacement")
    assert reply.invitee.meeting.series.duty == "inspiration"
    assert reply.accepted_at is not None
    assert not reply.is_director_level
    directors = Reply.objects.filter(invitee__meeting=reply.invitee.meeting, answer="yes")
    assert directors.count() == 18


def test_the_director_of_the_bank_is_asked_until_the_23rd() -> None:
    director = Person.objects.get(email=cast.DIRECTOR.email)
    director.moment = at(2026, 9, 23, "10:00")
    [ask] = [ask for ask in asks_of(director) if ask.post_url.startswith("/bijeenkomsten/")]
    assert ask.days_left == 30
    assert (
        not Reply.objects.filter(invitee__in=Invitee.objects.filter(person=director))
        .filter(invitee__meeting=network())
        .exists()
    )


def test_enough_seats_is_not_sure_yet() -> None:
    meeting = Meeting.objects.of_raad().get(starts_at=at(2026, 9, 29, "10:00"))
    quorum = coming_to(meeting, TODAY).quorum
    assert (quorum.seats, quorum.coming, quorum.needed, quorum.is_met) == (6, 3, 4, False)
