"""What is written of each kind: every field is there, in as many queries for many as for one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.utils import translation
from django.utils.functional import Promise

from partners.models import Person
from programme.models import CourseChange, Decision, InnovationTheme
from schuldenlab.portal.archive.facts import FACTS
from schuldenlab.portal.archive.inside import TYPED_NAMES, is_inside
from schuldenlab.portal.archive.kind import Kind
from schuldenlab.portal.archive.kinds import KINDS
from schuldenlab.portal.archive.reading import NAMES, pairs_of, steps_of, written_of
from schuldenlab.portal.archive.register import Wanted, records_of
from tests.programme.pages import counted

if TYPE_CHECKING:
    from django.db.models import Model

    from tests.house.world import World

NBSP = "\N{NO-BREAK SPACE}"


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


def test_a_reader_reads_days_and_words(shelves_now: World) -> None:
    moment = datetime(2026, 3, 30, 9, 20, tzinfo=UTC)
    with translation.override("nl"):
        assert dict(pairs_of(Decision, {"taken_at": moment, "due_on": date(2026, 4, 1)})) == {
            "Genomen op": f"30 maart 2026, 11.20{NBSP}uur",
            "Uiterlijk op": "1 april 2026",
        }
    with translation.override("en"):
        assert dict(pairs_of(Decision, {"taken_at": moment})).popitem()[1] == "30 March 2026, 11:20"


def test_a_name_stands_once_and_a_record_by_its_number() -> None:
    with translation.override("en"):
        facts = {"year": 2026, "raad__year": 2026, "ballot_id": 7}
        assert list(pairs_of(Decision, facts)) == [
            ("Year", 2026),
            ("Ballot: number in the index", "ballot-7"),
        ]
        names = [name for name, _value in pairs_of(Decision, {"year": 2026, "raad__year": 2025})]
        assert len(set(names)) == 2


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_column_has_words_of_ours(kind: Kind) -> None:
    for model, lookup in lookups_of(kind):
        for field in steps_of(model, lookup)[-2:]:
            assert isinstance(field.verbose_name, Promise) or field.name in NAMES, lookup


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_nobody_goes_outside_by_name(kind: Kind) -> None:
    for model, lookup in lookups_of(kind):
        passed = model
        for step in lookup.split("__"):
            names = {field.name: field for field in passed._meta.get_fields()}
            field = names.get(step) or names[step.removesuffix("_id")]
            passed = field.related_model or passed
            if passed is Person:
                assert is_inside(model, lookup), lookup


def test_typed_names_stay_inside_and_organisations_go() -> None:
    for label, names in TYPED_NAMES.items():
        model = apps.get_model(label)
        assert all(is_inside(model, name) for name in names)
    assert is_inside(CourseChange, "proposed_by__name")
    assert not is_inside(InnovationTheme, "proposed_by__name")
    assert not is_inside(CourseChange, "organisation__name")


def lookups_of(kind: Kind) -> list[tuple[type[Model], str]]:
    spec = FACTS[kind.code]
    tables = [(kind.model, spec.fields), *((part.model, part.fields) for part in spec.parts)]
    return [(model, lookup) for model, fields in tables for lookup in fields]
