"""Facts that a past day did not know yet: recorded later, and not taken over from before."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from partners.querysets import ended_after

from .reading import Asked


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
    never was, where rows can be struck at all (`is_struck_apart`).
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
    late: QuerySet[Any] = rows.filter(begins | ends).annotate(**columns)
    return late.filter(struck_at__isnull=True) if is_struck_apart else late
