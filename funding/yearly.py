"""Questions: how the budget of any years stood at any moment, in a literal number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import F, Q, Sum

from funding.budget import FIRM, Gift, Line, Need, line_of
from funding.cover import NOTHING
from funding.models import CarryOver, Delivery, Instalment, Pledge
from programme.models import (
    BudgetCategory,
    BudgetLine,
    CourseChange,
    Programme,
    ProgrammeVersion,
)

Cell = tuple[int, str]  # a year and a category
Years = Collection[int] | None
NOBODY = 0  # no organisation has this key: of all of them together
CONTRIBUTES_TO = (BudgetCategory.INFRASTRUCTURE, BudgetCategory.INNOVATION)
CATEGORIES = tuple(str(each) for each in BudgetCategory.values)


def lines_at(
    years: Years, at: datetime, *, with_concept: bool = False, gifts: Iterable[Gift] | None = None
) -> dict[Cell, Line]:
    """Every category of these years (of all years without any) as it stood at a moment.

    `with_concept` also reads what is being prepared. `gifts` are those of `gifts_at`, if they were
    read already. A year without a programme, a pledge or anything carried over is left out, unless
    it was asked for.
    """
    found = gifts_at(years, at, together=True) if gifts is None else list(gifts)
    by_cell = defaultdict(list)
    for each in found:
        by_cell[each.year, each.category].append(each)
    needs, carried = needs_at(years, at, with_concept=with_concept), carried_at(years, at)
    known = {year for year, _category in (*by_cell, *needs, *carried)}
    shown = sorted(known) if years is None else sorted(years)
    return {
        (year, category): line_of(
            year,
            category,
            gifts=by_cell.get((year, category), ()),
            need=needs.get((year, category)),
            carried=carried.get((year, category), (NOTHING, NOTHING)),
        )
        for year in shown
        for category in CATEGORIES
    }


def gifts_at(
    years: Years, at: datetime, pledges: Any = None, *, together: bool = False
) -> list[Gift]:
    """Who gave what to which category of which year, in two queries; of all pledges, or of these.

    What was withdrawn counts for what arrived, for the year of the delivery. `together` asks not
    who: the rows are as many for ten givers as for thousands.
    """
    chosen = Pledge.objects.all() if pledges is None else pledges
    parts = Instalment.objects.filter(schedule__pledge__in=chosen, **_of(years)).sums_at(
        at, together=together
    )
    arrived = Delivery.objects.filter(pledge__in=chosen, **_of(years)).sums_at(
        at, together=together
    )
    rows: dict[Any, list[Decimal]] = {}
    for each in parts:
        key = _key(each)
        rows[*key, each["state"]] = [each["sum"], NOTHING]
    for each in arrived:
        key = _key(each)
        row = rows.setdefault((*key, FIRM), [NOTHING, NOTHING])
        row[0] += each["of_withdrawn"] or NOTHING
        row[1] += each["sum"]
    return [
        Gift(year, category, organisation, is_cash, state, amount, delivered, to_phase)
        for (year, category, organisation, is_cash, to_phase, state), (amount, delivered) in (
            rows.items()
        )
    ]


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    who = row.get("organisation", NOBODY)
    return row["year"], row["category"], who, row["is_cash"], row["to_phase"]


def contributions(host_id: int) -> Any:
    """What the host pledged to the work of the network itself: the municipal contribution."""
    return Pledge.objects.filter(organisation=host_id, plan=None, category__in=CONTRIBUTES_TO)


def needs_at(years: Years, at: datetime, *, with_concept: bool = False) -> dict[Cell, Need]:
    """What the programmes of these years ask; a category that one does not name needs nothing.

    The programme that was adopted by then, and the changes of course that moved a category and were
    decided by then. Before that the last text that was written, for who may read a concept.
    """
    adopted = Programme.objects.filter(adopted_at__lte=at, **_of(years))
    asked = dict.fromkeys(
        ((year, each) for year in adopted.values_list("year", flat=True) for each in CATEGORIES),
        NOTHING,
    )
    lines = BudgetLine.objects.filter(programme__in=adopted).order_by()
    sums = lines.values("category", year=F("programme__year")).annotate(sum=Sum("amount"))
    asked |= {(each["year"], each["category"]): each["sum"] for each in sums}
    for cell, moved in _moved(years, at).items():
        if cell in asked:
            asked[cell] = max(NOTHING, asked[cell] + moved)
    found = {cell: Need(amount) for cell, amount in asked.items()}
    return {**_concepts(years, at), **found} if with_concept else found


def moves_at(years: Years, at: datetime) -> Any:
    """The changes of course that moved a category of these years and were decided by then."""
    changes = CourseChange.objects.decided_at(at).filter(kind="budget_moved")
    return changes if years is None else changes.filter(raad__year__in=list(years))


def _moved(years: Years, at: datetime) -> dict[Cell, Decimal]:
    moves = (
        moves_at(years, at)
        .order_by()
        .values("category", year=F("raad__year"))
        .annotate(by=Sum(F("budget_after") - F("budget_before")))
    )
    return {(each["year"], each["category"]): each["by"] for each in moves}


def _concepts(years: Years, at: datetime) -> dict[Cell, Need]:
    """The last text of every programme that was not adopted by then."""
    waiting = Q(programme__adopted_at__isnull=True) | Q(programme__adopted_at__gt=at)
    texts = ProgrammeVersion.objects.filter(waiting, at__lte=at).select_related("programme")
    if years is not None:
        texts = texts.filter(programme__year__in=years)
    last = texts.order_by("programme_id", "-number").distinct("programme_id")
    return {
        (text.programme.year, category): Need(amounts.get(category, NOTHING), is_concept=True)
        for text in last
        for amounts in [text.draft.by_category()]
        for category in CATEGORIES
    }


def carried_at(years: Years, at: datetime) -> dict[Cell, tuple[Decimal, Decimal]]:
    """What came in from the year before, and what went out to the year after; one query."""
    rows = CarryOver.objects.held_at(at)
    if years is not None:
        rows = rows.filter(year__in={year + step for year in years for step in (-1, 0)})
    sums = rows.order_by().values_list("year", "category").annotate(Sum("amount"))
    out = {(year, category): amount for year, category, amount in sums}
    into = {(year + 1, category): amount for (year, category), amount in out.items()}
    return {
        cell: (into.get(cell, NOTHING), out.get(cell, NOTHING))
        for cell in (*out, *into)
        if years is None or cell[0] in years
    }


def _of(years: Years) -> dict[str, Any]:
    return {} if years is None else {"year__in": list(years)}
