"""Facts that a past day did not know yet: recorded later, and not taken over from before."""

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from partners.querysets import ended_after

from .reading import Asked


def late_rows(
    rows: QuerySet[Any],
    asked: Asked,
    *,
    begin: str = "from_on",
    end: tuple[str, str] = ("until_on", "ended_at"),
    is_end_included: bool = False,
) -> QuerySet[Any]:
    """Those of which the beginning (`begins_late`) or the end (`ends_late`) was recorded later.

    `end` names the last day and when that was recorded; with `is_end_included` that day itself is
    the first one without. What was struck as a mistake never was.
    """
    last, recorded = end
    before = "lte" if is_end_included else "lt"
    begins = Q(**{f"{begin}__lte": asked.day}) & ended_after(asked.moment, begin, "recorded_at")
    ends = Q(**{f"{last}__{before}": asked.day}) & ended_after(asked.moment, last, recorded)
    columns = {
        name: ExpressionWrapper(each & Q(pk__isnull=False), output_field=BooleanField())
        for name, each in (("begins_late", begins), ("ends_late", ends))
    }
    late: QuerySet[Any] = rows.filter(begins | ends, struck_at__isnull=True).annotate(**columns)
    return late
