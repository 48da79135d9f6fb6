"""Letters about commitments to an adopted programme."""

from datetime import datetime

from partners.models import Organisation, Way
from partners.notifications import recorded_in_name
from partners.querysets import local_day
from programme.models import Commitment, Programme
from schuldenlab.outbox.actions import post

from .people import may_commit


def commitment_asked(programme: Programme, *, at: datetime) -> None:
    """Every partner is asked for its commitment."""
    post(
        "programme/mail/commitment_asked.txt",
        may_commit(Organisation.objects.partners(local_day(at)), at),
        f"commitment-asked:{programme.pk}",
        at,
        context={"programme": programme},
    )


def commitment_reminder(programme: Programme, *, step: int, at: datetime) -> None:
    """Only partners that have not answered."""
    silent = Organisation.objects.partners(local_day(at)).exclude(commitments__programme=programme)
    post(
        "programme/mail/commitment_reminder.txt",
        may_commit(silent, at),
        f"commitment-reminder:{programme.pk}:{step}",
        at,
        context={"programme": programme},
    )


def commitment_received(commitment: Commitment, *, at: datetime) -> None:
    """What was recorded: to everybody who may commit this organisation, if one of them gave it.

    What the kernteam heard goes to all its people, with the question whether it is right.
    """
    if commitment.way != Way.ONLINE:
        recorded_in_name(
            commitment.organisation,
            "commitment",
            key=f"commitment:{commitment.pk}",
            at=at,
            year=commitment.programme.year,
            commitment=commitment,
        )
        return
    post(
        "programme/mail/commitment_received.txt",
        may_commit([commitment.organisation_id], at),
        f"commitment-received:{commitment.pk}",
        at,
        context={
            "commitment": commitment,
            "organisation": commitment.organisation,
            "programme": commitment.programme,
        },
    )
