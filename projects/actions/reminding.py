"""The clock of pilots: a word before the end, and a question when it has come."""

from datetime import datetime, timedelta

from django.db import transaction

from partners.querysets import local_day
from projects import notifications
from projects.models import Pilot
from schuldenlab.audit.actions import record

REMIND_DAYS = 30


@transaction.atomic
def remind_pilots(*, at: datetime) -> dict[str, int]:
    """Thirty days before its end a pilot is announced; at the end its evaluation is asked, once.

    A pilot that goes on after its last day stands with the leader and the kernteam until then.
    """
    day = local_day(at)
    going = (
        Pilot.objects.select_for_update(of=("self",))
        .select_related("phase__project")
        .filter(phase__status="running", evaluated_at__isnull=True)
    )
    over = list(going.filter(ends_on__lt=day, asked_at__isnull=True))
    soon = list(
        going.filter(
            ends_on__gte=day, ends_on__lte=day + timedelta(days=REMIND_DAYS), reminded_at=None
        )
    )
    for pilot in over:
        pilot.asked_at = at
        notifications.evaluation_asked(pilot, at=at)
        record("ask_evaluation", pilot.phase, actor=None, at=at)
    for pilot in soon:
        pilot.reminded_at = at
        notifications.pilot_ends(pilot, at=at)
        record("remind_pilot", pilot.phase, actor=None, at=at)
    Pilot.objects.bulk_update([*over, *soon], ["asked_at", "reminded_at"])
    return {"asked": len(over), "reminded": len(soon)}
