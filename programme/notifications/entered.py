"""Letters about votes in a meeting, and about a ballot that is handed over."""

from datetime import datetime
from typing import Any

from programme.models import Ballot, Dispute, HandOver
from schuldenlab.outbox.actions import post

from .people import delegates, kernteam


def vote_disputed(dispute: Dispute, *, at: datetime) -> None:
    """The kernteam looks at it. Without the choice: this letter stands in a register."""
    post(
        "programme/mail/vote_disputed.txt",
        kernteam(at),
        f"vote-disputed:{dispute.pk}",
        at,
        context=_about(dispute),
    )


def dispute_answered(dispute: Dispute, *, at: datetime) -> None:
    """Whoever votes for the seat reads what was done with it."""
    post(
        "programme/mail/dispute_answered.txt",
        delegates([dispute.entitlement.seat_id], at),
        f"dispute-answered:{dispute.pk}",
        at,
        context=_about(dispute),
    )


def _about(dispute: Dispute) -> dict[str, Any]:
    return {
        "dispute": dispute,
        "ballot": dispute.entitlement.ballot,
        "organisation": dispute.entitlement.organisation,
    }


def ballot_handed_over(hand_over: HandOver, *, at: datetime) -> None:
    """The substitute is asked to vote."""
    _tell_substitute("ballot_handed_over", hand_over, at)


def ballot_taken_back(hand_over: HandOver, *, at: datetime) -> None:
    """The substitute need not vote any more."""
    _tell_substitute("ballot_taken_back", hand_over, at)


def _tell_substitute(name: str, hand_over: HandOver, at: datetime) -> None:
    entitlement = hand_over.entitlement
    post(
        f"programme/mail/{name}.txt",
        [hand_over.to_person.as_recipient()],
        f"{name}:{hand_over.pk}",
        at,
        context={
            "ballot": entitlement.ballot,
            "organisation": entitlement.organisation,
            "representative": hand_over.from_person.name,
        },
        is_urgent=True,
    )


def ballot_to_meeting(ballot: Ballot, *, at: datetime) -> None:
    """Voting came to nothing twice: the kernteam prepares it for the next meeting."""
    post(
        "programme/mail/ballot_to_meeting.txt",
        kernteam(at),
        f"ballot-to-meeting:{ballot.pk}",
        at,
        context={"ballot": ballot},
    )
