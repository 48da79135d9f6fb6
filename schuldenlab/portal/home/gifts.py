"""What the own organisation gives this year: in money, and in knowledge and hours."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from django.db.models import F, Q, Sum
from django.urls import reverse

from funding.dues import dues_at
from funding.ledger import FIRM, WITHDRAWN, held_arrivals, pledges_as_known
from funding.models import Pledge
from partners.querysets import local_day

MOST: Final = 2  # organisations of one person of which the cards are shown
NOTHING: Final = Decimal(0)
CASH, HOURS = Pledge.Form.CASH, Pledge.Form.HOURS


@dataclass(frozen=True)
class Gift:
    """Of one organisation in a year: what is certain and what arrived, in euro; hours as well.

    `cash_besides` and `kind_besides` arrived in that year for another one, and count in no sum.
    """

    organisation_id: int
    name: str
    year: int
    cash: Decimal
    paid: Decimal
    next_on: date | None
    is_late: bool
    kind: Decimal
    given: Decimal
    hours: Decimal
    hours_given: Decimal
    unvalued: int
    cash_besides: Decimal = NOTHING
    kind_besides: Decimal = NOTHING

    @property
    def url(self) -> str:
        """The page with all of it."""
        return reverse("funding:contribution", args=[self.organisation_id])

    @property
    def dues_url(self) -> str:
        """What is still to come of it."""
        return f"{reverse('funding:due-list')}?organisation={self.organisation_id}"


def gifts_of(person: Any) -> list[Gift]:
    """Of at most two partners for which this person acts; only own figures."""
    facts = [each for each in person.standing.mandates if each.is_partner]
    names = dict({each.organisation_id: each.organisation_name for each in facts}.items())
    shown = dict(list(names.items())[:MOST])
    if not shown:
        return []
    year = local_day(person.moment).year
    sums = _sums(list(shown), year, person.moment)
    for pk, besides in _besides(list(shown), year, person.moment).items():
        sums.setdefault(pk, {}).update(besides)
    return [_gift(pk, name, year, sums.get(pk, {}), person.moment) for pk, name in shown.items()]


def _gift(pk: int, name: str, year: int, sums: dict[str, Any], at: datetime) -> Gift:
    cash = Pledge.objects.filter(organisation=pk, form=CASH)
    due = dues_at(cash, at).filter(year=year).first()
    last_on = None if due is None else due.last_on
    amounts = {
        key: sums.get(key) or NOTHING
        for key in (
            *("cash", "paid", "kind", "given", "hours", "hours_given"),
            *("cash_besides", "kind_besides"),
        )
    }
    return Gift(
        pk,
        name,
        year,
        next_on=last_on,
        is_late=last_on is not None and last_on < local_day(at),
        unvalued=int(sums.get("unvalued") or 0),
        **amounts,
    )


def _sums(organisations: list[int], year: int, at: datetime) -> dict[int, dict[str, Any]]:
    """Per organisation one row; what is not certain and did not arrive counts in no sum."""
    own = Pledge.objects.filter(organisation__in=organisations)
    known = pledges_as_known(own, at, year).exclude(replaced_by__offered_at__lte=at)
    certain = known.filter(Q(state=FIRM) | Q(state=WITHDRAWN, arrived__gt=0)).order_by()
    cash, hours = Q(form=CASH), Q(form=HOURS, rate__gt=0)
    rows = certain.values("organisation").annotate(
        cash=Sum("value", filter=cash),
        paid=Sum("arrived", filter=cash),
        kind=Sum("value", filter=~cash),
        given=Sum("arrived", filter=~cash),
        hours=Sum(F("value") / F("rate"), filter=hours),
        hours_given=Sum(F("arrived") / F("rate"), filter=hours),
        unvalued=Sum(1, filter=Q(amount=None)),
    )
    return {each["organisation"]: each for each in rows}


def _besides(organisations: list[int], year: int, at: datetime) -> dict[int, dict[str, Any]]:
    """What arrived in the year for another one, as the page of the contribution says it apart."""
    arrived = held_arrivals(at).filter(arrived_on__year=year).exclude(year=year)
    mine = arrived.filter(pledge__organisation__in=organisations).order_by()
    cash, whose = Q(pledge__form=CASH), "pledge__organisation"
    rows = mine.values(whose).annotate(
        cash_besides=Sum("amount", filter=cash), kind_besides=Sum("amount", filter=~cash)
    )
    return {each.pop(whose): each for each in rows}
