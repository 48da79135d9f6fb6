"""Invited people and their calendars, for tests: read with another library than writes them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import vobject

from events.models import Invitee, Meeting
from schuldenlab.outbox.models import Letter
from tests.events.records import NOBODY, at, schedule, slots

if TYPE_CHECKING:
    from tests.cast import Cast

NOW, DATE = at(2026, 9, 23, "10:00"), at(2026, 11, 12, "14:00")
ROLES = ("director", "seat", "contact")


def read(text: str | bytes) -> Any:
    """The calendar as another program reads it."""
    return vobject.readOne(text.decode() if isinstance(text, bytes) else text)


def invite(cast: Cast, meeting: Meeting, *roles: str) -> list[Invitee]:
    """These people are invited; nobody has told them yet."""
    return [
        Invitee.objects.create(meeting=meeting, person=getattr(cast, role), recorded_at=NOW)
        for role in roles or ROLES
    ]


def autumn(cast: Cast, **facts: Any) -> Meeting:
    """A meeting of the autumn, without a date, of which the rule names nobody."""
    return slots(cast, **{"audience": NOBODY, **facts})[1]


def dated(cast: Cast, *roles: str, **facts: Any) -> Meeting:
    """The same with three people invited, a date, and their first letters."""
    meeting = autumn(cast)
    invite(cast, meeting, *roles)
    words = {"subject": "Samen sneller helpen", "place": "Zaal De Vliet", **facts}
    return schedule(meeting, DATE, NOW, **words)


def later(days: int = 0, hours: int = 0) -> datetime:
    return NOW.replace(day=NOW.day + days, hour=NOW.hour + hours)


def letters(news: str) -> list[Letter]:
    return list(Letter.objects.filter(template=f"events/mail/meeting_{news}.txt").order_by("pk"))


def entries(news: str) -> list[Any]:
    """The events in these letters."""
    return [read(letter.calendar).vevent for letter in letters(news)]
