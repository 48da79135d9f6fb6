"""Questions: which parts of firm pledges have not arrived, and when they are due.

What arrived for a year pays the parts of that year one after the other, as in
`funding/spreading.py`; here the database works it out for all pledges at once, and
`tests/funding/test_dues.py` holds the two beside each other.
"""

from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, Func, OuterRef, Q, Subquery, Sum, Value, Window
from django.db.models.functions import Coalesce, Greatest, Least

from funding.ledger import MONEY, ZERO, held_arrivals
from funding.models import Instalment, Pledge
from partners.models import Organisation
from partners.querysets import local_day
from projects.models import Phase


def dues_at(pledges: Any, at: datetime) -> Any:
    """The parts of these pledges of which something is still to come, the first due first.

    Each with `open` (how much), `last_on` (its day, else the last day of its year) and its pledge.
    What waits for a condition is not due, nor what waits until its phase starts.
    """
    begun = Phase.objects.known_by(at).values("pk")
    return _open_parts(pledges.filter(Q(plan=None) | Q(plan__phase__in=begun)), at)


def waiting_at(pledges: Any, at: datetime) -> Any:
    """The same, of pledges to phases that are prepared: due once the phase starts, never late."""
    prepared = Phase.objects.prepared_at(at).values("pk")
    return _open_parts(pledges.filter(plan__phase__in=prepared), at)


def _open_parts(pledges: Any, at: datetime) -> Any:
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


def pledges_for(person: Any) -> Any:
    """Of whom this person is to know what is due: all for the kernteam, else its own partners."""
    pledges = Pledge.objects.all()
    if person.standing.is_kernteam:
        return pledges
    return pledges.of_organisations_of(person)


class Together(Subquery):
    """The sum of the one column of a query, also when that is worked out over other rows."""

    template = "(SELECT SUM(amount) FROM (%(subquery)s) AS part(amount))"
    output_field = MONEY


def by_organisation(dues: Any) -> list[dict[str, Any]]:
    """What each organisation still gives of these parts (`rest`), by name."""
    pledging = "schedule__pledge__organisation"
    named: Any = Organisation.objects.filter(pk__in=dues.order_by().values(pledging))
    mine = dues.order_by().filter(**{pledging: OuterRef("pk")}).values("open")
    return list(named.annotate(rest=Together(mine)).order_by("name").values("name", "rest"))


def how_many_overdue(at: datetime) -> int:
    """Of all partners together."""
    return int(overdue(dues_at(Pledge.objects.all(), at), local_day(at)).count())
