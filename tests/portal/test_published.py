"""What the outside sees: only what was marked, no people, no money, at a constant cost."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from events.models import MeetingSeries
from partners.models import Framework, Organisation
from programme.models import Decision, InnovationTheme, Programme
from projects.models import Indicator, IndicatorValue, Participation, Project
from schuldenlab.portal import published
from schuldenlab.portal.published.versions import PARTS
from tests.funding.money import arrange
from tests.house.world import adopt
from tests.programme.pages import counted
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

DAY = timedelta(days=1)
KINDS = [*PARTS]
READ: dict[str, Callable[[Any], Any]] = {
    "partners": published.public_partners,
    "programmes": published.public_programmes,
    "themes": published.public_themes,
    "projects": published.public_projects,
    "meetings": published.public_meetings,
    "decisions": published.public_decisions,
    "kompas": lambda at: published.public_kompas(at, at.year) or (),
}


def year_of(cast: Cast) -> Project:
    """A year with something of everything, and figures; nothing of it is public yet."""
    adopt(cast, cast.at - 60 * DAY)
    project = building.opened(cast)
    building.lead(cast, project)
    building.steer(cast, project)
    building.interest(cast, project, "CH")
    day = (cast.at - 3 * DAY).date()
    Participation.objects.create(
        project=project, organisation=cast["BN"], kind="partner", from_on=day
    )
    facts = {"goal": "debts", "unit": "gezinnen", "target": 900, "target_on": day}
    reached = Indicator.objects.create(project=project, name="Gezinnen geholpen", **facts)
    for days, value in ((9, 120), (2, 341)):
        IndicatorValue.objects.create(
            indicator=reached,
            value=value,
            measured_on=(cast.at - days * DAY).date(),
            source="Monitor",
            recorded_at=cast.at - DAY,
        )
    Indicator.objects.create(project=project, name="Nog niets", **facts)
    return project


def mark(rows: Any, *, is_public: bool = True) -> None:
    rows.update(is_public=is_public)


def mark_all(cast: Cast) -> None:
    """All that can be public is, but for the partners EZ, ZD and FV."""
    mark(Organisation.objects.exclude(name__in=[cast[each].name for each in ("EZ", "ZD", "FV")]))
    for rows in (
        Framework.objects.all(),
        Programme.objects.filter(status="adopted"),
        InnovationTheme.objects.filter(decision__isnull=False),
        Decision.objects.all(),
        Project.objects.all(),
        MeetingSeries.objects.all(),
    ):
        mark(rows)
    Framework.objects.update(is_kompas_public=True)


def test_nothing_is_public_by_itself(cast: Cast) -> None:
    year_of(cast)
    assert {kind: len(read(cast.at)) for kind, read in READ.items()} == dict.fromkeys(READ, 0)


def test_all_that_is_marked_and_no_more(cast: Cast) -> None:
    project = year_of(cast)
    mark_all(cast)
    at = cast.at
    partners = [each.name for each in published.public_partners(at)]
    assert partners == [cast[each].name for each in ("BN", "CH", "GD", "VH")], "WK has left"
    programme = published.public_programmes(at)[0]
    assert (programme.year, programme.decision_number) == (at.year, f"{at.year}-01")
    theme = next(each for each in published.public_themes(at) if each.project_code)
    assert (theme.project_code, theme.subject) == (project.code, "Wonen")
    assert len(published.public_themes(at)) == 3, "what was proposed and not chosen stays inside"
    shown = published.public_projects(at)[0]
    assert (shown.code, shown.theme_number) == (project.code, theme.number)
    assert (shown.phase, shown.phase_status) == ("business_case", "planned")
    assert shown.organisations == (cast["BN"].name,), "CH is only interested; the rest is silent"
    assert [(each.indicator, each.value) for each in shown.results] == [
        ("Gezinnen geholpen", Decimal(341)),
    ]
    assert [each.number for each in published.public_decisions(at)][-1] == f"{at.year}-01"
    kompas = published.public_kompas(at, at.year)
    assert kompas is not None
    assert [each.number for each in kompas.clauses] == list(range(1, 9))
    measures = {each.key: each for clause in kompas.clauses for each in clause.measures}
    assert (measures["programmaraad"].have, measures["programmaraad"].state) == (6, "met")


def test_what_is_not_public_is_not_named_by_what_is(cast: Cast) -> None:
    year_of(cast)
    mark_all(cast)
    mark(Project.objects.all(), is_public=False)
    mark(Decision.objects.all(), is_public=False)
    assert {each.project_code for each in published.public_themes(cast.at)} == {""}
    assert [each.decision_number for each in published.public_programmes(cast.at)] == [""]
    mark(Project.objects.all())
    mark(InnovationTheme.objects.all(), is_public=False)
    assert [each.theme_number for each in published.public_projects(cast.at)] == [None]
    mark(Framework.objects.all(), is_public=False)
    assert published.public_kompas(cast.at, cast.at.year) is None, "no Kompas without its text"


def test_no_people_no_silent_partners_no_money(cast: Cast) -> None:
    project = year_of(cast)
    arrange(cast, project.phases.get(), cast.at - DAY)
    mark_all(cast)
    said = repr([read(cast.at) for read in READ.values()])
    assert [each.name for each in cast.people.values() if each.name in said] == []
    assert [each.email for each in cast.people.values() if each.email in said] == []
    silent = ("EZ", "ZD", "FV", "WK")
    assert [each for each in silent if cast[each].name in said] == []
    assert not re.search(r"€|pledge|amount|euro|vote", said)


def test_the_partner_that_leaves_tomorrow(cast: Cast) -> None:
    mark_all(cast)
    cast["BN"].partnerships.update(left_on=(cast.at + DAY).date(), left_recorded_at=cast.at - DAY)
    names = [
        [each.name for each in published.public_partners(at)] for at in (cast.at, cast.at + DAY)
    ]
    assert [cast["BN"].name in each for each in names] == [True, False]
    assert published.version_of("partners", cast.at) != published.version_of(
        "partners", cast.at + DAY
    )


# -- versions -------------------------------------------------------------------------------------


def versions(cast: Cast) -> dict[str, str]:
    return {kind: published.version_of(kind, cast.at) for kind in KINDS}


def changed(cast: Cast, before: dict[str, str]) -> set[str]:
    return {kind for kind, version in versions(cast).items() if version != before[kind]}


def test_a_version_changes_with_what_is_shown(cast: Cast) -> None:
    year_of(cast)
    mark_all(cast)
    before = versions(cast)
    assert changed(cast, before) == set()
    dropped = {"dropped_at": cast.at, "dropped_because": "Telt niet meer."}
    changes: list[tuple[Any, dict[str, Any], set[str]]] = [
        (Organisation.objects.filter(pk=cast["EZ"].pk), {"description": "Stil."}, set()),
        (
            Organisation.objects.filter(pk=cast["CH"].pk),
            {"website": "https://ch.example/"},
            {"partners"},
        ),
        (
            Organisation.objects.filter(pk=cast["BN"].pk),
            {"name": "Nieuw"},
            {"partners", "projects"},
        ),
        (Project.objects.all(), {"current_state": "Niet openbaar."}, set()),
        (Project.objects.all(), {"residents_voice": "Met een panel."}, {"projects"}),
        (Indicator.objects.filter(name="Nog niets"), dropped, set()),
        (Indicator.objects.filter(name="Gezinnen geholpen"), dropped, {"projects"}),
        (Framework.objects.all(), {"is_kompas_public": False}, {"frameworks", "kompas"}),
    ]
    for rows, facts, expected in changes:
        rows.update(**facts)
        assert changed(cast, before) == expected, facts
        before = versions(cast)


@pytest.mark.parametrize("kind", KINDS)
def test_a_version_is_one_query_of_a_few_short_rows(cast: Cast, kind: str) -> None:
    year_of(cast)
    mark_all(cast)
    with counted() as cost:
        published.version_of(kind, cast.at)
    assert (cost.queries, cost.rows <= 6) == (1, True)
    with counted() as cost:
        published.version_of_all(KINDS, cast.at)
    assert (cost.queries, cost.rows <= 20) == (1, True)


# -- cost -----------------------------------------------------------------------------------------


def test_they_cost_the_same_at_any_size(cast: Cast) -> None:
    year_of(cast)
    mark_all(cast)
    expected = dict.fromkeys(("partners", "programmes", "themes", "meetings", "decisions"), 1)
    expected["projects"] = 7
    assert costs(cast, expected) == expected
    for theme in InnovationTheme.objects.filter(status="selected"):
        facts = {"innovation_theme": theme, "theme": theme.theme, "title": theme.title}
        Project.objects.create(year=cast.at.year, sequence=70 + theme.pk, **facts)
    mark_all(cast)
    assert len(published.public_projects(cast.at)) == 3
    assert costs(cast, expected) == expected


def costs(cast: Cast, kinds: Any) -> dict[str, int]:
    found = {}
    for kind in kinds:
        with counted() as cost:
            READ[kind](cast.at)
        found[kind] = cost.queries
    return found
