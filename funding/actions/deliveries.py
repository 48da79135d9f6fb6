"""What arrived of a firm pledge, in parts."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from funding.models import Delivery, Pledge
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock


@transaction.atomic
def record_delivery(
    pledge: Pledge,
    *,
    amount: Decimal | None,
    arrived_on: date,
    actor: Person | None,
    at: datetime,
    text: str = "",
) -> Delivery:
    """A part arrived; all parts together are never more than the pledge."""
    lock(pledge.plan)
    lock(pledge)
    if pledge.status != Pledge.Status.FIRM:
        raise Refused(_("Only what is firm can arrive."))
    if pledge.waits_for_condition:
        raise Refused(_("This pledge waits for its condition. First write down that it is met."))
    if arrived_on > local_day(at):
        raise Refused(_("This day has not come yet. Fill in a day in the past."))
    _refuse_wrong_amount(pledge, amount, text.strip())
    delivery = Delivery.objects.create(
        pledge=pledge,
        amount=amount,
        text=text.strip(),
        arrived_on=arrived_on,
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


@transaction.atomic
def strike_delivery(
    delivery: Delivery, *, reason: str, actor: Person | None, at: datetime
) -> Delivery:
    """It was written down by mistake; the row stays, with the reason."""
    lock(delivery.pledge.plan)
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
