"""Open data is tested in a year half way, in which everything that can be public is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import time_machine

from events.models import MeetingSeries
from partners.models import Framework, Organisation
from programme import actions
from programme.models import AnnualAccount, Decision, InnovationTheme, Programme
from projects.models import Project
from schuldenlab.portal.account.edition import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast
    from tests.house.world import World


MARKED = (Organisation, Framework, MeetingSeries, Programme, InnovationTheme, Decision, Project)


@pytest.fixture
def hidden(shelves_now: World) -> Iterator[World]:
    """A day that stands still; nothing is marked."""
    with time_machine.travel(shelves_now.cast.at, tick=False):
        for rows in MARKED:
            rows.objects.update(is_public=False)
        yield shelves_now


@pytest.fixture
def shown(hidden: World) -> World:
    """The same, with a mark on all that may have one."""
    show_everything()
    publish_account(hidden.cast)
    return hidden


def publish_account(cast: Cast) -> None:
    """The edition of this year that is being written comes out, with one text."""
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    account = AnnualAccount.objects.get(status="draft")
    actions.write_block(account, "short", text="Het was een goed jaar.", **known)
    content = content_of(account.year, cast.at)
    actions.publish_account(account, content=content, **known)


def show_everything() -> None:
    """Mark all that may be public."""
    Organisation.objects.update(is_public=True)
    Framework.objects.exclude(status="draft").update(is_public=True, is_kompas_public=True)
    MeetingSeries.objects.exclude(duty="steering").update(is_public=True)
    Programme.objects.filter(status__in=["adopted", "closed"]).update(is_public=True)
    chosen = InnovationTheme.objects.exclude(status__in=["proposed", "withdrawn"])
    chosen.update(is_public=True)
    Decision.objects.update(is_public=True)
    Project.objects.update(is_public=True)
