"""The world of the markers: one of everything, each text with a word of its own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import time_machine
from django.test import override_settings

from events.models import MeetingSeries
from partners.actions import make_token
from partners.models import Framework, Organisation
from programme.models import Decision, InnovationTheme, Programme
from projects.models import Project
from tests.house import hidden

from .planting import Spot, plant
from .walking import addresses, files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partners.models import Person
    from tests.house.world import World


MARKED = (Organisation, Framework, MeetingSeries, Programme, InnovationTheme, Decision, Project)


@dataclass
class Marked:
    """The world, its markers, and who looks."""

    world: World
    planted: dict[str, Spot]
    readers: dict[str, Person]
    token: str
    urls: list[str]
    desk: list[str]


@contextmanager
def mark(world: World) -> Iterator[Marked]:
    """A day that stands still. All that may be public is, but for one of each."""
    cast, many = world.cast, dict.fromkeys(("token", "address"), 10**6)
    with time_machine.travel(cast.at, tick=False), override_settings(API_LIMITS=many):
        urls, desk = addresses(world), addresses(world, desk=True)
        readers = hidden.strangers(world)
        until = cast.at.date() + timedelta(days=30)
        _row, token = make_token(
            cast["FV"], purpose="Koppeling", expires_on=until, actor=None, at=cast.at
        )
        hidden.secret_shelf(world)
        urls.append(InnovationTheme.objects.get(project__isnull=False).get_absolute_url())
        mark_all_but_one()
        urls += files(world)
        yield Marked(world, plant(), readers, token, urls, desk)


def mark_all_but_one() -> None:
    """What may be public is, except the partner of the seat and the first of each kind."""
    for each in MARKED:
        each.objects.update(is_public=False)
    Organisation.objects.exclude(name="Bank Noordzee").update(is_public=True)
    Framework.objects.exclude(status="draft").update(is_public=True, is_kompas_public=True)
    MeetingSeries.objects.exclude(duty__in=["steering", "leaders", "raad"]).update(is_public=True)
    Programme.objects.filter(status__in=["adopted", "closed"]).update(is_public=True)
    chosen = InnovationTheme.objects.exclude(status__in=["proposed", "withdrawn"])
    for rows in (chosen, Decision.objects.all(), Project.objects.all()):
        kept = rows.order_by("pk").first()
        rows.exclude(pk=kept.pk if kept else None).update(is_public=True)
