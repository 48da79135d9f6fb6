"""Home asks as much of the database for ten partners as for ten thousand, whoever opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from partners.models import Partnership
from programme.models import Facilitator, InnovationTheme
from tests.cast import login
from tests.house.crowd import crowd
from tests.programme.pages import cost_of

if TYPE_CHECKING:
    from tests.house.world import World

HOME = reverse("portal:home")
TEN, TEN_THOUSAND = 10, 10_000
WHO = ("director", "seat", "contact", "outsider", "manager")
COSTS = {"director": (49, 36), "seat": (48, 47), "contact": (45, 32)}  # queries and rows


@pytest.fixture
def ten(shelves_now: World) -> World:
    """Three more than the seven of the cast; the outsider guides a theme."""
    crowd(shelves_now, 8, TEN)
    theme = InnovationTheme.objects.exclude(selected_at=None).first()
    assert theme is not None
    day = shelves_now.cast.at.date()
    Facilitator.objects.create(theme=theme, person=shelves_now.cast.outsider, from_on=day)
    return shelves_now


def costs(world: World) -> dict[str, tuple[int, int]]:
    """Queries and rows of home for everybody of `WHO`."""
    found = {}
    for role in WHO:
        cost = cost_of(login(Client(), getattr(world.cast, role)), HOME)
        found[role] = cost.queries, cost.rows
    return found


def test_ten_partners_cost_as_much_as_ten_thousand(ten: World) -> None:
    small = costs(ten)
    crowd(ten, TEN + 1, TEN_THOUSAND)
    assert Partnership.objects.on(ten.cast.at.date()).count() == TEN_THOUSAND
    assert costs(ten) == small
    assert {role: small[role] for role in COSTS} == COSTS
