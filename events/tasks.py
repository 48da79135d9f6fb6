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


@shared_task
def remind_polls() -> int:
    """Remind who has not answered a date poll."""
    with acting_from("clock"):
        return actions.remind_polls(timezone.now())


@shared_task
def warn_of_last_days() -> int:
    """Tell the kernteam which meetings must get a date soon."""
    with acting_from("clock"):
        return actions.warn_of_last_days(timezone.now())


@shared_task
def open_due_polls() -> int:
    """Open the date polls of series that do so themselves."""
    with acting_from("clock"):
        return actions.open_due_polls(timezone.now())


@shared_task
def join_late() -> int:
    """Invite who joined an audience, and withdraw the invitation of who left it."""
    with acting_from("clock"):
        return actions.join_late(timezone.now())


@shared_task
def remind_invitees() -> int:
    """Remind who has not answered an invitation."""
    with acting_from("clock"):
        return actions.remind_invitees(timezone.now())


@shared_task
def free_places() -> int:
    """Give places that nobody took to who waits for one."""
    with acting_from("clock"):
        return actions.free_places(timezone.now())
