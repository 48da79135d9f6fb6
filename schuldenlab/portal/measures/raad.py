"""Clause 2: a programmaraad of the agreed number of partners decides the year's programme."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from partners.models import Partnership
from partners.querysets import recorded_by, unstruck
from programme.models import Ballot, Programmaraad, Programme, Seat

from .commitment import programme_of
from .reading import Asked, Evidence, Reading, State, judge, judge_standing
from .registry import measure


def _known_seats(raad: Programmaraad, asked: Asked) -> tuple[list[Seat], dict[int, date]]:
    """Seats as the lab knew them, and by seat the day from which its organisation was gone.

    A seat ends when its organisation leaves; with a leaving that was recorded later it has not
    ended yet.
    """
    known = raad.seats.filter(recorded_by(asked.moment, "from_on"))
    seats = list(known.select_related("organisation", "raad"))
    ended = Partnership.objects.filter(
        unstruck(asked.moment),
        organisation__in=[seat.organisation_id for seat in seats],
        left_on__isnull=False,
    ).order_by("-joined_on")
    left: dict[int, date] = {}
    rows = list(ended.values_list("organisation_id", "left_on", "left_recorded_at"))
    for seat in seats:
        for organisation, left_on, recorded_at in rows:
            if organisation != seat.organisation_id or left_on is None or recorded_at is None:
                continue
            if recorded_at > asked.moment:
                seat.until_on = None
            elif left_on > seat.from_on:
                left[seat.pk] = left_on
    return seats, left


def _held_on(seats: list[Seat], left: dict[int, date], day: date) -> list[Seat]:
    """Seats held on a day by organisations that are partners then."""
    return [
        seat
        for seat in seats
        if seat.from_on <= day
        and (seat.until_on is None or seat.until_on >= day)
        and left.get(seat.pk, date.max) > day
    ]


def held_seats(raad: Programmaraad, asked: Asked) -> list[Seat]:
    """The seats of a raad that count on the day that is judged, in order of their partners."""
    held = _held_on(*_known_seats(raad, asked), asked.day)
    return sorted(held, key=lambda seat: (seat.organisation.name, seat.pk))


def _seat_count(seats: list[Seat], left: dict[int, date], day: date) -> int:
    return len(_held_on(seats, left, day))


def raad_of(asked: Asked) -> Programmaraad | None:
    """The raad of the year, once it was installed."""
    return Programmaraad.objects.filter(year=asked.year, installed_at__lte=asked.moment).first()


def _short_since(seats: list[Seat], left: dict[int, date], need: int, asked: Asked) -> date | None:
    """The first day of the shortage that still lasts; None when there is none."""
    if _seat_count(seats, left, asked.day) >= need:
        return None
    changes = {seat.from_on for seat in seats} | set(left.values())
    changes |= {seat.until_on + timedelta(days=1) for seat in seats if seat.until_on}
    since = asked.day
    for day in sorted((each for each in changes if each <= asked.day), reverse=True):
        since = day
        if _seat_count(seats, left, day - timedelta(days=1)) >= need:
            break
    return since


@measure("programmaraad")
def programmaraad(asked: Asked) -> Reading:
    """The raad of the year is installed, and has at least the fewest seats of the framework."""
    low, high = asked.framework.seats_min, asked.framework.seats_max
    raad = raad_of(asked)
    unit = _("seats")
    if raad is None:
        return Reading(judge(asked, 0, low, 0), 0, low, unit, 0)
    seats, left = _known_seats(raad, asked)
    have = _seat_count(seats, left, asked.day)
    since = _short_since(seats, left, low, asked)
    return Reading(
        state=judge_standing(asked, since),
        have=have,
        need=low,
        unit=unit,
        forecast=have,
        evidence=(Evidence(str(raad), raad.get_absolute_url()),),
        note=_("The agreement is %(low)s to %(high)s.") % {"low": low, "high": high},
    )


def submitted(asked: Asked) -> Any:
    """The programme of the year, once it is not being prepared any more."""
    programme = asked.once(programme_of)
    is_shown = programme is not None and programme.status != Programme.Status.PREPARING
    return programme if is_shown else None


@measure("programme_adopted")
def programme_adopted(asked: Asked) -> Reading:
    """The raad of the year adopted the programme, by ballot."""
    programme = submitted(asked)
    decision = programme.decision if programme else None
    if decision is not None and decision.recorded_at <= asked.moment:
        evidence = (
            Evidence(
                _("Decision %(number)s") % {"number": decision.number},
                decision.get_absolute_url(),
            ),
        )
        return Reading(judge(asked, 1, 1, 1), 1, 1, _("programme"), 1, evidence)
    ballot = programme.ballot if programme else None
    is_voting = (
        ballot is not None
        and ballot.status != Ballot.Status.DRAFT
        and ballot.opened_at is not None
        and ballot.opened_at <= asked.moment < ballot.closes_at
    )
    forecast = int(is_voting)
    state: State = judge(asked, 0, 1, forecast)
    return Reading(state, 0, 1, _("programme"), forecast)
