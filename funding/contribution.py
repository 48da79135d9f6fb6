"""Questions: what one partner gave for a year, and what came of it. Only its own figures.

Everything is about one year of the budget: what was pledged for it and what arrived for it, on
whatever day. What arrived in that year for another one stands apart, and counts in no sum of this.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Sum

from funding.cover import NOTHING
from funding.giving import Given, given_in
from funding.ledger import Total, held_arrivals, pledges_as_known, totals_of
from funding.models import Instalment, Pledge
from partners.models import Organisation
from partners.querysets import local_day
from projects.models import BusinessCase, Indicator
from projects.reading import gains_of


@dataclass(frozen=True)
class Cell:
    """What was pledged for a year in a category, and what arrived of that."""

    year: int
    category: str
    certain: Decimal = NOTHING
    arrived: Decimal = NOTHING


@dataclass(frozen=True)
class Gain:
    """What an approved case says that a project brings this partner, as present value."""

    case: Any
    benefits: Fraction
    costs: Fraction


@dataclass(frozen=True)
class Contribution:
    """One partner in one year as it was known at a moment; `cells` are of all years.

    `deliveries` arrived for this year; `elsewhere` arrived in it, for another year.
    """

    organisation: Organisation
    year: int
    pledges: list[Any]
    totals: list[Total]
    cells: list[Cell]
    deliveries: list[Any]
    elsewhere: list[Any]
    elsewhere_sum: Decimal
    given: list[Given]
    gains: list[Gain]
    indicators: list[Any]

    @property
    def total(self) -> Total:
        """All forms together."""
        return self.totals[-1]

    @property
    def unvalued(self) -> list[Any]:
        """What nobody valued."""
        return [each for each in self.pledges if each.amount is None]


def contribution_of(organisation: Organisation, year: int, at: datetime) -> Contribution:
    """In as many queries for a partner with much as for one with little."""
    own = Pledge.objects.filter(organisation=organisation)
    known = pledges_as_known(own, at, year).exclude(replaced_by__offered_at__lte=at)
    kept = known.exclude(state="withdrawn", arrived=0)
    related = kept.select_related("plan__phase__project", "organisation")
    arrived = held_arrivals(at).filter(pledge__in=own.values("pk"))
    elsewhere = arrived.filter(arrived_on__year=year).exclude(year=year)
    return Contribution(
        organisation=organisation,
        year=year,
        pledges=list(related.order_by("category", "pk")),
        totals=totals_of(kept),
        cells=_cells(own, at),
        deliveries=_listed(arrived.filter(year=year)),
        elsewhere=_listed(elsewhere),
        elsewhere_sum=elsewhere.aggregate(sum=Sum("amount"))["sum"] or NOTHING,
        given=given_in(year, at, [organisation.pk]),
        gains=_gains(organisation),
        indicators=_indicators(organisation, at),
    )


def _listed(deliveries: Any) -> list[Any]:
    """By the day on which it arrived, with where it went."""
    related = deliveries.select_related("pledge__plan__phase__project")
    return list(related.order_by("arrived_on", "pk"))


def _cells(own: Any, at: datetime) -> list[Cell]:
    """By year and category, summed in the database. Of what was withdrawn, what arrived counts."""
    counted = own.counted_at(at).filter(amount__isnull=False)
    parts = Instalment.objects.held_at(at).filter(schedule__pledge__in=counted.values("pk"))
    pledged = _summed(parts, "year", "schedule__pledge__category")
    got = held_arrivals(at).filter(pledge__in=own.values("pk"), amount__isnull=False)
    arrived = _summed(got, "year", "pledge__category")
    gone = _summed(got.filter(pledge__withdrawn_at__lte=at), "year", "pledge__category")
    return [
        Cell(*key, pledged.get(key, NOTHING) + gone.get(key, NOTHING), arrived.get(key, NOTHING))
        for key in sorted(pledged.keys() | arrived.keys())
    ]


def _summed(rows: Any, year: str, category: str) -> dict[tuple[int, str], Decimal]:
    found = rows.order_by().values_list(year, category).annotate(Sum("amount"))
    return {(when, which): amount for when, which, amount in found}


def _gains(organisation: Organisation) -> list[Gain]:
    cases = BusinessCase.objects.approved().filter(parties__organisation=organisation).to_count()
    found = []
    for case in cases.order_by("project__title").distinct():
        result = gains_of(case)[organisation.pk]
        found.append(Gain(case, result.pv_benefits, result.pv_costs))
    return found


def _indicators(organisation: Organisation, at: datetime) -> list[Any]:
    """What the projects reach to which this partner gives for certain."""
    counted = Pledge.objects.filter(organisation=organisation, plan__isnull=False).counted_at(at)
    rows: Any = Indicator.objects.standing().filter(
        project__in=counted.values("plan__phase__project")
    )
    return list(
        rows.with_latest(at).select_related("project").order_by("project__title", "goal", "pk")
    )


def years_of(found: Contribution, at: datetime) -> list[int]:
    """The years that there is something to say about, this one among them; the last one first."""
    return sorted(
        {found.year, local_day(at).year, *(each.year for each in found.cells)}, reverse=True
    )
