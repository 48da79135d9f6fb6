"""The clock of pilots and reports: a word before the end, and a question when it has come."""

from datetime import datetime, timedelta

from django.db import transaction

from partners.querysets import local_day
from programme.deadlines import is_office_hour, reminder_step
from projects import notifications
from projects.models import Pilot
from projects.quarters import Quarter
from projects.reporting import next_leaders_meeting, reports_due
from schuldenlab.audit.actions import record

REMIND_DAYS = 30
REPORT_STEPS = (10, 3)  # working days before the meeting


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


def remind_reports(*, at: datetime) -> int:
    """Ten and three working days before project leaders meet, ask who has not reported, once each.

    Returns how many reports were asked for; a letter that went out before is not written again.
    """
    meeting = next_leaders_meeting(at) if is_office_hour(at) else None
    if meeting is None or meeting.starts_at is None:
        return 0
    step = reminder_step(at, meeting.starts_at, REPORT_STEPS)
    if step is None:
        return 0
    over = Quarter.expected_on(local_day(meeting.starts_at))
    asked = [each for each in reports_due(local_day(at), over=over) if each.leader is not None]
    notifications.report_reminder(asked, meeting, step=step, at=at)
    return len(asked)
