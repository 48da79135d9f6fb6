"""Who speaks for a seat, and stops."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from partners.models import Person
from partners.querysets import local_day
from programme.models import Delegate
from schuldenlab.audit.actions import record_all


@transaction.atomic
def end_delegations(person: Person, *, actor: Person | None, at: datetime) -> list[Delegate]:
    """Today is the last day on which this person votes for a seat; the seat stays."""
    day = local_day(at)
    still = Q(until_on__isnull=True) | Q(until_on__gt=day)
    held = list(person.delegations.filter(still, from_on__lte=day).select_for_update())
    Delegate.objects.filter(pk__in=[each.pk for each in held]).update(until_on=day)
    facts = {"on": day.isoformat()}
    record_all([("end_delegation", each, facts) for each in held], actor=actor, at=at)
    return held
