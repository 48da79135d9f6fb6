"""Invitations, answers and the day of a meeting in the world of the house tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import GuestLink, Invitee, Meeting, MeetingDocument, ProgrammePart, Reply
from partners.models import Person
from partners.querysets import token_digest

if TYPE_CHECKING:
    from tests.house.world import World

PDF = b"%PDF-1.7\nEen stuk."
TOKEN = "t" * 43


def _coming() -> Meeting:
    return Meeting.objects.of_raad().get(subject="Straks")


def invitation_shelf(world: World) -> None:
    """To the coming meeting of the raad: a link, an answer, somebody instead, a part, a paper."""
    cast, at, meeting = world.cast, world.cast.at, _coming()
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    of = {each.person_id: each for each in meeting.invitees.select_related("meeting__series")}
    GuestLink.objects.create(
        token_sha256=token_digest(TOKEN), invitee=of[cast.seat.pk], expires_at=meeting.starts_at
    )
    actions.reply_to_invitation(of[cast.seat_GD.pk], answer="yes", **known)
    Reply.objects.create(
        invitee=of[cast.substitute.pk],
        ordinal=1,
        answer="replacement",
        replacement_name="Ina Stead",
        recorded_at=at,
    )
    actions.add_part(meeting, begins=time(14), title="Opening", **known)
    paper = {"upload": PDF, "name": "route.pdf", "title": "Route"}
    actions.add_meeting_document(meeting, **paper, **known)


def more_invitations(world: World, count: int) -> None:
    """Many more people who come, parts and papers."""
    cast, at, meeting = world.cast, world.cast.at, _coming()
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    there = meeting.invitees.values("person")
    for person in Person.objects.exclude(pk__in=there).order_by("-pk")[:count]:
        invitee = Invitee.objects.create(meeting=meeting, person=person, recorded_at=at)
        Reply.objects.create(invitee=invitee, ordinal=1, answer="yes", recorded_at=at)
        actions.add_part(meeting, begins=time(15), title="Meer", **known)
        paper = {"upload": PDF, "name": "meer.pdf", "title": "Meer"}
        actions.add_meeting_document(meeting, **paper, **known)


def invitation_of(role: str) -> Callable[[World], int]:
    return lambda world: _coming().invitees.get(person=getattr(world.cast, role)).pk


def instead(_world: World) -> int:
    return Reply.objects.get(answer="replacement").pk


def part(_world: World) -> int:
    return ProgrammePart.objects.get().pk


def meeting_paper(_world: World) -> int:
    return MeetingDocument.objects.get().pk
