"""What partners pledged and what arrived, part by part, as it was known at any moment.

Read in three queries, whatever the number of moments: sums that were published before are worked
out again from it, so that a new sum beside them gives nobody away.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from funding.ledger import FIRM, OFFERED, WAITS, WITHDRAWN
from funding.models import Delivery, Instalment, Pledge

from .figure import NOTHING


@dataclass(frozen=True)
class Part:
    """What one pledge gives in one year, as known at a moment; amounts are in euro.

    `hours` is how many hours it is, for what is given in hours. `is_open` says that everybody may
    know the amount.
    """

    pledge: int
    year: int
    category: str
    organisation: int
    form: str
    plan: int | None
    is_open: bool
    amount: Decimal
    delivered: Decimal
    hours: Decimal


class Ledger:
    """All pledges with their parts and arrivals."""

    def __init__(self, host: int | None) -> None:
        self.host = host
        self.pledges = list(Pledge.objects.select_related("organisation").order_by("pk"))
        self.parts: dict[int, list[Any]] = defaultdict(list)
        for each in Instalment.objects.select_related("schedule").order_by("pk"):
            self.parts[each.schedule.pledge_id].append(each)
        self.arrivals: dict[int, list[Any]] = defaultdict(list)
        for came in Delivery.objects.filter(amount__isnull=False).order_by("pk"):
            self.arrivals[came.pledge_id].append(came)

    def at(self, moment: datetime, year: int | None = None) -> Iterator[Part]:
        """What was certain at a moment, of one year or of all."""
        for each in self.pledges:
            state = _state(each, moment)
            if state is None or each.firm_at is None or each.firm_at > moment:
                continue
            yield from self._of(each, state, moment, year)

    def _of(self, pledge: Any, state: str, moment: datetime, year: int | None) -> Iterator[Part]:
        planned = _planned(self.parts[pledge.pk], moment)
        arrived: dict[int, Decimal] = defaultdict(lambda: NOTHING)
        for each in self.arrivals[pledge.pk]:
            struck = each.struck_at is not None and each.struck_at <= moment
            if each.recorded_at <= moment and not struck:
                arrived[each.year] += each.amount
        for of_year in sorted({*planned, *arrived}):
            if year not in {None, of_year}:
                continue
            delivered = arrived[of_year]
            amount = planned.get(of_year, NOTHING) if state == FIRM else NOTHING
            amount = delivered if state == WITHDRAWN else amount
            if amount or delivered:
                yield self._part(pledge, of_year, amount, delivered)

    def _part(self, pledge: Any, year: int, amount: Decimal, delivered: Decimal) -> Part:
        hours = NOTHING
        if pledge.form == Pledge.Form.HOURS and pledge.quantity and pledge.amount:
            hours = (pledge.quantity * amount / pledge.amount).quantize(Decimal("0.01"))
        is_host = pledge.organisation_id == self.host
        return Part(
            pledge.pk,
            year,
            pledge.category,
            pledge.organisation_id,
            pledge.form,
            pledge.plan_id,
            is_host or pledge.is_open,
            amount,
            delivered,
            hours,
        )


def _state(pledge: Any, moment: datetime) -> str | None:
    """As `funding.ledger.state_at` says it in the database; None before it was there."""
    if pledge.offered_at > moment:
        return None
    if pledge.withdrawn_at is not None and pledge.withdrawn_at <= moment:
        return WITHDRAWN
    if pledge.firm_at is None or pledge.firm_at > moment:
        return OFFERED
    met = pledge.condition_met_at is not None and pledge.condition_met_at <= moment
    return WAITS if pledge.condition and not met else FIRM


def _planned(parts: list[Any], moment: datetime) -> dict[int, Decimal]:
    """The amount of each year by the schedule that held at the moment."""
    known = [each for each in parts if each.schedule.at <= moment]
    last = max((each.schedule.ordinal for each in known), default=0)
    found: dict[int, Decimal] = defaultdict(lambda: NOTHING)
    for each in known:
        if each.schedule.ordinal == last:
            found[each.year] += each.amount
    return dict(found)
