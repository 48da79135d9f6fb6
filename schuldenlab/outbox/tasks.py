"""The clock of the outbox."""

from celery import shared_task
from django.utils import timezone

from . import actions


@shared_task
def send_due_letters() -> int:
    """Send what waits; safe to run twice at once, every batch is claimed by one sender."""
    return actions.send_due(timezone.now())
