"""The clock of the outbox."""

from celery import shared_task
from django.utils import timezone

from . import actions

ROUND = 1_000  # letters; then it looks at the clock again, so that each is claimed at its moment


@shared_task
def send_due_letters() -> int:
    """Send what waits; safe to run twice at once, every letter is claimed by one sender."""
    sent = went = actions.send_due(timezone.now(), most=ROUND)
    while went >= ROUND:
        went = actions.send_due(timezone.now(), most=ROUND)
        sent += went
    return sent
