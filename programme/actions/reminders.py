"""Reminders: only on working days, only to who has not answered, each at most once."""

from datetime import date, datetime
from typing import cast

from django.db import transaction

from partners.actions import request_reviews
from partners.models import Framework
from partners.notifications import signature_reminder
from partners.querysets import local_day
from programme import notifications
from programme.deadlines import is_office_hour, last_days_step, reminder_step
from programme.models import Ballot, Programme

VOTE_STEPS = (3, 1)
COMMITMENT_STEPS = (10, 3)
SIGNING_STEPS = (14, 3)


def remind_voters(at: datetime) -> int:
    """Remind seats that have not voted, three and one working day before the deadline."""
    if not is_office_hour(at):
        return 0
    reminded = 0
    for ballot in Ballot.objects.open_at(at).online().select_related("raad"):
        step = reminder_step(at, ballot.closes_at, VOTE_STEPS)
        if step is not None:
            silent = ballot.entitlements.counting(local_day(at)).filter(votes__isnull=True)
            notifications.vote_reminder(ballot, silent, step=step, at=at)
            reminded += 1
    return reminded


def remind_commitments(at: datetime) -> int:
    """Remind partners that have not answered, ten and three working days before the deadline."""
    if not is_office_hour(at):
        return 0
    reminded = 0
    adopted = Programme.objects.filter(status=Programme.Status.ADOPTED, commit_by__gt=at)
    for programme in adopted:
        deadline = cast("datetime", programme.commit_by)  # held by a constraint
        step = reminder_step(at, deadline, COMMITMENT_STEPS)
        if step is not None:
            notifications.commitment_reminder(programme, step=step, at=at)
            reminded += 1
    return reminded


def remind_signers(at: datetime) -> int:
    """Remind partners that have not signed, two weeks and three days before the last day."""
    if not is_office_hour(at):
        return 0
    reminded = 0
    day = local_day(at)
    signable = [Framework.Status.OPEN, Framework.Status.IN_FORCE]
    for framework in Framework.objects.filter(status__in=signable, sign_by__gte=day):
        last = cast("date", framework.sign_by)  # the filter asks for one
        step = last_days_step(day, last, SIGNING_STEPS)
        if step is not None:
            signature_reminder(framework, step=step, at=at)
            reminded += 1
    return reminded


@transaction.atomic
def remind_reviews(at: datetime) -> int:
    """Ask partners to look at their facts, people and mandates, once a year."""
    return request_reviews(at) if is_office_hour(at) else 0
