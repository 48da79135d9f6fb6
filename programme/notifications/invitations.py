"""Letters about invitations to a seat, and seats that fall open."""

from datetime import datetime

from programme.models import Seat, SeatInvitation
from schuldenlab.outbox.actions import post

from .people import kernteam, people_of


def seat_offered(invitation: SeatInvitation, *, at: datetime) -> None:
    """Everybody of the partner hears it; a director or who may sign answers."""
    post(
        "programme/mail/seat_offered.txt",
        people_of(invitation.organisation, at),
        f"seat-offered:{invitation.pk}",
        at,
        context=_facts(invitation),
    )


def seat_answered(invitation: SeatInvitation, *, at: datetime) -> None:
    """The kernteam hears a yes or a no."""
    post(
        "programme/mail/seat_answered.txt",
        kernteam(at),
        f"seat-answered:{invitation.pk}",
        at,
        context=_facts(invitation),
    )


def seat_withdrawn(invitation: SeatInvitation, *, at: datetime) -> None:
    """Whoever was asked need not answer any more."""
    post(
        "programme/mail/seat_withdrawn.txt",
        people_of(invitation.organisation, at),
        f"seat-withdrawn:{invitation.pk}",
        at,
        context=_facts(invitation),
    )


def seat_open(seat: Seat, *, at: datetime) -> None:
    """The kernteam hears once that a seat falls open, and why."""
    post(
        "programme/mail/seat_open.txt",
        kernteam(at),
        f"seat-open:{seat.pk}",
        at,
        context={"seat": seat, "raad": seat.raad, "organisation": seat.organisation},
    )


def _facts(invitation: SeatInvitation) -> dict[str, object]:
    return {
        "invitation": invitation,
        "raad": invitation.raad,
        "organisation": invitation.organisation,
    }
