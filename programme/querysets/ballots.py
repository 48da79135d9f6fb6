"""Questions about ballots, who may vote in them, and votes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q

from .standing import has_stayed


class BallotQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> BallotQuerySet:
        """Closed: all partners; open and announced: their raad; drafts: the kernteam."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if not person.standing.is_insider:
            return self.none()
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        mine = Seat.objects.of(person).values("raad_id")
        shown = Q(status="open") | Q(status="draft", announced_at__isnull=False)
        return self.filter(Q(status="closed") | shown & Q(raad__in=mine))

    def open_at(self, at: datetime) -> BallotQuerySet:
        """Ballots that take votes at this moment."""
        return self.filter(status="open", opened_at__lte=at, closes_at__gt=at)

    def online(self) -> BallotQuerySet:
        """Ballots in which the seats vote themselves, not in a meeting."""
        return self.filter(meeting__isnull=True)

    def due_to_close(self, at: datetime) -> BallotQuerySet:
        """Open ballots whose deadline has passed."""
        return self.filter(status="open", closes_at__lte=at)

    def entitling(self, person: Any) -> BallotQuerySet:
        """Open ballots in which this person may vote, each with its `entitlement_id`."""
        from programme.models import Entitlement  # noqa: PLC0415 - the model names this file

        mine = Entitlement.objects.of(person).filter(ballot=OuterRef("pk"))
        annotated: BallotQuerySet = (
            self.open_at(person.moment).online().annotate(entitlement_id=mine.values("pk")[:1])
        )
        return annotated.filter(entitlement_id__isnull=False)


class EntitlementQuerySet(models.QuerySet[Any]):
    def counting(self, day: date, known_at: datetime | None = None) -> EntitlementQuerySet:
        """Seats of the electorate that are still partners on `day`, as was known at a moment."""
        return self.filter(has_stayed(day, "seat__from_on", known_at))

    def of(self, person: Any) -> EntitlementQuerySet:
        """Entitlements that this person may use at its moment."""
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        return self.filter(seat__in=Seat.objects.of(person).values("pk"))


class VoteQuerySet(models.QuerySet[Any]):
    def last_of_each(self) -> VoteQuerySet:
        """The vote that counts of each entitled organisation."""
        return self.order_by("entitlement_id", "-ordinal").distinct("entitlement_id")

    def emptied(self) -> list[Any]:
        """Votes that count, but of which no option is left: their seat stepped aside for each.

        They are abstentions then. A seat that stepped aside for all there is, has no vote at all.
        """
        from programme.models import BallotOption, Recusal  # noqa: PLC0415 - they name this file

        same = {
            "ballot": OuterRef("ballot"),
            "organisation": OuterRef("entitlement__organisation"),
        }
        aside = Recusal.objects.effective().filter(option__isnull=False, **same).order_by()
        offered = BallotOption.objects.filter(ballot=OuterRef("ballot")).order_by()
        rows = (
            self.last_of_each()
            .filter(ballot__method="selection")
            .annotate(
                aside=ArraySubquery(aside.values("option_id")),
                offered=ArraySubquery(offered.values("pk")),
            )
        )
        return [
            row
            for row in rows
            if row.said() and row.said() <= set(row.aside) and set(row.offered) - set(row.aside)
        ]

    def visible_to(self, person: Any) -> VoteQuerySet:
        """One's own seat's votes always; others' only after closing."""
        if not person.is_authenticated or not person.standing.is_insider:
            return self.none()
        from programme.models import Seat  # noqa: PLC0415 - the model names this file

        mine = Q(entitlement__seat__in=Seat.objects.of(person).values("pk"))
        return self.filter(Q(ballot__status="closed") | mine)
