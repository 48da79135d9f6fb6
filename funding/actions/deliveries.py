"""What arrived of a firm pledge, in parts."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from funding.cover import NOTHING
from funding.models import Delivery, Pledge
from funding.spreading import by_year, year_with_room
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.web.templatetags.look import euro

from .pledges import lock_money
from .schedules import arrived_by_year, parts_of


@transaction.atomic
def record_delivery(
    pledge: Pledge,
    *,
    amount: Decimal | None,
    arrived_on: date,
    actor: Person | None,
    at: datetime,
    text: str = "",
    year: int | None = None,
) -> Delivery:
    """A part arrived; all of a year together are never more than was pledged for that year.

    Without a `year` it belongs to the first one that still has room for it; of something without
    value to the year in which it arrived.
    """
    lock_money(pledge)
    if pledge.status != Pledge.Status.FIRM:
        raise Refused(_("Only what is firm can arrive."))
    if pledge.waits_for_condition:
        raise Refused(_("This pledge waits for its condition. First write down that it is met."))
    if arrived_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    _refuse_wrong_amount(pledge, amount, text.strip())
    belongs_to = arrived_on.year if amount is None else _year_of(pledge, amount, year)
    delivery = Delivery.objects.create(
        pledge=pledge,
        amount=amount,
        text=text.strip(),
        arrived_on=arrived_on,
        year=belongs_to,
        person=actor,
        recorded_at=at,
    )
    facts = {"delivery": delivery.pk, "amount": None if amount is None else str(amount)}
    record("record_delivery", pledge, actor=actor, at=at, facts=facts)
    return delivery


def _refuse_wrong_amount(pledge: Pledge, amount: Decimal | None, text: str) -> None:
    if pledge.amount is None:
        if amount is not None:
            raise Refused(_("Nobody valued this pledge. Say in words what arrived."))
        if not text:
            raise Refused(_("Say in words what arrived."))
        return
    if amount is None or amount <= 0:
        raise Refused(_("Fill in how much arrived."))
    if pledge.delivered + amount > pledge.amount:
        raise Refused(_("That is more than was pledged."))


def _year_of(pledge: Pledge, amount: Decimal, year: int | None) -> int:
    parts, arrived = parts_of(pledge), arrived_by_year(pledge)
    if year is None:
        found = year_with_room(parts, arrived, amount)
        if found is None:
            raise Refused(_("This is more than what is open for one year. Record it year by year."))
        return found
    rest = by_year(parts).get(year, NOTHING) - arrived.get(year, NOTHING)
    if amount > rest:
        words = _("For %(year)s %(rest)s is open. What is more belongs to another year.")
        raise Refused(words % {"year": year, "rest": euro(rest)})
    return year


@transaction.atomic
def strike_delivery(
    delivery: Delivery, *, reason: str, actor: Person | None, at: datetime
) -> Delivery:
    """It was written down by mistake; the row stays, with the reason."""
    lock_money(delivery.pledge)
    lock(delivery)
    if delivery.struck_at is not None:
        raise Refused(_("This was struck already."))
    if not reason.strip():
        raise Refused(_("Say in a few words why this is not right."))
    delivery.struck_at, delivery.struck_because = at, " ".join(reason.split())
    delivery.save(update_fields=["struck_at", "struck_because"])
    facts = {"delivery": delivery.pk}
    record("strike_delivery", delivery.pledge, actor=actor, at=at, facts=facts)
    return delivery
