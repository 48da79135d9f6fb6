"""Letters about a programmaraad and its seats."""

from collections.abc import Iterable
from datetime import datetime

from partners.models import Person
from partners.querysets import local_day
from programme.models import Programmaraad, Seat
from schuldenlab.outbox.actions import post

from .people import partner_people


def raad_proposed(raad: Programmaraad, *, at: datetime) -> None:
    """All partners can respond to the proposed seats."""
    names = list(raad.seats.values_list("organisation__name", flat=True))
    post(
        "programme/mail/raad_proposed.txt",
        partner_people(at),
        f"raad-proposed:{raad.pk}:{at.isoformat()}",
        at,
        context={"raad": raad, "names": names},
    )


def delegates_named(seat: Seat, people: Iterable[Person | None], *, at: datetime) -> None:
    """You vote in the programmaraad, or it is proposed that you will once it is installed."""
    is_installed = seat.raad.status == Programmaraad.Status.INSTALLED
    name = "delegate_named" if is_installed else "delegate_proposed"
    post(
        f"programme/mail/{name}.txt",
        [person.as_recipient() for person in people if person is not None],
        f"{name.replace('_', '-')}:{seat.pk}:{local_day(at)}",
        at,
        context={"raad": seat.raad, "organisation": seat.organisation},
    )


def raad_installed(raad: Programmaraad, *, at: datetime) -> None:
    """The new raad is announced to all partners."""
    names = list(raad.seats.active(local_day(at)).values_list("organisation__name", flat=True))
    post(
        "programme/mail/raad_installed.txt",
        partner_people(at),
        f"raad-installed:{raad.pk}",
        at,
        context={"raad": raad, "names": names},
    )
