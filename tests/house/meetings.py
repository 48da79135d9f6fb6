"""Meetings of the raad in the world of the house tests: one that comes, one that is held now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from events import actions as events
from events.models import AgendaDocument, AgendaItem, Meeting
from programme import actions
from programme.models import Ballot, Dispute, PackVersion
from tests.house.world import draft_motion

if TYPE_CHECKING:
    from tests.house.world import World

PDF = b"%PDF-1.7\nEen stuk."


def meeting_shelf(world: World) -> None:
    """Papers of a coming meeting with a vote; votes of another with one that is disputed."""
    cast, at = world.cast, world.cast.at
    last = datetime(at.year, 12, 31, 23, 0, tzinfo=at.tzinfo)
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    before = {**known, "at": at - timedelta(days=3)}
    now = actions.plan_raad_meeting(
        cast.raad, starts_at=at - timedelta(minutes=1), subject="Nu", **before
    )
    motion = draft_motion(cast, before["at"], title="Motie van nu")
    actions.open_ballot_in_meeting(motion, meeting=now, **before)
    seat = motion.entitlements.select_related("organisation").get(organisation=cast["VH"])
    actions.enter_votes(motion, votes=[actions.CalledOut(seat, cast.seat_VH, "for")], **known)
    actions.dispute_vote(
        motion, organisation=cast["VH"], text="Niet goed.", actor=cast.seat_VH, at=at
    )
    coming = actions.plan_raad_meeting(
        cast.raad, starts_at=min(at + timedelta(days=3), last), subject="Straks", **known
    )
    later = draft_motion(cast, at, title="Motie van straks")
    actions.open_ballot_in_meeting(later, meeting=coming, **known)
    item = actions.put_on_next_agenda(
        cast.raad, title="Punt", text="Uitleg.", kind="discuss", ballot=later, **known
    )
    events.add_agenda_document(item, upload=PDF, name="stuk.pdf", **known)
    events.put_item_on_agenda(
        events.add_agenda_item(
            coming.series, year=coming.year, meeting=coming, kind="inform", title="Wacht", **known
        ),
        meeting=None,
        **known,
    )
    actions.send_pack(coming, **known)


def more_points(world: World, count: int) -> None:
    """Many points with a file on the coming agenda, many that wait, and more meetings."""
    cast, at = world.cast, world.cast.at
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    meeting = Meeting.objects.of_raad().get(subject="Straks")
    for number in range(count):
        facts = {"year": meeting.year, "kind": "inform", "title": f"Punt {number}"}
        item = events.add_agenda_item(meeting.series, meeting=meeting, **facts, **known)
        events.add_agenda_document(item, upload=PDF, name=f"{number}.pdf", **known)
        events.add_agenda_item(meeting.series, meeting=None, **facts, **known)
    for _number in range(3):
        actions.send_pack(meeting, changed="Meer.", **known)
        window = meeting.window_opens_on, meeting.window_closes_on
        more = events.add_meeting(meeting.series, year=meeting.year, window=window, **known)
        events.schedule_meeting(more, starts_at=meeting.starts_at or at, **known)


def coming(_world: World) -> int:
    return Meeting.objects.of_raad().get(subject="Straks").pk


def held_now(_world: World) -> int:
    return Meeting.objects.of_raad().get(subject="Nu").pk


def point(_world: World) -> int:
    return AgendaItem.objects.get(title="Punt").pk


def waiting_point(_world: World) -> int:
    return AgendaItem.objects.get(title="Wacht", taken_off_at__isnull=True).pk


def paper(_world: World) -> int:
    return AgendaDocument.objects.get(item__series__duty="raad").pk


def pack(_world: World) -> int:
    return PackVersion.objects.get().pk


def vote_now(_world: World) -> int:
    return Ballot.objects.get(title="Motie van nu").pk


def vote_later(_world: World) -> int:
    return Ballot.objects.get(title="Motie van straks").pk


def objection(_world: World) -> int:
    return Dispute.objects.get().pk
