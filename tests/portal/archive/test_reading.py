"""What is written of each kind: every field is there, in as many queries for many as for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from schuldenlab.portal.archive.facts import FACTS
from schuldenlab.portal.archive.kind import Kind
from schuldenlab.portal.archive.kinds import KINDS
from schuldenlab.portal.archive.reading import pairs_of, written_of
from schuldenlab.portal.archive.register import Wanted, records_of
from tests.programme.pages import counted

if TYPE_CHECKING:
    from tests.house.world import World


def test_every_kind_says_what_is_written_down() -> None:
    assert {kind.code for kind in KINDS} == FACTS.keys()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_costs_the_same_for_many(shelves_now: World, kind: Kind) -> None:
    numbers = [row.number for row in records_of(Wanted(kind=kind.code))]
    costs = set()
    for some in (numbers[:1], numbers):
        with counted() as cost:
            found = written_of(kind, some)
        costs.add(cost.queries)
        assert set(found) == set(some)
    assert costs == {1 + len(FACTS[kind.code].parts)}
    for record in found.values():
        assert list(pairs_of(kind.model, record.facts))
        for _title, model, rows in record.parts:
            assert all(list(pairs_of(model, row)) for row in rows)
