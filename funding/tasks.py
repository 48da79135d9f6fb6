"""The clock of money. Safe to come twice, late, or not at all."""

from celery import shared_task
from django.utils import timezone

from funding import actions
from schuldenlab.audit.origin import acting_from


@shared_task
def remind_partners() -> int:
    """Remind who has not answered a step-in offer."""
    with acting_from("clock"):
        return actions.remind_partners(at=timezone.now())


@shared_task
def offer_to_joined() -> int:
    """Offer open rounds to who became a partner since."""
    with acting_from("clock"):
        return actions.offer_to_joined(at=timezone.now())
