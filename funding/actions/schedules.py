"""How a pledge is spread over years, and when each part is due."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from funding import notifications
from funding.models import Instalment, Pledge, Schedule
from funding.spreading import CENT, Part, by_year, total_of
from partners.models import Person
from partners.querysets import local_day
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock
from schuldenlab.web.templatetags.look import euro

FIRST_YEAR, LAST_YEAR = 2000, 2100


def write_schedule(
    pledge: Pledge,
    parts: Sequence[Part],
    *,
    person: Person | None,
    at: datetime,
    recorded_at: datetime | None = None,
) -> Schedule | None:
    """The first schedule of a pledge: these parts, or all of it in the year of `at`.

    Something that nobody valued has no parts.
    """
    if pledge.amount is None:
        return None
    amount = Decimal(pledge.amount)
    spread = tuple(parts) or (Part(local_day(at).year, amount),)
    refuse_wrong_parts(amount, spread)
    return _write(pledge, spread, "", person=person, at=at, recorded_at=recorded_at or at)


def _write(
    pledge: Pledge,
    parts: Sequence[Part],
    reason: str,
    *,
    person: Person | None,
    at: datetime,
    recorded_at: datetime,
) -> Schedule:
    last = pledge.schedules.last()
    schedule = Schedule.objects.create(
        pledge=pledge,
        ordinal=1 if last is None else last.ordinal + 1,
        reason=reason,
        person=person,
        at=at,
        recorded_at=recorded_at,
    )
    Instalment.objects.bulk_create(
        Instalment(schedule=schedule, year=each.year, due_on=each.due_on, amount=each.amount)
        for each in parts
    )
    return schedule


def refuse_wrong_parts(amount: Decimal, parts: Sequence[Part]) -> None:
    """Parts in whole cents of years that exist, together exactly the pledge."""
    for each in parts:
        if each.amount <= 0 or each.amount != each.amount.quantize(CENT):
            raise Refused(_("Every part is more than zero, in whole cents."))
        if not FIRST_YEAR <= each.year <= LAST_YEAR:
            raise Refused(_("Fill in a year between 2000 and 2100."))
    together = total_of(parts)
    if together != amount:
        words = _("The parts are %(parts)s together; the pledge is %(amount)s.")
        raise Refused(words % {"parts": euro(together), "amount": euro(amount)})


def parts_of(pledge: Pledge) -> list[Part]:
    """How it is spread now."""
    last = pledge.schedules.last()
    if last is None:
        return []
    return [Part(each.year, each.amount, each.due_on) for each in last.instalments.all()]


def parts_kept(pledge: Pledge, another: Pledge) -> list[Part]:
    """The parts for a pledge in the place of this one: the same, if it is worth the same.

    A single part takes the new amount, and keeps its year and day. Several parts of another amount
    are for who knows them to say.
    """
    parts = parts_of(pledge)
    if another.amount is None or pledge.amount == another.amount or not parts:
        return [] if another.amount is None else parts
    if len(parts) > 1:
        raise Refused(_("The amount changes. Say again which part is for which year."))
    return [replace(parts[0], amount=another.amount)]


def arrived_by_year(pledge: Pledge) -> dict[int, Decimal]:
    """What arrived of it, for which year."""
    rows = pledge.deliveries.holding().filter(amount__isnull=False).order_by()
    return dict(rows.values_list("year").annotate(Sum("amount")))


@transaction.atomic
def reschedule(
    pledge: Pledge, *, parts: Sequence[Part], reason: str, actor: Person | None, at: datetime
) -> Schedule:
    """Other years or other days from now on, with the reason; the earlier schedule stays.

    What arrived for a year stays within what that year asks.
    """
    if pledge.plan is not None:
        lock(pledge.plan)
    lock(pledge)
    if pledge.status == Pledge.Status.WITHDRAWN:
        raise Refused(_("This pledge is withdrawn."))
    if pledge.amount is None:
        raise Refused(_("Nobody valued this pledge, so there is nothing to spread."))
    if not reason.strip():
        raise Refused(_("Say in a few words why the parts change."))
    if not parts:
        raise Refused(_("Fill in at least one part."))
    if Counter(parts) == Counter(parts_of(pledge)):
        raise Refused(_("These are the parts as they are already."))
    agreed = by_year(parts)
    for year, arrived in arrived_by_year(pledge).items():
        if arrived > agreed.get(year, 0):
            words = _("For %(year)s %(arrived)s has arrived already. Leave at least that.")
            raise Refused(words % {"year": year, "arrived": euro(arrived)})
    refuse_wrong_parts(pledge.amount, parts)
    schedule = _write(pledge, parts, reason.strip(), person=actor, at=at, recorded_at=at)
    facts = {"schedule": schedule.ordinal, "years": {str(y): str(a) for y, a in agreed.items()}}
    record("reschedule", pledge, actor=actor, at=at, facts=facts)
    notifications.pledge_rescheduled(pledge, schedule, actor=actor, at=at)
    return schedule
