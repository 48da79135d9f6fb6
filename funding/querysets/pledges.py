"""Questions about pledges."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Sum, When

from partners.models import Framework
from partners.querysets import local_day
from programme.models import Seat
from projects.models import StuurgroepMember


class PledgeQuerySet(models.QuerySet[Any]):
    def standing(self) -> PledgeQuerySet:
        """Offered or firm: not withdrawn."""
        return self.exclude(status="withdrawn")

    def counting(self) -> PledgeQuerySet:
        """Firm, with whatever it asked for met."""
        return self.filter(Q(condition="") | Q(condition_met_at__isnull=False), status="firm")

    def counted_at(self, moment: datetime) -> PledgeQuerySet:
        """The same as it was on record at a past moment."""
        met = Q(condition="") | Q(condition_met_at__lte=moment)
        held = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
        return self.filter(met, held, firm_at__lte=moment)

    def left_by(self, organisation_id: int, left_on: date) -> PledgeQuerySet:
        """Firm ones to phases that run, of an organisation on the day on which it leaves.

        What arrived in full before is no loss; on a condition or not makes no difference.
        """
        running = Q(plan__phase__ended_on=None) | Q(plan__phase__ended_on__gte=left_on)
        held = Q(withdrawn_at=None) | Q(withdrawn_at__date__gt=left_on)
        arrived = Sum("deliveries__amount", filter=Q(deliveries__struck_at=None))
        firm = self.filter(
            running,
            held,
            organisation=organisation_id,
            firm_at__date__lte=left_on,
            plan__phase__started_on__lte=left_on,
        )
        partly = Q(amount=None) | Q(arrived=None) | Q(arrived__lt=F("amount"))
        found: PledgeQuerySet = firm.annotate(arrived=arrived).filter(partly)
        return found

    def of_organisations_of(self, person: Any) -> PledgeQuerySet:
        """Those of the partners that this person works for."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(organisation__in=person.standing.organisation_ids)

    def visible_to(self, person: Any) -> PledgeQuerySet:
        """Pledges of which this person may know the amount.

        Of its own organisation, of the host municipality, what a partner made open; all of them for
        the kernteam and the programmaraad, those of its project for a stuurgroep. Nobody sees more
        of a project than the project itself.
        """
        if not person.is_authenticated:
            return self.none()
        standing, day = person.standing, local_day(person.moment)
        if sees_all(person):
            return self
        steers = StuurgroepMember.objects.on(day).filter(
            person=person, stuurgroep__project=OuterRef("plan__phase__project")
        )
        shown = Q(Exists(steers)) | Q(organisation__in=standing.organisation_ids)
        if standing.is_insider:
            framework = Framework.objects.current(day)
            shown |= Q(is_open=True) | Q(organisation=framework and framework.host_id)
        return self.filter(shown)


class DeliveryQuerySet(models.QuerySet[Any]):
    def holding(self) -> DeliveryQuerySet:
        """What arrived, without the mistakes."""
        return self.filter(struck_at__isnull=True)

    def held_at(self, moment: datetime) -> DeliveryQuerySet:
        """What was on record as arrived at a moment."""
        kept = Q(struck_at__isnull=True) | Q(struck_at__gt=moment)
        return self.filter(kept, recorded_at__lte=moment)

    def sums_at(self, moment: datetime, *, together: bool = False) -> Any:
        """Sums per year, category, organisation, form and whether it is for a phase.

        `of_withdrawn` is what of it was withdrawn since. Of what nobody valued nothing is counted.
        `together` adds up all organisations.
        """
        gone = Q(pledge__withdrawn_at__lte=moment)
        return (
            self.held_at(moment)
            .filter(amount__isnull=False)
            .order_by()
            .values(
                "year",
                category=F("pledge__category"),
                is_cash=Case(When(pledge__form="cash", then=True), default=False),
                to_phase=Case(When(pledge__plan__isnull=False, then=True), default=False),
                **({} if together else {"organisation": F("pledge__organisation")}),
            )
            .annotate(sum=Sum("amount"), of_withdrawn=Sum("amount", filter=gone))
        )

    def visible_to(self, person: Any) -> DeliveryQuerySet:
        """With the pledge that they are a part of."""
        from funding.models import Pledge  # noqa: PLC0415 - the models name this file

        return self.filter(pledge__in=Pledge.objects.visible_to(person).values("pk"))


def sees_all(person: Any) -> bool:
    """Whether somebody may know every amount: the kernteam and the programmaraad."""
    if not person.is_authenticated:
        return False
    return bool(person.standing.is_kernteam) or sits_in_raad(person)


def sits_in_raad(person: Any) -> bool:
    """Representative or substitute of a seat in a raad that sits."""
    seats = Seat.objects.of(person).filter(raad__status="installed")
    return bool(seats.exists())
