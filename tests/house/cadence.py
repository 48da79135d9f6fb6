"""A period without meetings, a standing guest and former terms in the world of the house tests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from events import actions
from events.models import BlockedPeriod, FormerTerms, MeetingSeries, StandingGuest

if TYPE_CHECKING:
    from tests.house.world import World


def cadence_shelf(world: World) -> None:
    """The series of the raad has other lead times since today, and a guest."""
    cast, day = world.cast, world.cast.at.date()
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    week = {"first_on": day, "last_on": day + timedelta(days=6)}
    actions.add_blocked_period(title="Vakantie", title_en="Holiday", **week, **known)
    series = MeetingSeries.objects.get(duty="raad")
    actions.add_standing_guest(series, person=cast.contact, reason="Gast", **known)
    actions.change_series(series, facts={"lead_days": series.lead_days + 1}, **known)


def more_cadence(world: World, count: int) -> None:
    """Many periods, guests and changes."""
    at, day = world.cast.at, world.cast.at.date()
    BlockedPeriod.objects.bulk_create(
        BlockedPeriod(title=f"V {n}", first_on=day, last_on=day, recorded_at=at)
        for n in range(count)
    )
    series = MeetingSeries.objects.get(duty="raad")
    people = [world.cast.people[name] for name in ("seat", "substitute", "director")]
    StandingGuest.objects.bulk_create(
        StandingGuest(series=series, person=person, recorded_at=at) for person in people
    )
    FormerTerms.objects.bulk_create(
        FormerTerms(series=series, per_year=0, lead_days=n, poll_days=1, until_at=at)
        for n in range(count)
    )


def raad_series(_world: World) -> int:
    return MeetingSeries.objects.get(duty="raad").pk


def blocked(_world: World) -> int:
    return BlockedPeriod.objects.get(title="Vakantie").pk


def guest(_world: World) -> int:
    return StandingGuest.objects.get(reason="Gast").pk
