"""Letters about a ballot."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from programme.models import Ballot, Vote
from schuldenlab.outbox.actions import post

from .people import delegates, kernteam


def ballot_opened(ballot: Ballot, *, at: datetime) -> None:
    """Representatives and substitutes are asked to vote."""
    seats = ballot.entitlements.values("seat_id")
    post(
        "programme/mail/ballot_opened.txt",
        delegates(seats, at),
        f"ballot-opened:{ballot.pk}",
        at,
        context={"ballot": ballot},
    )


def vote_received(vote: Vote, *, at: datetime) -> None:
    """The receipt: what was counted, with its code, to everybody who votes for this seat.

    Secret, because the kernteam reads the register of letters and no choice before closing.
    """
    post(
        "programme/mail/vote_received.txt",
        delegates([vote.entitlement.seat_id], at),
        f"vote-received:{vote.ballot_id}:{vote.sequence}",
        at,
        context={
            "vote": vote,
            "ballot": vote.ballot,
            "organisation": vote.entitlement.organisation,
        },
        is_urgent=True,
        is_secret=True,
    )


def vote_reminder(ballot: Ballot, silent: QuerySet[Any], *, step: int, at: datetime) -> None:
    """Only seats that have not voted."""
    post(
        "programme/mail/vote_reminder.txt",
        delegates(silent.values("seat_id"), at),
        f"vote-reminder:{ballot.pk}:{step}",
        at,
        context={"ballot": ballot},
    )


def ballot_closed(ballot: Ballot, *, at: datetime) -> None:
    """The result, to the raad and the kernteam."""
    seats = ballot.entitlements.values("seat_id")
    post(
        "programme/mail/ballot_closed.txt",
        {*delegates(seats, at), *kernteam(at)},
        f"ballot-closed:{ballot.pk}",
        at,
        context={"ballot": ballot, "counts": ballot.counts},
    )
