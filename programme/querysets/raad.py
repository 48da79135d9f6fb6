"""Questions about a programmaraad, its seats and who speaks for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from partners.models import KernteamMember, Mandate
from partners.querysets import DatedQuerySet, local_day, within
from schuldenlab.prepared import SOME_DAY, SOMEBODY, Prepared

from .standing import has_stayed


class RaadQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> RaadQuerySet:
        """A proposed raad is shown to all partners, who may respond; a draft to the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.filter(proposed_at__isnull=False)
        return self.none()

    def sitting(self) -> RaadQuerySet:
        """Installed and not dissolved."""
        return self.filter(status="installed")


class SeatQuerySet(DatedQuerySet[Any]):
    def active(self, day: date) -> SeatQuerySet:
        """Seats that can vote on `day`: held, and by an organisation that is a partner then.

        An organisation that ends its partnership leaves its seat by that fact alone, and does not
        get it back by becoming a partner again.
        """
        return self.filter(within(day)).filter(has_stayed(day, "from_on"))

    def lapsed(self, day: date) -> SeatQuerySet:
        """Seats that nobody ended, of organisations that left."""
        return self.filter(within(day)).exclude(has_stayed(day, "from_on"))

    def of(self, person: Any) -> SeatQuerySet:
        """Seats for which this person may vote at its moment, as representative or substitute."""
        return self.filter(pk__in=SEATS.inner(person.pk, local_day(person.moment)))

    def visible_to(self, person: Any) -> SeatQuerySet:
        """Whoever sees the raad sees its seats."""
        from programme.models import Programmaraad  # noqa: PLC0415 - the model names this file

        return self.filter(raad__in=Programmaraad.objects.visible_to(person))


class DelegateQuerySet(DatedQuerySet[Any]):
    def speaking(self, day: date) -> DelegateQuerySet:
        """Who may vote on `day`: named, and still acting for the organisation of the seat.

        Whoever joins the kernteam, or has no mandate of the organisation any more, votes no more.
        """
        mandates = Mandate.objects.on(day).filter(
            person=OuterRef("person_id"), organisation=OuterRef("seat__organisation_id")
        )
        kernteam = KernteamMember.objects.on(day).filter(person=OuterRef("person_id"))
        return self.filter(within(day)).filter(Exists(mandates), ~Exists(kernteam))


def own_seats(person_id: int, day: date) -> Any:
    """The seats for which somebody may vote on `day`, by their keys."""
    from programme.models import Delegate, Seat  # noqa: PLC0415 - the models name this file

    mine = Delegate.objects.speaking(day).filter(seat=OuterRef("pk"), person=person_id)
    return Seat.objects.active(day).filter(Exists(mine)).order_by().values("pk")


SEATS = Prepared(lambda: own_seats(SOMEBODY, SOME_DAY))


def seat_in_raad(organisation: Any, year: int, day: date) -> Any:
    """The seat of this partner in the installed raad of a year, on a day of it; None without."""
    from programme.models import Seat  # noqa: PLC0415 - the model names this file

    seats = Seat.objects.active(day).filter(raad__year=year, raad__status="installed")
    return seats.filter(organisation=organisation).select_related("raad").first()
