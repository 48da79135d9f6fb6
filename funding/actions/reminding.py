"""Reminders of step-in rounds: on working days, to who has not answered, each step at most once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from events.workdays import add_working_days
from funding import notifications
from funding.models import StepInAnswer, StepInRound
from partners.models import Person
from partners.querysets import local_day
from programme.deadlines import is_office_hour, reminder_step
from schuldenlab.audit.actions import record
from schuldenlab.lifecycle import Refused, lock

STEPS = (10, 3)  # working days before the deadline
LAST = min(STEPS)
REST = timedelta(days=2)  # after the letter that offers it


def remind_partners(*, at: datetime) -> int:
    """Remind partners without an answer, ten and three working days before the deadline.

    Who said “later” is asked once more at the last step. Returns how many rounds were due; a letter
    that went out before is not written again.
    """
    if not is_office_hour(at):
        return 0
    reminded = 0
    for found in StepInRound.objects.open_at(at):
        step = reminder_step(at, found.closes_at, _steps(found))
        if step is None:
            continue
        offers = found.offers.to_partners(local_day(at)).select_related("organisation")
        notifications.stepin_reminder(found, offers.silent(at), step=str(step), at=at)
        if step == LAST:
            waits = offers.answered(StepInAnswer.Answer.LATER, at)
            notifications.stepin_later(found, waits, at=at)
        reminded += 1
    return reminded


def _steps(found: StepInRound) -> tuple[int, ...]:
    """Without one that would come on the heels of the offer itself."""
    first, last = local_day(found.opened_at + REST), local_day(found.closes_at)
    return tuple(step for step in STEPS if add_working_days(last, -step) >= first)


@transaction.atomic
def remind_round(found: StepInRound, *, actor: Person | None, at: datetime) -> int:
    """Remind who has not answered, now; once a day at most. Returns how many partners."""
    lock(found.plan)
    if not StepInRound.objects.open_at(at).filter(pk=found.pk).exists():
        raise Refused(_("This round is over already."))
    offers = found.offers.to_partners(local_day(at)).select_related("organisation")
    silent = list(offers.silent(at))
    if not silent:
        raise Refused(_("Every partner has answered. There is nobody to remind."))
    day = f"on-{local_day(at).isoformat()}"
    if notifications.was_reminded(found, step=day):
        raise Refused(_("They got a reminder today already."))
    if not notifications.stepin_reminder(found, silent, step=day, at=at):
        raise Refused(_("Nobody of them can log in, so nobody gets a letter. Call them."))
    record("remind_round", found, actor=actor, at=at, facts={"partners": len(silent)})
    return len(silent)
