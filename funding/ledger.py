"""Questions: all pledges as they stood at a moment, with their years and their sums.

Everything is worked out in the database, for exactly the pledges that are asked about.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    DecimalField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from funding.cover import NOTHING
from funding.models import Delivery, Instalment, Pledge

MONEY = DecimalField(max_digits=14, decimal_places=2)
ZERO = Value(NOTHING, output_field=MONEY)
OFFERED, FIRM, WAITS, WITHDRAWN = "offered", "firm", "waits", "withdrawn"


@dataclass(frozen=True)
class Total:
    """The sums of one form of pledge; `form` is empty for all of them together."""

    form: str
    certain: Decimal
    uncertain: Decimal
    arrived: Decimal
    coming: Decimal
    unvalued: int


def pledges_as_known(pledges: QuerySet[Any], at: datetime, year: int | None = None) -> Any:
    """Those that were there at a moment, each with `state`, `value`, `arrived` and `coming`.

    With a year only what is for that year. `state` is offered, firm, waits (for its condition) or
    withdrawn; of a withdrawn one only what arrived has a value, and only of a firm one the rest is
    still to come. Something without value is of the year in which it was offered, and of those in
    which some of it arrived.
    """
    found = pledges.filter(offered_at__lte=at)
    if year is not None:
        found = found.filter(_of_year(at, year))
    return found.annotate(
        state=_state(at),
        replaced=Q(replaced_by__offered_at__lte=at),
        spread=_sum_of(_parts(at, year), "schedule__pledge"),
        arrived=_sum_of(_arrivals(at, year), "pledge"),
    ).annotate(
        value=Case(When(state=WITHDRAWN, then=F("arrived")), default=F("spread")),
        coming=Case(When(state=FIRM, then=F("spread") - F("arrived")), default=ZERO),
    )


def _of_year(at: datetime, year: int) -> Q:
    parts = Instalment.objects.held_at(at).filter(year=year).values("schedule__pledge")
    some = _arrivals(at, year).values("pledge")
    return Q(pk__in=parts) | Q(pk__in=some) | Q(amount=None, offered_at__year=year)


def _state(at: datetime) -> Case:
    open_condition = ~Q(condition="") & (Q(condition_met_at=None) | Q(condition_met_at__gt=at))
    return Case(
        When(withdrawn_at__lte=at, then=Value(WITHDRAWN)),
        When(open_condition, firm_at__lte=at, then=Value(WAITS)),
        When(firm_at__lte=at, then=Value(FIRM)),
        default=Value(OFFERED),
    )


def _parts(at: datetime, year: int | None) -> Any:
    rows = Instalment.objects.held_at(at)
    return rows if year is None else rows.filter(year=year)


def held_arrivals(at: datetime) -> Any:
    """What was recorded as arrived by then, and not struck."""
    held = Q(struck_at=None) | Q(struck_at__gt=at)
    return Delivery.objects.filter(held, recorded_at__lte=at)


def _arrivals(at: datetime, year: int | None) -> Any:
    rows = held_arrivals(at)
    return rows if year is None else rows.filter(year=year)


def _sum_of(rows: Any, pledge: str) -> Coalesce:
    """The amounts of these rows of a pledge together."""
    mine = rows.filter(**{pledge: OuterRef("pk")}).order_by().values(pledge)
    return Coalesce(
        Subquery(mine.annotate(sum=Sum("amount")).values("sum")), ZERO, output_field=MONEY
    )


def totals_of(pledges: Any) -> list[Total]:
    """Of pledges that came with their sums: one row for each form, and last all together."""
    certain, none = Q(state__in=[FIRM, WITHDRAWN]), Q(amount=None) & ~Q(state=WITHDRAWN)
    sums = {
        "certain": Coalesce(Sum("value", filter=certain), ZERO),
        "uncertain": Coalesce(Sum("value", filter=~certain), ZERO),
        "got": Coalesce(Sum("arrived"), ZERO),
        "rest": Coalesce(Sum("coming"), ZERO),
        "unvalued": Coalesce(Sum(Case(When(none, then=1), default=0)), 0),
    }
    by_form = {row["form"]: row for row in pledges.order_by().values("form").annotate(**sums)}
    every = {"form": "", **pledges.order_by().aggregate(**sums)}
    rows = [by_form[form] for form in Pledge.Form.values if form in by_form]
    return [
        Total(
            row["form"], row["certain"], row["uncertain"], row["got"], row["rest"], row["unvalued"]
        )
        for row in (*rows, every)
    ]


def years_of(pledges: Any, at: datetime) -> dict[int, list[tuple[int, Decimal]]]:
    """The amount per year of each of these pledges, by the schedule that held at a moment."""
    rows = Instalment.objects.held_at(at).filter(schedule__pledge__in=[each.pk for each in pledges])
    summed = rows.order_by("schedule__pledge", "year").values_list("schedule__pledge", "year")
    found: dict[int, list[tuple[int, Decimal]]] = {}
    for pledge, year, amount in summed.annotate(Sum("amount")):
        found.setdefault(pledge, []).append((year, amount))
    return found
