"""The programmaraad on the home page: who sits in it, and for its people what comes next."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse

from events.models import AgendaItem, Meeting
from partners.querysets import local_day
from programme.models import Ballot, PackVersion, Programmaraad, Seat, Vote

MOST_BALLOTS = 3


def raad_of(person: Any) -> dict[str, Any] | None:
    """The raad that sits now with its seats; None while there is none, or for an outsider.

    `meeting` and `ballots` are for whoever works for a partner with a seat in it; the kernteam
    sees the meeting too.
    """
    day = local_day(person.moment)
    raden = Programmaraad.objects.visible_to(person).sitting().filter(year__lte=day.year)
    raad = raden.order_by("-year").first()
    if raad is None:
        return None
    seats = list(raad.seats.active(day).select_related("organisation"))
    mine = person.standing.organisation_ids
    has_seat = any(seat.organisation_id in mine for seat in seats)
    return {
        "year": raad.year,
        "seats": [
            {
                "initials": seat.organisation.initials,
                "name": seat.organisation.name,
                "is_mine": seat.organisation_id in mine,
                "url": reverse("partners:organisation-detail", args=[seat.organisation_id]),
            }
            for seat in seats
        ],
        "meeting": _meeting(person) if has_seat or person.standing.is_kernteam else None,
        "ballots": _ballots(person) if has_seat else [],
    }


def _meeting(person: Any) -> Any:
    """The next meeting of a raad in which this person has a seat: `has_papers`, `has_agenda`."""
    coming = Meeting.objects.of_raad().upcoming(person.moment)
    if not person.standing.is_kernteam:
        coming = coming.filter(year__in=Seat.objects.of(person).values("raad__year"))
    points = AgendaItem.objects.standing().order_by()
    return coming.annotate(
        has_papers=Exists(PackVersion.objects.filter(meeting=OuterRef("pk"))),
        has_agenda=Exists(points.filter(meeting=OuterRef("pk"))),
    ).first()


def _ballots(person: Any) -> list[Any]:
    """Open ballots in which a seat of this person votes, with `has_voted`; the first to close."""
    mine = Ballot.objects.entitling(person)
    votes = Vote.objects.filter(entitlement=OuterRef("entitlement_id"))
    return list(mine.annotate(has_voted=Exists(votes)).order_by("closes_at")[:MOST_BALLOTS])
