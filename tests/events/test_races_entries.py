"""Two at once about calendars, on real connections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from events import actions
from events.actions.telling import tell_invitees
from events.models import CalendarFeed, Meeting
from schuldenlab.outbox.models import Letter
from tests.events.invited import dated, invite, later
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_addresses_made_at_once_one_holds(cast_now: Cast) -> None:
    person = cast_now.seat
    paths = at_once([partial(actions.start_feed, person, actor=person, at=cast_now.at)] * 6)
    assert len(set(paths)) == 6
    assert CalendarFeed.objects.holding().count() == 1
    assert CalendarFeed.objects.count() == 6


def test_nobody_is_told_twice_by_two_at_once(cast: Cast) -> None:
    meeting = dated(cast, "seat")
    invite(cast, meeting, "director", "contact")
    copies = [Meeting.objects.get(pk=meeting.pk) for _each in range(4)]
    told = at_once([partial(tell_invitees, each, at=later(1)) for each in copies])
    assert sorted(told) == [0, 0, 0, 2]
    assert Letter.objects.count() == 3
