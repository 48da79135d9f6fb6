"""The clock of projects: find what is due and act. Safe to come twice, late, or not at all."""

from celery import shared_task
from django.utils import timezone

from projects import actions
from schuldenlab.audit.origin import acting_from


@shared_task
def remind_pilots() -> dict[str, int]:
    """A month before the end of a pilot, and when its end has passed."""
    with acting_from("clock"):
        return actions.remind_pilots(at=timezone.now())


@shared_task
def approve_decided_cases() -> dict[str, int]:
    """Cases of which the programmaraad approved the phase; its ballots say so at once as well."""
    with acting_from("clock"):
        return actions.approve_decided_cases(at=timezone.now())
