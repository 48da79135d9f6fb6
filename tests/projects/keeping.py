"""A case of the arithmetic, kept as a version of the business case of a project."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from projects.models import BusinessCase, CaseLine, CaseParty, DiscountRate
from tests.projects.cases import whole_case

if TYPE_CHECKING:
    from projects.businesscase import Case
    from projects.models import Project

RATE = {"percent": Decimal("2.25"), "source": "Werkgroep discontovoet 2020"}


def kept(project: Project, version: int = 1, case: Case | None = None) -> BusinessCase:
    """A draft that says what `whole_case` says."""
    case = case or whole_case()
    rate, _new = DiscountRate.objects.get_or_create(valid_from=date(2021, 1, 1), defaults=RATE)
    made = BusinessCase.objects.create(
        project=project,
        version=version,
        base_year=case.base_year,
        price_year=case.price_year,
        horizon=case.horizon,
        discount_rate=rate,
    )
    parties = {
        name: CaseParty.objects.create(
            case=made, name=name, position=number, is_residents=name == "Inwoners"
        )
        for number, name in enumerate(case.parties)
    }
    for number, line in enumerate(case.lines):
        each = line.effect
        CaseLine.objects.create(
            case=made,
            position=number,
            kind=line.kind,
            party=parties[line.party],
            receiver=parties.get(line.receiver),
            text=line.text or "Iets",
            category=line.category or "other",
            is_effect=line.is_effect,
            unit=line.unit,
            quantities=list(each.quantities),
            effect=each.effect,
            price=each.price,
            deadweight=each.deadweight,
            low=each.spread.low,
            high=each.spread.high,
            certainty=line.certainty,
            source=line.source,
        )
    return made
