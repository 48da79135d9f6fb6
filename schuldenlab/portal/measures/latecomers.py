"""Facts that a past day did not know yet: recorded later, and not taken over from before."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    Count,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
    Window,
)
from django.db.models.functions import Greatest

from partners.querysets import ended_after

from .reading import Asked, Late, LateFact
from .registry import LATECOMERS

MOST_LATE = 50


def late_facts(asked: Asked, code: str = "") -> Late:
    """The newest facts that were known later, and how many there are; of one measure, or of all."""
    kinds = [kind for kind, codes in LATECOMERS if not code or code in codes]
    heard = [kind(asked) for kind in kinds]
    facts = [fact for late in heard for fact in late]
    facts.sort(key=lambda fact: (fact.happened_on, fact.recorded_at, fact.text))
    return Late(facts[-MOST_LATE:], sum(late.total for late in heard))


def heard(rows: QuerySet[Any], on: str, say: Callable[[Any], Iterable[LateFact]]) -> Late:
    """The newest of these rows by the column `on`, in words; a row is one fact.

    Rows of `late_rows` come as one or two, and bring their number with them.
    """
    number = "facts" if "facts" in rows.query.annotations else None
    total = Window(Sum(number) if number else Count("pk"))
    newest = rows.annotate(all_late=total).order_by(f"-{on}", "-pk")[:MOST_LATE]
    found = list(newest)
    return Late([fact for row in found for fact in say(row)], found[0].all_late if found else 0)


def late_rows(
    rows: QuerySet[Any],
    asked: Asked,
    *,
    begin: tuple[str, str] = ("from_on", "recorded_at"),
    end: tuple[str, str] = ("until_on", "ended_at"),
    is_end_included: bool = False,
    is_struck_apart: bool = True,
) -> QuerySet[Any]:
    """Those of which the beginning (`begins_late`) or the end (`ends_late`) was recorded later.

    `begin` and `end` name the first and the last day, and when that was recorded; with
    `is_end_included` the last day itself is the first one without. What was struck as a mistake
    never was, where rows can be struck at all (`is_struck_apart`). `late_on` is the last of those
    days, and `facts` their number.
    """
    first, noted = begin
    last, recorded = end
    before = "lte" if is_end_included else "lt"
    begins = Q(**{f"{first}__lte": asked.day}) & ended_after(asked.moment, first, noted)
    ends = Q(**{f"{last}__{before}": asked.day}) & ended_after(asked.moment, last, recorded)
    columns = {
        name: ExpressionWrapper(each & Q(pk__isnull=False), output_field=BooleanField())
        for name, each in (("begins_late", begins), ("ends_late", ends))
    }
    late: QuerySet[Any] = rows.filter(begins | ends).annotate(
        **columns,
        late_on=Greatest(Case(When(begins, then=F(first))), Case(When(ends, then=F(last)))),
        facts=_one(begins) + _one(ends),
    )
    return late.filter(struck_at__isnull=True) if is_struck_apart else late


def _one(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
