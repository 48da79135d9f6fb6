"""Questions about the year, the programmaraad, ballots and commitments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from partners.models import KernteamMember, Mandate, Partnership
from partners.querysets import DatedQuerySet, local_day, recorded_by, unstruck, within


def _partnership(day: date, since: str, known_at: datetime | None = None) -> Exists:
    """The row's organisation is a partner on `day`, without a break since the field `since`.

    With `known_at` a leaving or a correction that was recorded later does not count: so a past
    count stays.
    """
    has_left, is_right = Q(left_on__lte=day), Q(struck_at__isnull=True)
    if known_at is not None:
        has_left &= Q(left_recorded_at__lte=known_at)
        is_right = unstruck(known_at)
    held = Partnership.objects.filter(
        is_right,
        organisation=OuterRef("organisation_id"),
        joined_on__lte=OuterRef(since),
    )
    return Exists(held.filter(joined_on__lte=day).exclude(has_left))


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
        return self.filter(within(day)).filter(_partnership(day, "from_on"))

    def lapsed(self, day: date) -> SeatQuerySet:
        """Seats that nobody ended, of organisations that left."""
        return self.filter(within(day)).exclude(_partnership(day, "from_on"))

    def of(self, person: Any) -> SeatQuerySet:
        """Seats for which this person may vote at its moment, as representative or substitute."""
        from .models import Delegate  # noqa: PLC0415 - the model names this file

        day = local_day(person.moment)
        mine = Delegate.objects.speaking(day).filter(seat=OuterRef("pk"), person=person)
        return self.active(day).filter(Exists(mine))

    def visible_to(self, person: Any) -> SeatQuerySet:
        """Whoever sees the raad sees its seats."""
        from .models import Programmaraad  # noqa: PLC0415 - the model names this file

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


class ProgrammeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ProgrammeQuerySet:
        """A draft is the kernteam's; submitted and later everybody's who takes part."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.exclude(status="preparing")
        return self.none()


class BallotQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> BallotQuerySet:
        """Open ones for the raad that votes, closed ones for all partners, drafts: kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if not person.standing.is_insider:
            return self.none()
        from .models import Seat  # noqa: PLC0415 - the model names this file

        mine = Seat.objects.of(person).values("raad_id")
        return self.filter(Q(status="closed") | Q(status="open", raad__in=mine))

    def open_at(self, at: datetime) -> BallotQuerySet:
        """Ballots that take votes at this moment."""
        return self.filter(status="open", opened_at__lte=at, closes_at__gt=at)

    def due_to_close(self, at: datetime) -> BallotQuerySet:
        """Open ballots whose deadline has passed."""
        return self.filter(status="open", closes_at__lte=at)

    def entitling(self, person: Any) -> BallotQuerySet:
        """Open ballots in which this person may vote, each with its `entitlement_id`."""
        from .models import Entitlement  # noqa: PLC0415 - the model names this file

        mine = Entitlement.objects.of(person).filter(ballot=OuterRef("pk"))
        annotated: BallotQuerySet = self.open_at(person.moment).annotate(
            entitlement_id=mine.values("pk")[:1]
        )
        return annotated.filter(entitlement_id__isnull=False)


class EntitlementQuerySet(models.QuerySet[Any]):
    def counting(self, day: date, known_at: datetime | None = None) -> EntitlementQuerySet:
        """Seats of the electorate that are still partners on `day`, as was known at a moment."""
        return self.filter(_partnership(day, "seat__from_on", known_at))

    def of(self, person: Any) -> EntitlementQuerySet:
        """Entitlements that this person may use at its moment."""
        from .models import Seat  # noqa: PLC0415 - the model names this file

        return self.filter(seat__in=Seat.objects.of(person).values("pk"))


class VoteQuerySet(models.QuerySet[Any]):
    def last_of_each(self) -> VoteQuerySet:
        """The vote that counts of each entitled organisation."""
        return self.order_by("entitlement_id", "-ordinal").distinct("entitlement_id")

    def visible_to(self, person: Any) -> VoteQuerySet:
        """One's own seat's votes always; others' only after closing."""
        if not person.is_authenticated or not person.standing.is_insider:
            return self.none()
        from .models import Seat  # noqa: PLC0415 - the model names this file

        mine = Q(entitlement__seat__in=Seat.objects.of(person).values("pk"))
        return self.filter(Q(ballot__status="closed") | mine)


class DecisionQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> DecisionQuerySet:
        """The register of decisions is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class CommitmentQuerySet(models.QuerySet[Any]):
    def known(self, moment: datetime) -> CommitmentQuerySet:
        """Answers of which the register knew at `moment`."""
        return self.filter(recorded_by(moment, "given_on"))

    def holding(self) -> CommitmentQuerySet:
        """The answer of each organisation that holds now, per programme: its last one."""
        return self.order_by("programme_id", "organisation_id", "-ordinal").distinct(
            "programme_id", "organisation_id"
        )

    def visible_to(self, person: Any) -> CommitmentQuerySet:
        """Who commits is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


def seat_in_raad(organisation: Any, year: int, day: date) -> Any:
    """The seat of this partner in the installed raad of a year, on a day of it; None without."""
    from .models import Seat  # noqa: PLC0415 - the model names this file

    seats = Seat.objects.active(day).filter(raad__year=year, raad__status="installed")
    return seats.filter(organisation=organisation).select_related("raad").first()
