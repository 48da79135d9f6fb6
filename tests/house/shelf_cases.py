"""Versions of a business case for the table of addresses: one of every kind that is seen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from projects import actions
from projects.gate import agreed
from projects.models import BusinessCase, CaseLine, CaseParty, Project
from tests.programme.innovating import acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.house.world import World

MORE = 25


def case_shelf(world: World) -> None:
    """Version 1 is approved, version 2 lies before the raad, and somebody works on version 3."""
    cast, given = world.cast, acting(world.cast)
    first = actions.draft_case(Project.objects.get(), **given)
    actions.add_party(first, name="Rijk", **given)
    residents = first.parties.get(is_residents=True)
    line = {"kind": "benefit", "party": residents, "text": "Rust", "category": "debts"}
    line |= {"certainty": "expert", "quantities": [Decimal(100)]}
    actions.add_line(first, facts=line, **given)
    actions.submit_case(first, **given)
    actions.approve_case(first, decision=agreed().latest("pk"), **given)
    facts = {"base_year": cast.at.year, "price_year": cast.at.year, "rate": first.discount_rate}
    second = actions.copy_case(first, **facts, **given)
    actions.submit_case(second, **given)
    actions.copy_case(second, **facts, **given)


def case_of(status: str) -> Callable[[World], Any]:
    """The version with this status."""
    return lambda _world: BusinessCase.objects.get(status=status).pk


def case_line(_world: World) -> Any:
    return CaseLine.objects.get(case__status="draft").pk


def case_group(_world: World) -> Any:
    return CaseParty.objects.get(case__status="draft", name="Rijk").pk


def grow_cases(_world: World) -> None:
    """Many more lines in the version that somebody works on."""
    case = BusinessCase.objects.get(status="draft")
    party = case.parties.get(is_residents=True)
    facts = {"kind": "benefit", "category": "debts", "certainty": "expert"}
    CaseLine.objects.bulk_create(
        CaseLine(
            case=case,
            party=party,
            position=100 + number,
            text=f"Regel {number}",
            quantities=[Decimal(number)],
            **facts,
        )
        for number in range(MORE)
    )
