"""Periods in which nothing is planned: added, and withdrawn."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from events.models import BlockedPeriod
from partners.models import Person
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

MOST_DAYS = 100


@transaction.atomic
def add_blocked_period(
    *,
    title: str,
    title_en: str = "",
    first_on: date,
    last_on: date,
    actor: Person | None,
    at: datetime,
) -> BlockedPeriod:
    """No meeting is proposed in this period any more. Meetings that have a date keep it."""
    if last_on < first_on:
        raise Refused(_("The last day comes before the first day."))
    if (last_on - first_on).days >= MOST_DAYS:
        raise Refused(_("A period has at most %(most)s days.") % {"most": MOST_DAYS})
    period = BlockedPeriod(
        title=title, title_en=title_en, first_on=first_on, last_on=last_on, recorded_at=at
    )
    period.full_clean()
    period.save()
    facts = {"first_on": first_on.isoformat(), "last_on": last_on.isoformat()}
    record("add_blocked_period", period, actor=actor, at=at, facts=facts)
    return period


@transaction.atomic
def withdraw_blocked_period(
    period: BlockedPeriod, *, actor: Person | None, at: datetime
) -> BlockedPeriod:
    """Meetings can be planned in this period again. It stays on record until when it held."""
    lock(period)
    if period.withdrawn_at is not None:
        raise Refused(_("This period was withdrawn already."))
    period.withdrawn_at = at
    period.save(update_fields=["withdrawn_at"])
    record("withdraw_blocked_period", period, actor=actor, at=at)
    return period
