"""Stepping aside, two at once: once for a seat, and never until fewer than three remain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from programme import actions
from programme.models import Ballot, Recusal
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import SEATS, login
from tests.house.world import draft_motion
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shown(cast_now: Cast) -> Ballot:
    ballot = draft_motion(cast_now, cast_now.at)
    return actions.announce_ballot(ballot, actor=cast_now.manager, at=cast_now.at)


def test_representative_and_substitute_step_aside_once(cast_now: Cast, shown: Ballot) -> None:
    url = reverse("programme:seat-recuse", args=[shown.pk])
    clients = [login(Client(), each) for each in (cast_now.seat, cast_now.substitute) * 4]

    def press(client: Client) -> Callable[[], int]:
        return lambda: client.post(url, {"reason": "Buren"}).status_code

    codes = at_once([press(client) for client in clients])
    assert sorted(codes) == [302, *[422] * 7]
    assert Recusal.objects.get().organisation == cast_now["BN"]
    assert Entry.objects.filter(verb="recuse_seat", result="done").count() == 1


def test_at_least_three_seats_remain(cast_now: Cast, shown: Ballot) -> None:
    def step_aside(letters: str) -> Callable[[], Recusal]:
        return lambda: actions.recuse_seat(
            Ballot.objects.get(pk=shown.pk),
            organisation=cast_now[letters],
            option=None,
            reason="",
            actor=cast_now.people.get(f"seat_{letters}", cast_now.seat),
            at=cast_now.at,
        )

    given = at_once([step_aside(letters) for letters in SEATS])
    assert sum(isinstance(each, Recusal) for each in given) == 3
    assert sum(isinstance(each, Refused) for each in given) == 3
    assert Recusal.objects.count() == 3


def test_stepping_aside_against_opening(cast_now: Cast, shown: Ballot) -> None:
    """Whoever comes first: the seat is aside, in the draft or in the open ballot."""

    def step_aside() -> Recusal:
        return actions.recuse_seat(
            Ballot.objects.get(pk=shown.pk),
            organisation=cast_now["BN"],
            option=None,
            reason="",
            actor=cast_now.seat,
            at=cast_now.at,
        )

    def open_it() -> Ballot:
        ballot = Ballot.objects.select_related("raad").get(pk=shown.pk)
        return actions.open_ballot(
            ballot, closes_at=shown.closes_at, actor=cast_now.manager, at=cast_now.at
        )

    given = at_once([step_aside, open_it])
    assert not [each for each in given if isinstance(each, Exception)]
    shown.refresh_from_db()
    assert shown.status == Ballot.Status.OPEN
    assert shown.organisations_aside() == {cast_now["BN"].pk}
