"""Agendas, minutes and actions in the world of the house tests: of a network that goes on now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import ActionItem, AgendaDocument, AgendaItem, GuestLink, Meeting, MeetingSeries
from events.models import Minutes as MinutesModel
from events.proceedings import text_mark
from partners.querysets import token_digest

if TYPE_CHECKING:
    from tests.house.world import World

PDF = b"%PDF-1.7\nEen stuk."
TOKEN = "m" * 43
TITLE = "Stuurgroep van de proef"


def minutes_shelf(world: World) -> None:
    """A meeting that goes on with all that belongs to it, one that was held, and one that comes."""
    cast, at = world.cast, world.cast.at
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    series = MeetingSeries.objects.create(
        framework=cast.framework,
        duty="steering",
        title=TITLE,
        audience="steering",
        per_year=0,
    )
    now = _meeting(world, series, 1, at - timedelta(days=2))
    item = actions.add_agenda_item(
        series, year=now.year, meeting=now, kind="discuss", title="Proefpunt", **known
    )
    actions.add_agenda_document(item, upload=PDF, name="proef.pdf", **known)
    actions.add_agenda_item(
        series, year=now.year, meeting=None, kind="inform", title="Blijft liggen", **known
    )
    _written(now, **known)
    held = _meeting(world, series, 2, at - timedelta(days=9))
    for person in (cast.seat, cast.director):
        held.invitees.create(person=person, organisation=cast["BN"])
    actions.hold_meeting(held, attendance=[cast["BN"]], **known)
    actions.send_minutes(_written(held, **known), **known)
    action = actions.add_action(
        held, text="Bellen", owner=cast.seat, due_on=at.date() + timedelta(days=9), **known
    )
    GuestLink.objects.create(
        action_item=action, token_sha256=token_digest(TOKEN), expires_at=at + timedelta(days=1)
    )


def _meeting(world: World, series: MeetingSeries, ordinal: int, starts_at: Any) -> Meeting:
    """With a date in the past, which no action gives."""
    day = world.cast.at.date()
    meeting = Meeting.objects.create(
        series=series,
        year=world.cast.at.year + 2,
        ordinal=ordinal,
        window_opens_on=day,
        window_closes_on=day,
        starts_at=starts_at,
        status="scheduled",
    )
    meeting.dates.create(starts_at=starts_at)
    return meeting


def more_minutes(world: World, count: int) -> None:
    """Many points with papers, many that wait, and many actions."""
    cast, at = world.cast, world.cast.at
    known: dict[str, Any] = {"actor": cast.manager, "at": at}
    now, series = Meeting.objects.get(pk=going_on(world)), AgendaItem.objects.get(pk=point(world))
    for number in range(count):
        facts = {"year": now.year, "kind": "inform", "title": f"Nog {number}"}
        item = actions.add_agenda_item(series.series, meeting=now, **facts, **known)
        actions.add_agenda_document(item, upload=PDF, name=f"nog{number}.pdf", **known)
        actions.add_agenda_item(series.series, meeting=None, **facts, **known)
        actions.add_action(
            Meeting.objects.get(pk=held_before(world)),
            text=f"Actie {number}",
            owner=cast.manager,
            due_on=at.date() + timedelta(days=number),
            **known,
        )


def going_on(_world: World) -> int:
    return Meeting.objects.get(series__title=TITLE, ordinal=1).pk


def held_before(_world: World) -> int:
    return Meeting.objects.get(series__title=TITLE, ordinal=2).pk


def point(_world: World) -> int:
    return AgendaItem.objects.get(title="Proefpunt").pk


def waiting(_world: World) -> int:
    return AgendaItem.objects.get(title="Blijft liggen").pk


def paper(_world: World) -> int:
    return AgendaDocument.objects.get(document__name="proef.pdf").pk


def action(_world: World) -> int:
    return ActionItem.objects.get(text="Bellen").pk


def sent_minutes(_world: World) -> int:
    return MinutesModel.objects.get(status="sent").pk


def _written(meeting: Meeting, **known: Any) -> MinutesModel:
    """A draft in which nothing is still to be written."""
    minutes = actions.start_minutes(meeting, **known)
    mark = text_mark(minutes.text)
    return actions.write_minutes(minutes, text="Wij spraken elkaar.", based_on=mark, **known)
