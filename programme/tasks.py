"""The clock of the year: find what is due and act. Safe to come twice, late, or not at all."""

from celery import shared_task
from django.utils import timezone

from programme import actions
from programme.models import Ballot
from schuldenlab.audit.origin import acting_from
from schuldenlab.lifecycle import Refused


@shared_task
def close_due_ballots() -> int:
    """Close every ballot whose deadline has passed."""
    at = timezone.now()
    closed = 0
    with acting_from("clock"):
        for ballot in Ballot.objects.due_to_close(at).select_related("raad"):
            try:
                actions.close_ballot(ballot, at=at)
            except Refused:
                continue  # another worker was first
            closed += 1
    return closed


@shared_task
def remind_voters() -> int:
    """Remind who has not voted."""
    with acting_from("clock"):
        return actions.remind_voters(timezone.now())


@shared_task
def remind_commitments() -> int:
    """Remind partners that have not answered."""
    with acting_from("clock"):
        return actions.remind_commitments(timezone.now())


@shared_task
def remind_signers() -> int:
    """Remind partners that have not signed the framework."""
    with acting_from("clock"):
        return actions.remind_signers(timezone.now())


@shared_task
def remind_reviews() -> int:
    """Ask partners to look at what we know about them, once a year."""
    with acting_from("clock"):
        return actions.remind_reviews(timezone.now())
