"""Letters about changes of course."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from partners.querysets import local_day
from programme.models import CourseChange, CrucialCall, Seat
from schuldenlab.outbox.actions import post
from schuldenlab.outbox.models import Recipient

from .people import delegates, kernteam, partner_people


def _raad(change: CourseChange, at: datetime) -> list[Recipient]:
    """Representatives and substitutes of the seats that the raad has now."""
    seats = Seat.objects.active(local_day(at)).filter(raad=change.raad_id)
    return delegates(seats.values("pk"), at)


def _post(
    name: str, change: CourseChange, to: Iterable[Recipient], at: datetime, **facts: Any
) -> None:
    post(
        f"programme/mail/{name}.txt",
        set(to),
        f"{name.replace('_', '-')}:{change.pk}",
        at,
        context={"change": change, **facts},
    )


def change_proposed(change: CourseChange, *, at: datetime) -> None:
    """The kernteam judges it; whoever proposed it knows already."""
    own = change.proposed_by_id
    to = [each for each in kernteam(at) if own is None or each.person_id != own]
    _post("change_proposed", change, to, at)


def change_is_crucial(change: CourseChange, *, at: datetime) -> None:
    """The raad hears of it before anything happens."""
    _post("change_crucial", change, _raad(change, at), at)


def change_is_minor(change: CourseChange, *, at: datetime) -> None:
    """It is on the next agenda of the raad, and two seats can say that it is crucial."""
    _post("change_minor", change, _raad(change, at), at)


def change_was_called(call: CrucialCall, *, at: datetime) -> None:
    """The raad and the kernteam hear of each seat that calls it crucial."""
    change = call.change
    post(
        "programme/mail/change_called.txt",
        {*_raad(change, at), *kernteam(at)},
        f"change-called:{change.pk}:{call.seat_id}",
        at,
        context={
            "change": change,
            "call": call,
            "organisation": call.seat.organisation,
            "is_enough": change.called_at is not None or change.called_afterwards_at is not None,
        },
    )


def change_went_first(change: CourseChange, *, at: datetime) -> None:
    """It could not wait; the raad is told at once and decides afterwards."""
    _post("change_went_first", change, _raad(change, at), at)


def change_decided(change: CourseChange, *, at: datetime) -> None:
    """All partners hear what the raad decided."""
    _post("change_decided", change, {*partner_people(at), *kernteam(at)}, at)
