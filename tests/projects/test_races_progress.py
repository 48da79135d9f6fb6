"""Two at once: each report gets a version of its own, and a link or a correction is made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from projects import actions
from projects.models import Connection, IndicatorValue, ProgressReport, Project
from projects.quarters import Quarter
from tests.programme.test_races import at_once
from tests.projects import building, going

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def project(cast_now: Cast) -> Project:
    building.live(cast_now)
    return going.runs(cast_now)


def kinds(given: list[Any]) -> list[str]:
    return sorted(type(each).__name__ for each in given)


def test_reports_at_once_get_versions_of_their_own(cast_now: Cast, project: Project) -> None:
    quarter = Quarter.of(cast_now.at.date())

    def write() -> ProgressReport:
        fresh = Project.objects.get(pk=project.pk)
        return going.report(cast_now, fresh, quarter=quarter)

    assert kinds(at_once([write for _number in range(3)])) == ["ProgressReport"] * 3
    assert sorted(project.reports.values_list("ordinal", flat=True)) == [1, 2, 3]


def test_two_projects_are_linked_once_from_both_sides(cast_now: Cast, project: Project) -> None:
    other = going.runs(cast_now, "Ander", leader="director")

    def link(one: int, two: int) -> Any:
        here, there = (Project.objects.get(pk=each) for each in (one, two))
        return going.linked(cast_now, here, there, kind="people")

    given = at_once([lambda: link(project.pk, other.pk), lambda: link(other.pk, project.pk)])
    assert kinds(given) == ["Connection", "Refused"]
    assert Connection.objects.count() == 1


def test_a_figure_is_corrected_once(cast_now: Cast, project: Project) -> None:
    wrong = going.measured(cast_now, going.indicator(cast_now, project), "620")

    def correct() -> IndicatorValue:
        fresh = IndicatorValue.objects.get(pk=wrong.pk)
        return actions.correct_value(
            fresh,
            value=going.Decimal(62),
            measured_on=wrong.measured_on,
            source="Telling",
            actor=cast_now.contact,
            at=cast_now.at,
        )

    assert kinds(at_once([correct, correct])) == ["IndicatorValue", "Refused"]
