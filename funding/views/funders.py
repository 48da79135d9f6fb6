"""Who gives to a year as far as a reader sees it, and what the municipality gives to the work."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from funding.budget import FIRM, OFFERED, WAITS, Gift
from funding.cover import NOTHING
from funding.overview import Budget
from funding.yearly import CATEGORIES, CONTRIBUTES_TO
from partners.models import Framework, Organisation
from programme.models import BudgetCategory

from .figures import ARRIVED, CASH, IN_KIND, UNSURE, Figures, figures_of


@dataclass(frozen=True)
class Given:
    """What is certain of gifts, what of it arrived, and what is not sure."""

    cash: Decimal
    in_kind: Decimal
    delivered: Decimal
    unsure: Decimal


def funders_of(budget: Budget, year: int) -> Figures:
    """A row for each category and organisation, by name; where no sum is hidden one for all.

    What was carried over came from no organisation of the year, so it is not in here.
    """
    mine = [each for each in budget.gifts if each.year == year]
    by_row = defaultdict(list)
    for each in mine:
        by_row[each.category, each.organisation_id].append(each)
    named = Organisation.objects.in_bulk({each.organisation_id for each in mine})
    order = {each: number for number, each in enumerate(CATEGORIES)}
    keys = sorted(by_row, key=lambda key: (order[key[0]], named[key[1]].name, key[1]))
    rows: list[tuple[Any, Any]] = [
        (
            {"organisation": named[who], "category": BudgetCategory(category).label},
            _given(by_row[category, who]),
        )
        for category, who in keys
    ]
    if rows and all(each.line is not None for each in budget.of_year(year)):
        rows.append((None, _given(mine)))
    return figures_of((CASH, IN_KIND, ARRIVED, UNSURE), rows)


def _given(gifts: list[Gift]) -> Given:
    firm = [each for each in gifts if each.state == FIRM]
    return Given(
        cash=_sum(each.amount for each in firm if each.is_cash),
        in_kind=_sum(each.amount for each in firm if not each.is_cash),
        delivered=_sum(each.delivered for each in firm),
        unsure=_sum(each.amount for each in gifts if each.state in {WAITS, OFFERED}),
    )


def frameworks_of(current: Framework | None, person: Any) -> list[Framework]:
    """The framework of today, and the next one as soon as this person sees it."""
    if current is None:
        return []
    following = Framework.objects.visible_to(person).filter(predecessor=current).first()
    return [current, *([] if following is None else [following])]


def framework_for(frameworks: Sequence[Framework], year: int) -> Framework | None:
    """The one that says what the municipality gives in a year, else the first one."""
    for each in frameworks:
        first, last = each.contribution_from, each.contribution_until
        if first is not None and last is not None and first <= year <= last:
            return each
    return frameworks[0] if frameworks else None


def contribution_of(
    budget: Budget, framework: Framework | None, year: int
) -> dict[str, Any] | None:
    """Year by year what the municipality pledged for certain to the work of the network itself.

    A year of the framework without anything is missing once it has begun; a later one is not due.
    """
    if framework is None or framework.contribution_from is None:
        return None
    given: dict[tuple[int, str], Decimal] = defaultdict(Decimal)
    for each in budget.gifts:
        if each.organisation_id == framework.host_id and each.state == FIRM:
            given[each.year, each.category] += each.amount
    until = framework.contribution_until or framework.contribution_from
    years = range(framework.contribution_from, until + 1)
    return {
        "framework": framework,
        "is_complete": all(given[each, name] for each in years for name in CONTRIBUTES_TO),
        "is_over": year > until,
        "until": until,
        "rows": [
            {
                "year": each,
                "amounts": [given[each, name] for name in CONTRIBUTES_TO],
                "is_later": each > year,
            }
            for each in years
        ],
    }


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)
