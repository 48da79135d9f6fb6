"""Questions: which parts of firm pledges have not arrived, and when they are due.

What arrived for a year pays the parts of that year one after the other, as in
`funding/spreading.py`; here the database works it out for all pledges at once, and
`tests/funding/test_dues.py` holds the two beside each other.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, Func, OuterRef, Subquery, Sum, Value, Window
from django.db.models.functions import Coalesce, Greatest, Least

from funding.ledger import MONEY, ZERO, held_arrivals
from funding.models import Instalment, Pledge
from partners.querysets import local_day


def dues_at(pledges: Any, at: datetime) -> Any:
    """The parts of these pledges of which something is still to come, the first due first.

    Each with `open` (how much), `last_on` (its day, else the last day of its year) and its pledge.
    What waits for a condition is not due.
    """
    counted = pledges.counted_at(at).filter(amount__isnull=False)
    arrived = (
        held_arrivals(at)
        .filter(pledge=OuterRef("schedule__pledge"), year=OuterRef("year"))
        .order_by()
    )
    paid = arrived.values("pledge").annotate(sum=Sum("amount")).values("sum")
    return (
        Instalment.objects.held_at(at)
        .filter(schedule__pledge__in=counted.values("pk"))
        .annotate(
            paid=Coalesce(Subquery(paid), ZERO, output_field=MONEY),
            until=Window(
                Sum("amount"),
                partition_by=["schedule__pledge", "year"],
                order_by=[F("due_on").asc(nulls_last=True), F("pk").asc()],
            ),
            last_on=Coalesce(
                "due_on",
                Func(
                    F("year"), Value(12), Value(31), function="make_date", output_field=DateField()
                ),
            ),
        )
        .annotate(open=Least(F("amount"), Greatest(F("until") - F("paid"), ZERO)))
        .filter(open__gt=0)
        .select_related("schedule__pledge__organisation", "schedule__pledge__plan__phase__project")
        .order_by("last_on", "schedule__pledge__organisation__name", "pk")
    )


def overdue(dues: Any, day: date) -> Any:
    """Those of which the last day has passed."""
    return dues.filter(last_on__lt=day)


def due_for(person: Any) -> Any:
    """What this person is to know: all for the kernteam, else what its own partners owe."""
    pledges = Pledge.objects.all()
    if not person.standing.is_kernteam:
        pledges = pledges.of_organisations_of(person)
    return dues_at(pledges, person.moment)


def how_many_overdue(at: datetime) -> int:
    """Of all partners together."""
    return int(overdue(dues_at(Pledge.objects.all(), at), local_day(at)).count())
