"""Invitations for tests, made by the product's own actions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from events import actions
from events.actions.links import write_links
from events.models import GuestLink, Invitee, Meeting, Reply
from tests.events.records import at, schedule, slots

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

MEETS = at(2026, 11, 12)


def invited(cast: Cast, starts_at: datetime = MEETS, **facts: Any) -> Meeting:
    """The network meeting of autumn, to which everybody is invited at the moment of the cast."""
    given = {"duty": "network", "colleagues": 2, "reply_days": 14, **facts}
    meeting = [each for each in slots(cast, **given) if each.series.duty == given["duty"]][-1]
    return schedule(meeting, starts_at, cast.at, subject="Samen", place="Zaal")


def directors_invited(cast: Cast) -> Meeting:
    """An inspiration event: for directors."""
    return invited(cast, duty="inspiration", audience="directors", colleagues=0)


def invitation(meeting: Meeting, person: Any) -> Invitee:
    return Invitee.objects.select_related("meeting__series").get(meeting=meeting, person=person)


def reply(meeting: Meeting, person: Any, on: datetime, answer: str = "yes", **facts: Any) -> Reply:
    """What this person answered then."""
    return actions.reply_to_invitation(
        invitation(meeting, person), answer=answer, actor=person, at=on, **facts
    )


def link_of(meeting: Meeting, person: Any, on: datetime) -> str:
    """The address in the letter to this person."""
    mine = invitation(meeting, person)
    assert meeting.starts_at is not None
    path = write_links([mine], expires_at=meeting.starts_at, at=on)[mine.pk]
    assert GuestLink.objects.filter(invitee=mine).exists()
    return path
