"""Questions: all pledges as they stood at a moment, with their years and their sums.

Everything is worked out in the database, for exactly the pledges that are asked about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateTimeField,
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
SUMMED = ("cash", "in_kind", "conditional", "offered")


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
        state=state_at(at),
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


def state_at(at: Any) -> Case:
    """How a pledge stood, inside a query: at a moment, or at that of a column (an `F`)."""
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


def sums_of_plans(moments: Mapping[int, datetime]) -> Any:
    """What `cover` counts of each plan at a moment of its own, by the same rule: a row for each."""
    at = Case(
        *(When(plan=plan, then=Value(moment)) for plan, moment in moments.items()),
        output_field=DateTimeField(),
    )
    kept = Q(struck_at=None) | Q(struck_at__gt=OuterRef("then"))
    parts = Delivery.objects.filter(kept, pledge=OuterRef("pk"), recorded_at__lte=OuterRef("then"))
    arrived = parts.order_by().values("pledge").annotate(sum=Sum("amount")).values("sum")
    known = Pledge.objects.filter(plan__in=moments).annotate(then=at)
    rows = (
        known.filter(offered_at__lte=F("then"))
        .annotate(state=state_at(F("then")), arrived=Coalesce(Subquery(arrived), ZERO))
        .annotate(
            worth=Case(When(state=WITHDRAWN, then=F("arrived")), default=Coalesce("amount", ZERO))
        )
    )
    counts = Q(state=FIRM) | Q(state=WITHDRAWN, arrived__gt=0)
    which = {
        "cash": counts & Q(form=Pledge.Form.CASH),
        "in_kind": counts & ~Q(form=Pledge.Form.CASH),
        "conditional": Q(state=WAITS),
        "offered": Q(state=OFFERED),
    }
    return (
        rows.order_by()
        .values("plan")
        .annotate(
            **{name: Coalesce(Sum("worth", filter=which[name]), ZERO) for name in SUMMED},
            organisations=Count("organisation", filter=counts, distinct=True),
        )
    )


def years_of(pledges: Any, at: datetime) -> dict[int, list[tuple[int, Decimal]]]:
    """The amount per year of each of these pledges, by the schedule that held at a moment."""
    rows = Instalment.objects.held_at(at).filter(schedule__pledge__in=[each.pk for each in pledges])
    summed = rows.order_by("schedule__pledge", "year").values_list("schedule__pledge", "year")
    found: dict[int, list[tuple[int, Decimal]]] = {}
    for pledge, year, amount in summed.annotate(Sum("amount")):
        found.setdefault(pledge, []).append((year, amount))
    return found
