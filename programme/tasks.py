"""The clock of the year: find what is due and act. Safe to come twice, late, or not at all."""

import structlog
from celery import shared_task
from django.db import Error
from django.utils import timezone

from programme import actions
from programme.models import Ballot, ThemeCall
from schuldenlab.audit.origin import acting_from
from schuldenlab.lifecycle import Refused

log = structlog.get_logger()


@shared_task
def close_due_ballots() -> int:
    """Close every ballot whose deadline has passed."""
    at = timezone.now()
    closed, stuck = 0, None
    with acting_from("clock"):
        for ballot in Ballot.objects.due_to_close(at).select_related("raad"):
            try:
                actions.close_ballot(ballot, at=at)
            except Refused:
                continue  # another worker was first
            except Error as error:
                log.exception("ballot_not_closed", ballot_id=ballot.pk)
                stuck = error  # the next ones do not have to wait for it
                continue
            closed += 1
    if stuck is not None:
        raise stuck  # so that the task does not count as done
    return closed


@shared_task
def close_due_calls() -> int:
    """Close every call for innovation themes whose deadline has passed."""
    at = timezone.now()
    closed = 0
    with acting_from("clock"):
        for call in ThemeCall.objects.due_to_close(at):
            try:
                actions.close_call(call, at=at)
            except Refused:
                continue  # another worker was first, or there is more time
            closed += 1
    return closed


@shared_task
def remind_proposers() -> int:
    """Remind partners that proposed no innovation theme."""
    with acting_from("clock"):
        return actions.remind_proposers(timezone.now())


@shared_task
def open_due_changes() -> int:
    """Open the change of course that a leaving partner with a seat asks for."""
    with acting_from("clock"):
        return actions.open_due_changes(timezone.now())


@shared_task
def remind_voters() -> int:
    """Remind who has not voted."""
    with acting_from("clock"):
        return actions.remind_voters(timezone.now())


@shared_task
def send_due_packs() -> int:
    """Send the papers of meetings of the programmaraad, a week ahead."""
    with acting_from("clock"):
        return actions.send_due_packs(timezone.now())


@shared_task
def remind_commitments() -> int:
    """Remind partners that have not answered."""
    with acting_from("clock"):
        return actions.remind_commitments(timezone.now())


@shared_task
def remind_owners() -> int:
    """Remind who sees to a decision of its last day."""
    with acting_from("clock"):
        return actions.remind_owners(timezone.now())


@shared_task
def remind_signers() -> int:
    """Remind partners that have not signed the framework."""
    with acting_from("clock"):
        return actions.remind_signers(timezone.now())


@shared_task
def report_open_seats() -> int:
    """Tell the kernteam which seats fell open."""
    with acting_from("clock"):
        return actions.report_open_seats(timezone.now())


@shared_task
def remind_reviews() -> int:
    """Ask partners to look at what we know about them, once a year."""
    with acting_from("clock"):
        return actions.remind_reviews(timezone.now())
