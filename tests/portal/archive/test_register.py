"""The list of all records: each in one query, in its own year, as it was judged last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from partners.actions import judge_openness
from programme.models import Ballot, Decision
from schuldenlab.portal.archive.kinds import KINDS
from schuldenlab.portal.archive.register import (
    UNJUDGED,
    Wanted,
    as_nouns,
    records_named,
    records_of,
)
from tests.programme.pages import counted

if TYPE_CHECKING:
    from tests.house.world import World


@pytest.fixture
def world(shelves_now: World) -> World:
    return shelves_now


def year_of(world: World) -> int:
    return world.cast.at.year


def test_every_kind_is_found_and_in_one_query(world: World) -> None:
    with counted() as cost:
        found = records_of(Wanted())
    assert cost.queries == 1
    for kind in KINDS:
        rows = kind.model._base_manager.filter(kind.only)
        listed = [row.number for row in found if row.kind is kind]
        assert len(listed) == len(set(listed)), kind.code
        assert set(listed) <= set(rows.values_list("pk", flat=True)), kind.code
    assert {row.kind.code for row in found} >= {"decision", "ballot", "document", "project"}
    assert all(row.title for row in found)


def test_each_in_its_own_year(world: World) -> None:
    year = year_of(world)
    found = records_of(Wanted.of_year(year))
    assert found
    assert {row.on.year for row in found} == {year}
    everything = records_of(Wanted())
    others = [row for row in everything if row.on.year != year]
    assert len(found) + len(others) == len(everything)


def test_the_last_judgement_counts(world: World) -> None:
    cast = world.cast
    decision = Decision.objects.first()
    judge = {"actor": cast.staff, "at": cast.at}
    judge_openness([decision], state="closed", grounds=["5.2"], **judge)
    judge_openness([decision], state="open", **judge)
    asked = Wanted(kind="decision")
    states = {row.number: row.state for row in records_of(asked)}
    assert states.pop(decision.pk) == "open"
    assert set(states.values()) <= {UNJUDGED}
    assert [row.number for row in records_of(Wanted(kind="decision", state="open"))] == [
        decision.pk
    ]
    assert records_of(Wanted(kind="decision", state="closed")) == []


def test_words_and_days_narrow_it(world: World) -> None:
    decision = Decision.objects.first()
    word = decision.title.split()[0]
    found = records_of(Wanted(words=word, kind="decision"))
    assert decision.pk in [row.number for row in found]
    assert records_of(Wanted(words="zzzxxyyq")) == []
    day = date(1999, 1, 1)
    assert records_of(Wanted(first=day, last=day + timedelta(days=1))) == []


def test_every_way_to_narrow_can_be_asked(world: World) -> None:
    for kind in KINDS:
        for name in kind.narrow:
            records_of(Wanted(kind=kind.code, narrow={name: 1}))
    project = records_of(Wanted(kind="project"))[0]
    of_it = records_of(Wanted(narrow={"project": project.number}))
    assert project in of_it
    assert {row.kind.code for row in of_it} <= {
        kind.code for kind in KINDS if "project" in kind.narrow
    }


def test_a_form_names_records_that_are_there(world: World) -> None:
    ballot = Ballot.objects.filter(status="closed").first()
    open_one = Ballot.objects.exclude(status="closed").first()
    keys = [f"ballot-{ballot.pk}", f"ballot-{open_one.pk}", "ballot-x", "koning-1", "ballot-", ""]
    found = records_named([*keys, f"ballot-{10**18}"])
    assert [row.number for row in found] == [ballot.pk]
    assert as_nouns(found) == [ballot]
