"""The clock of the outbox."""

from celery import shared_task
from django.utils import timezone

from . import actions

# Letters over one connection; then it looks at the clock again. A letter that was claimed long ago
# counts as uncertain, so the moment of its claim must not lag behind.
ROUND = actions.BATCH


@shared_task
def send_due_letters() -> int:
    """Send what waits; safe to run twice at once, every letter is claimed by one sender."""
    sent = went = actions.send_due(timezone.now(), most=ROUND)
    while went >= ROUND:
        went = actions.send_due(timezone.now(), most=ROUND)
        sent += went
    return sent
