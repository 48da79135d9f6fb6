"""The short form of `make tamper`: a handful of changes, made by the owner of the tables."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from trials.intruder import TRAIL, VOTES, Intruder
from trials.tamper import WITHOUT_HEAD, is_found, one_change, tell_year

if TYPE_CHECKING:
    from tests.house.world import World

ATTACKS = ("edit", "delete", "swap", "re-chain")
SEED = 70


def test_every_change_is_found_against_the_mailed_head(world_fixed: World) -> None:
    at, told = world_fixed.cast.at, tell_year(world_fixed, ballots=2)
    intruder = Intruder(Random(SEED), max(told))
    assert len(told) >= 2
    assert not is_found(at, told)
    for attack in ATTACKS:
        for table in (TRAIL, VOTES):
            seen, blind = one_change(intruder, attack, table, told, at, triggers="USER")
            assert (seen, blind) == (True, attack not in WITHOUT_HEAD), (attack, table)
    assert not is_found(at, told)
