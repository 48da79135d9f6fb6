"""A short round of `make check-roles`: what is another's is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.test import Client

from tests.cast import login
from tests.house.test_urls import Visitor, table
from trials.belonging import PRIVATE, SHARED
from trials.matrix import OPEN_DATA
from trials.records import doors_of_records, is_own, private_records, walk

if TYPE_CHECKING:
    from tests.house.world import World

# No row of these is in the world: no such thing happened.
NOT_THERE = {"documents.WooRequest"}


def test_every_kind_of_record_belongs_to_somebody() -> None:
    """A new address of a new kind of record fails until somebody said whose it is."""
    there = set(doors_of_records())
    assert sorted(there - PRIVATE.keys() - SHARED.keys()) == [], "whose is this?"
    assert sorted((PRIVATE.keys() | SHARED.keys()) - there) == [], "these are gone"
    assert PRIVATE.keys() & SHARED.keys() == set()


def test_what_may_be_done_at_an_address_is_told_for_open_data_only(shelves_now: World) -> None:
    """Every address, the ones with records behind them as well."""
    for name, kinds in table("anonymous").items():
        url = next(iter(kinds.values())).url(name, shelves_now)
        expected = 200 if url.startswith(OPEN_DATA) else 405
        assert Client().options(url).status_code == expected, name


def test_there_is_one_of_each(shelves_now: World) -> None:
    missing = {label for label in PRIVATE if not private_records(label)}
    assert missing <= NOT_THERE
    owned = [label for label, belongs in PRIVATE.items() if belongs.organisation]
    director = shelves_now.cast.director
    mine = {
        label
        for label in owned
        for record in private_records(label)
        if is_own(PRIVATE[label], record, director)
    }
    assert len(mine) >= 6, "the bank has its own, so that others can be refused it"
    assert all(apps.get_model(label) for label in mine)


@pytest.mark.parametrize("role", ["other_director", "director"])
def test_what_is_anothers_is_not_there(shelves_now: World, role: str) -> None:
    """A director of one partner at the records of all others; and at the own ones."""
    person = getattr(shelves_now.cast, role)
    client = login(Client(), person)
    count = walk(shelves_now, Visitor(client), role, person, methods=("post",))
    assert count.faults == []
    assert count.asked["other's"] > 80
    assert count.asked["own"] > 5
