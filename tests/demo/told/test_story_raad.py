"""The raad in the story: where it decided, who has its ballot, and what is asked of a seat."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from partners.models import Framework, Person
from programme.models import Ballot, Decision, HandOver, Programme
from schuldenlab.demo.models import SentMail
from schuldenlab.demo.story import cast, successor
from schuldenlab.portal.asks import asks_of

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
ZONE = ZoneInfo("Europe/Amsterdam")


def test_what_was_decided_in_a_meeting_has_its_meeting() -> None:
    """On the days on which the raad met: 21 January, 18 May and 27 July."""
    rows = Decision.objects.filter(origin="meeting").order_by("sequence").select_related("meeting")
    days = [(each.sequence, each.taken_at.date(), each.meeting.held_on) for each in rows]
    assert days == [
        (4, date(2026, 1, 21), date(2026, 1, 21)),
        (7, date(2026, 5, 18), date(2026, 5, 18)),
        (11, date(2026, 7, 27), date(2026, 7, 27)),
        (12, date(2026, 7, 27), date(2026, 7, 27)),
    ]


def test_a_substitute_finds_it_handed_over() -> None:
    """The evening before, with a mail; on its own page it is what is asked."""
    given = HandOver.objects.get()
    substitute = Person.objects.get(email=cast.SUBSTITUTE.email)
    assert (given.to_person, given.entitlement.organisation.short_name) == (substitute, "CH")
    assert given.entitlement.ballot == Ballot.objects.get(status="open")
    assert given.at == datetime(2026, 9, 22, 16, 10, tzinfo=ZONE)
    mail = SentMail.objects.get(address=substitute.email, at=given.at)
    assert given.entitlement.ballot.title in mail.subject
    substitute.moment = datetime(2026, 9, 23, 12, tzinfo=ZONE)
    assert given.entitlement.ballot.question in [each.title for each in asks_of(substitute)]


def test_the_programme_was_prepared_and_shown_before_it_was_opened() -> None:
    ballot = Programme.objects.get(year=2026).ballot
    assert ballot.announced_at == datetime(2026, 1, 9, 14, 40, tzinfo=ZONE)
    assert ballot.opened_at == datetime(2026, 1, 12, 10, 30, tzinfo=ZONE)


def test_signing_stands_below_what_is_sooner() -> None:
    """The open ballot is among the first three; what stands before the framework comes sooner."""
    director = Person.objects.get(email=cast.DIRECTOR.email)
    director.moment = datetime(2026, 9, 23, 12, tzinfo=ZONE)
    asks = asks_of(director)
    ballot = Ballot.objects.get(status="open")
    vote = next(n for n, each in enumerate(asks) if f"/stemmingen/{ballot.pk}/" in each.url)
    sign = next(n for n, each in enumerate(asks) if "/ondertekenen/" in each.url)
    assert vote < 3 <= sign
    first = ("/instapaanbod/", f"/stemmingen/{ballot.pk}/", "/bijeenkomsten/")
    assert all(part in each.url for part, each in zip(first, asks, strict=False))


@pytest.mark.parametrize(
    ("opened", "last"),
    [
        (date(2026, 9, 1), date(2026, 11, 30)),
        (date(2026, 11, 6), date(2026, 12, 31)),
        (date(2026, 12, 9), date(2027, 1, 31)),
    ],
)
def test_the_last_day_to_sign_leaves_room(opened: date, last: date) -> None:
    """Also when the demo is told in November or December."""
    old = Framework.objects.get(status="in_force")
    at = datetime.combine(opened, time(9), tzinfo=ZONE)
    assert successor._sign_by(old, at) == last
