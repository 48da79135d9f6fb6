"""What a year has too much goes to the next one, by an explicit act."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from funding.cover import NOTHING
from funding.models import CarryOver
from funding.spreading import CENT
from funding.yearly import lines_at
from partners.models import Person
from programme.models import Programme
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.web.templatetags.look import euro


@transaction.atomic
def carry_over(
    programme: Programme,
    *,
    category: str,
    amount: Decimal,
    reason: str,
    actor: Person | None,
    at: datetime,
) -> CarryOver:
    """A part of the surplus of a category, from the year of this programme to the next year.

    Never more than the year has too much at this moment; two at once meet at the programme.
    """
    lock(programme)
    if programme.adopted_at is None:
        raise Refused(_("Nobody decided yet what this year needs, so nothing is too much."))
    if not reason.strip():
        raise Refused(_("Say in a few words why it goes to the next year."))
    if amount <= 0 or amount != amount.quantize(CENT):
        raise Refused(_("The amount is more than zero, in whole cents."))
    year = programme.year
    surplus = lines_at([year], at)[year, category].surplus
    if amount > surplus:
        raise Refused(
            _("This category has %(surplus)s too much, not more.") % {"surplus": euro(surplus)}
        )
    rows = CarryOver.objects.filter(year=year, category=category)
    carried = CarryOver.objects.create(
        year=year,
        category=category,
        ordinal=1 + (rows.aggregate(last=Max("ordinal"))["last"] or 0),
        amount=amount,
        reason=" ".join(reason.split()),
        person=actor,
        at=at,
        recorded_at=at,
    )
    facts = {"year": year, "category": category, "amount": str(amount)}
    record("carry_over", carried, actor=actor, at=at, facts=facts)
    return carried


@transaction.atomic
def strike_carry_over(
    carried: CarryOver, *, reason: str, actor: Person | None, at: datetime
) -> CarryOver:
    """It was a mistake; the row stays, with the reason. What was carried on is struck first."""
    later = Programme.objects.filter(year=carried.next_year).first()
    if later is not None:
        lock(later)
    lock(carried)
    if carried.struck_at is not None:
        raise Refused(_("This was struck already."))
    if not reason.strip():
        raise Refused(_("Say in a few words why this is not right."))
    line = lines_at([carried.next_year], at)[carried.next_year, carried.category]
    if line.carried_out > NOTHING and line.spare < carried.amount:
        words = _("A part of it went on from %(year)s to the year after. First strike that.")
        raise Refused(words % {"year": carried.next_year})
    carried.struck_at, carried.struck_because = at, " ".join(reason.split())
    carried.save(update_fields=["struck_at", "struck_because"])
    facts = {"year": carried.year, "category": carried.category, "amount": str(carried.amount)}
    record("strike_carry_over", carried, actor=actor, at=at, facts=facts)
    return carried
