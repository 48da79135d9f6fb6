"""Two at once: two dossiers never get one code, one theme one project, and a start starts once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from projects import actions
from projects.models import BusinessCase, Phase, Project
from projects.sealing import is_intact
from schuldenlab.audit.models import Entry
from tests.programme import innovating
from tests.programme.test_races import at_once
from tests.projects import building
from tests.projects.building import acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import InnovationTheme
    from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def opening(cast: Cast, theme: InnovationTheme) -> Callable[[], Any]:
    fresh = type(theme).objects.get(pk=theme.pk)
    words = {"kind": "prototype", "title": "X", "summary": "X"}
    return lambda: actions.open_project(fresh, **words, **acting(cast))


def test_codes_are_given_once(cast_now: Cast) -> None:
    building.live(cast_now)
    innovating.subject(cast_now)
    takings = [lambda n=n: building.taken_over(cast_now, title=f"P{n}") for n in range(6)]
    given = at_once(takings)  # type: ignore[arg-type]
    assert sorted(each.sequence for each in given) == [1, 2, 3, 4, 5, 6]


def test_one_theme_gets_one_project(cast_now: Cast) -> None:
    theme = innovating.exploring(cast_now)
    given = at_once([opening(cast_now, theme) for _number in range(3)])
    assert sorted(type(each).__name__ for each in given) == ["Project", "Refused", "Refused"]
    assert Project.objects.count() == 1


def test_a_phase_starts_once(cast_now: Cast) -> None:
    phase = building.opened(cast_now, "prototype").phases.get()
    day = cast_now.at.date()
    starts = [
        lambda: actions.start_phase(
            Phase.objects.get(pk=phase.pk), started_on=day, **acting(cast_now)
        )
        for _number in range(3)
    ]
    given = at_once(starts)
    assert sorted(type(each).__name__ for each in given) == ["Phase", "Refused", "Refused"]
    assert Entry.objects.filter(verb="start_phase", result="done").count() == 1


def test_a_start_against_the_end_of_its_leader(cast_now: Cast) -> None:
    """Whoever is first: no phase starts on a day on which nobody led its project."""
    phase = building.ready_pilot(cast_now)
    leadership = phase.project.leaderships.get()
    day = cast_now.at.date()
    given = at_once(
        [
            lambda: actions.start_phase(
                Phase.objects.get(pk=phase.pk), started_on=day, **acting(cast_now)
            ),
            lambda: actions.end_leadership(
                leadership, until_on=day - building.DAY, **acting(cast_now)
            ),
        ]
    )
    names = {type(each).__name__ for each in given}
    assert names in ({"Phase", "Leadership"}, {"Refused", "Leadership"})
    leadership.refresh_from_db()
    assert leadership.until_on == day - building.DAY


def test_one_of_two_copies_is_made(cast_now: Cast) -> None:
    case = building.approved_case(cast_now, building.opened(cast_now))
    facts = {"base_year": 2026, "price_year": 2026, "rate": case.discount_rate}
    copies = [
        lambda: actions.copy_case(BusinessCase.objects.get(pk=case.pk), **facts, **acting(cast_now))
        for _number in range(4)
    ]
    given = at_once(copies)
    assert sorted(type(each).__name__ for each in given) == ["BusinessCase", *["Refused"] * 3]
    assert sorted(BusinessCase.objects.values_list("version", flat=True)) == [1, 2]
    assert BusinessCase.objects.get(version=2).lines.count() == case.lines.count()


def test_a_version_is_submitted_once_and_its_lines_with_it(cast_now: Cast) -> None:
    """Whoever is first: what is sealed is what stands there."""
    case = building.drafted_case(cast_now, building.opened(cast_now))
    submits = [
        lambda: actions.submit_case(BusinessCase.objects.get(pk=case.pk), **acting(cast_now))
        for _number in range(3)
    ]
    lines = [lambda: building.line(BusinessCase.objects.get(pk=case.pk)) for _number in range(3)]
    given = at_once([*submits, *lines])
    names = [type(each).__name__ for each in given]
    assert sorted(names[:3]) == ["BusinessCase", "Refused", "Refused"]
    assert set(names[3:]) <= {"CaseLine", "Refused"}
    case.refresh_from_db()
    assert case.status == "submitted"
    assert is_intact(case)
    assert Entry.objects.filter(verb="submit_case", result="done").count() == 1
