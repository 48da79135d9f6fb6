"""Parties and lines of a version: what is refused, and what a sheet takes the place of."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError

from projects import actions
from projects.businesscase import Case, Certainty, Effect, Kind, Line, Spread, evaluate_case
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.projects import building
from tests.projects.building import acting

if TYPE_CHECKING:
    from projects.models import BusinessCase
    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
TEN = [Decimal(10)] * 3


@pytest.fixture
def case(cast: Cast) -> BusinessCase:
    return building.drafted_case(cast, building.opened(cast))


def refuses(because: str) -> Any:
    return pytest.raises(Refused, match=because)


def test_a_party_is_there_once_by_whatever_name(cast: Cast, case: BusinessCase) -> None:
    group = actions.add_party(case, name="  Rijk ", **acting(cast))
    assert (group.name, group.organisation) == ("Rijk", None)
    for facts in (
        {"name": "RIJK"},
        {"organisation": cast["ZD"]},
        {"name": cast["ZD"].name.upper()},
    ):
        with refuses("is a party already"):
            actions.add_party(case, **facts, **acting(cast))
    with refuses("name a group"):
        actions.add_party(case, name=" ", **acting(cast))


def test_a_party_goes_when_it_has_no_lines(cast: Cast, case: BusinessCase) -> None:
    with refuses("has lines"):
        actions.remove_party(case.parties.get(organisation=cast["ZD"]), **acting(cast))
    with refuses("always a party"):
        actions.remove_party(case.parties.get(is_residents=True), **acting(cast))
    actions.remove_party(actions.add_party(case, name="Rijk", **acting(cast)), **acting(cast))
    assert not case.parties.filter(name="Rijk").exists()
    assert Entry.objects.filter(verb="remove_party").count() == 1


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"quantities": [Decimal(1)] * 6}, "after the last year"),
        ({"quantities": [Decimal(-1)]}, "zero or more"),
        ({"kind": "transfer"}, "to whom"),
        ({"kind": "transfer", "receiver": "Zorgverzekeraar Duin"}, "another party"),
    ],
)
def test_lines_that_cannot_be(case: BusinessCase, facts: dict[str, Any], because: str) -> None:
    before = case.lines.count()
    with refuses(because):
        building.line(case, "Zorgverzekeraar Duin", **facts)
    assert case.lines.count() == before


@pytest.mark.parametrize(
    "facts",
    [
        {"is_effect": True, "deadweight": Decimal("1.5")},
        {"low": Decimal("1.1")},
        {"high": Decimal("0.9")},
        {"certainty": "guess"},
        {"kind": "gift"},
        {"text": " "},
        {"quantities": [Decimal("0.00001")]},
    ],
)
def test_values_that_cannot_be(case: BusinessCase, facts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        building.line(case, **facts)


def test_a_line_is_about_parties_of_its_own_version(cast: Cast, case: BusinessCase) -> None:
    actions.drop_case(case, **acting(cast))
    facts = {"base_year": 2026, "price_year": 2026, "rate": case.discount_rate}
    copy = actions.copy_case(case, **facts, **acting(cast))
    line = {**building.LINE, "certainty": "expert", "quantities": TEN}
    with refuses("parties of this version"):
        actions.add_line(copy, facts={**line, "party": case.parties.first()}, **acting(cast))


def test_what_a_kind_of_line_does_not_have_is_not_kept(case: BusinessCase) -> None:
    effect = {"is_effect": True, "unit": "huizen", "effect": Decimal("0.5"), "price": Decimal(9)}
    amounts = building.line(case, **{**effect, "is_effect": False})
    assert (amounts.unit, amounts.effect, amounts.price) == ("", 1, 1)
    pm = building.line(case, **effect, certainty="pm", low=Decimal("0.5"))
    assert (pm.quantities, pm.is_effect, pm.low) == ([], False, 1)
    counted = building.line(case, **effect, quantities=[Decimal(10)] * 3)
    assert [int(each) for each in counted.as_line({counted.party_id: "x"}).effect.amounts()] == [
        *(45, 45, 45)
    ]


def test_a_line_is_written_otherwise_and_taken_away(cast: Cast, case: BusinessCase) -> None:
    line = building.line(case)
    actions.change_line(line, facts={"quantities": [Decimal(7)], "source": " X "}, **acting(cast))
    line.refresh_from_db()
    assert (line.quantities, line.source) == ([Decimal(7)], "X")
    actions.remove_line(line, **acting(cast))
    assert not case.lines.filter(text=line.text, source="X").exists()
    verbs = Entry.objects.filter(verb__in=["change_line", "remove_line"])
    assert verbs.count() == 2
    assert "Minder" not in str(list(verbs.values_list("facts", flat=True)))


def sheet(case: BusinessCase, **facts: Any) -> Case:
    """A case as a spreadsheet gives it: an organisation, a new group, and one of the register."""
    line = Line(
        party="gemeente  duinstad",
        kind=Kind.BENEFIT,
        effect=Effect((Decimal(300),), Decimal("0.1"), Decimal(50), spread=Spread(Decimal("0.8"))),
        text="Minder schuldhulp",
        category="debts",
        certainty=Certainty.MEASURED,
        is_effect=True,
    )
    gift = Line(
        party="Rijk",
        kind=Kind.TRANSFER,
        effect=Effect((Decimal(5), Decimal(6))),
        text="Subsidie",
        category="iets anders",
        receiver="Zorgverzekeraar Duin",
    )
    given: dict[str, Any] = {
        "lines": (line, gift),
        "parties": ("Inwoners", "Gemeente Duinstad", "Rijk"),
        "percent": case.discount_rate.percent,
        "base_year": 2027,
        "price_year": 2025,
        "horizon": 2,
    }
    return Case(**{**given, **facts})


def test_a_sheet_takes_the_place_of_all_lines(cast: Cast, case: BusinessCase) -> None:
    actions.replace_lines(case, parsed=sheet(case), **acting(cast))
    case.refresh_from_db()
    assert (case.base_year, case.price_year, case.horizon) == (2027, 2025, 2)
    first, second = case.lines.select_related("party", "receiver")
    assert (first.party.organisation, first.category, first.low) == (
        *(cast["GD"], "debts", Decimal("0.8")),
    )
    assert (second.party.name, second.party.organisation) == ("Rijk", None)
    assert (second.receiver.organisation, second.category) == (cast["ZD"], "other")
    found = evaluate_case(case.as_case())
    assert found.parties[cast["GD"].name].pv_benefits == 1500
    assert case.parties.filter(is_residents=True).count() == 1


def test_a_sheet_with_another_rate_or_a_wrong_line_changes_nothing(
    cast: Cast, case: BusinessCase
) -> None:
    before = list(case.lines.values())
    with refuses("counts with 3%"):
        actions.replace_lines(case, parsed=sheet(case, percent=Decimal(3)), **acting(cast))
    wrong = Line("Rijk", Kind.COST, Effect((Decimal(1),) * 3), text="Te lang", category="other")
    with refuses("after the last year"):
        actions.replace_lines(case, parsed=sheet(case, lines=(wrong,)), **acting(cast))
    assert list(case.lines.values()) == before
    assert not case.parties.filter(name="Rijk").exists()
