"""Who gives to a year as far as a reader sees it, and what the municipality gives to the work."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from funding.budget import FIRM, OFFERED, WAITS, Gift
from funding.cover import NOTHING
from funding.overview import Budget
from funding.yearly import CONTRIBUTES_TO
from partners.models import Framework, Organisation


def funders_of(budget: Budget, year: int) -> list[dict[str, Any]]:
    """A row for each organisation, by name: what is certain, what arrived, and what is not sure."""
    by_organisation = defaultdict(list)
    for each in budget.gifts:
        if each.year == year:
            by_organisation[each.organisation_id].append(each)
    organisations = Organisation.objects.filter(pk__in=by_organisation).order_by("name")
    return [_row(each, by_organisation[each.pk]) for each in organisations]


def _row(organisation: Organisation, gifts: list[Gift]) -> dict[str, Any]:
    firm = [each for each in gifts if each.state == FIRM]
    return {
        "organisation": organisation,
        "cash": _sum(each.amount for each in firm if each.is_cash),
        "in_kind": _sum(each.amount for each in firm if not each.is_cash),
        "delivered": _sum(each.delivered for each in firm),
        "unsure": _sum(each.amount for each in gifts if each.state in {WAITS, OFFERED}),
        "categories": sorted({each.category for each in gifts}),
    }


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
