"""The clock of the calendar. Safe to come twice, late, or not at all."""

from celery import shared_task
from django.utils import timezone

from events import actions
from schuldenlab.audit.origin import acting_from


@shared_task
def remind_actions() -> int:
    """Remind who has to do something before a day."""
    with acting_from("clock"):
        return actions.remind_actions(timezone.now())


@shared_task
def plan_cadence() -> int:
    """Make the slots of this year and the next."""
    with acting_from("clock"):
        return actions.plan_cadence(at=timezone.now())["created"]
