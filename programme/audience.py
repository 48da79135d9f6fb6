"""The provider of people whom meetings invite: the seats of a raad, and who guides a theme."""

from datetime import date
from typing import Any

from events.models import MeetingSeries
from events.ports import AudienceMember
from programme.models import Delegate, Facilitator, Seat

FACILITATOR = "facilitator"


def people_of_programme(audience: str, series: Any, day: date) -> list[AudienceMember]:
    """Who belongs to this audience by a seat or a theme, on this day."""
    del series
    if audience == MeetingSeries.Audience.RAAD:
        return _seats(day)
    if audience == MeetingSeries.Audience.NETWORK:
        return _facilitators(day)
    return []


def _seats(day: date) -> list[AudienceMember]:
    """Representative and substitute of each seat in the installed raad of the year of this day."""
    seats = Seat.objects.active(day).filter(raad__year=day.year, raad__status="installed")
    rows = (
        Delegate.objects.speaking(day)
        .filter(seat__in=seats)
        .order_by("seat__organisation__name", "role", "pk")
        .values_list("person_id", "seat__organisation_id", "role")
    )
    return [AudienceMember(*row) for row in rows]


def _facilitators(day: date) -> list[AudienceMember]:
    """Persons who guide a theme; those of a partner are in the network by their mandate."""
    rows = (
        Facilitator.objects.on(day)
        .filter(person__isnull=False)
        .order_by("pk")
        .values_list("person_id", "organisation_id")
    )
    return [AudienceMember(person, organisation, FACILITATOR) for person, organisation in rows]
