"""Meetings with an agenda, people and minutes, made by the product's own actions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import ActionItem, AgendaItem, Invitee, Meeting, Minutes
from events.proceedings import text_mark

from .records import NOBODY, at, schedule, slots

if TYPE_CHECKING:
    from tests.cast import Cast

FIRST, SECOND = at(2026, 4, 16), at(2026, 9, 22)
DAY = timedelta(days=1)
TEXT = "1. Welkom\n\nWij spraken over de pilot.\n\n- Eerste punt\n- Tweede punt"


def meetings(cast: Cast, **facts: Any) -> tuple[Meeting, Meeting]:
    """Two meetings of one series, both with a date that has come on 23 September 2026.

    Its rule names nobody: only whom a test invites is invited.
    """
    first, second = slots(cast, **{"audience": NOBODY, **facts})
    schedule(first, FIRST, at(2026, 1, 3))
    schedule(second, SECOND, at(2026, 1, 3))
    return first, second


def put(cast: Cast, meeting: Meeting, title: str, **facts: Any) -> AgendaItem:
    """A point on the agenda, put there long before."""
    known = {"kind": "discuss", "actor": cast.manager, "at": at(2026, 2, 2), **facts}
    return actions.add_agenda_item(
        meeting.series, year=meeting.year, meeting=meeting, title=title, **known
    )


def hold(cast: Cast, meeting: Meeting, *letters: str) -> Meeting:
    """Recorded in the evening of the day itself."""
    begins = meeting.starts_at
    assert begins is not None
    there = [cast[each] for each in letters or ("BN", "FV")]
    evening = begins.replace(hour=20)
    return actions.hold_meeting(meeting, attendance=there, actor=cast.manager, at=evening)


def invite(meeting: Meeting, *people: Any) -> None:
    """These people are invited by name."""
    for person in people:
        Invitee.objects.create(meeting=meeting, person=person)


def act_of(cast: Cast, meeting: Meeting, owner: Any, **facts: Any) -> ActionItem:
    """An action of the day after."""
    begins = meeting.starts_at
    assert begins is not None
    known = {"text": "Voorbeeldgesprek maken", "due_on": date(2026, 10, 1), **facts}
    return actions.add_action(
        meeting, owner=owner, actor=cast.manager, **{"at": begins + DAY, **known}
    )


def start(cast: Cast, meeting: Meeting, text: str = TEXT) -> Minutes:
    """A draft with this text, two days after the meeting."""
    begins = meeting.starts_at
    assert begins is not None
    known = {"actor": cast.manager, "at": begins + 2 * DAY}
    minutes = actions.start_minutes(meeting, **known)
    if text:
        actions.write_minutes(minutes, text=text, based_on=text_mark(minutes.text), **known)
    return minutes


def send(cast: Cast, meeting: Meeting, text: str = TEXT) -> Minutes:
    """Sent the same day."""
    minutes = start(cast, meeting, text)
    begins = meeting.starts_at
    assert begins is not None
    return actions.send_minutes(minutes, actor=cast.manager, at=begins + 2 * DAY)


def approved(cast: Cast) -> Minutes:
    """The minutes of the first meeting, approved in the second."""
    first, second = meetings(cast)
    put(cast, first, "Welkom")
    hold(cast, first)
    minutes = send(cast, first)
    return actions.approve_minutes(
        minutes, meeting=second, actor=cast.manager, at=SECOND + timedelta(hours=1)
    )
