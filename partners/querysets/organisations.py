"""Questions about organisations, their partnerships and how they take part."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncDate

from partners.search import looked_up, together

from .dates import (
    ended_after,
    local_day,
    months_before,
    original_or,
    recorded_by,
    taken_over,
    unstruck,
)

REVIEW_AFTER = 11  # months; a month remains until it is a year ago


class PartnershipQuerySet(models.QuerySet[Any]):
    def on(self, day: date) -> PartnershipQuerySet:
        """Partnerships on `day`; the day of leaving is no longer one."""
        return self.filter(joined_on__lte=day, struck_at__isnull=True).filter(
            Q(left_on__isnull=True) | Q(left_on__gt=day)
        )

    def known(self, day: date, moment: datetime) -> PartnershipQuerySet:
        """Partnerships on `day`, as far as they were recorded at `moment`."""
        known = original_or(recorded_by(moment, "joined_on"), moment)
        stays = Q(left_on__isnull=True) | Q(left_on__gt=day)
        stays |= ended_after(moment, "left_on", "left_recorded_at")
        return self.filter(known, unstruck(moment), stays, joined_on__lte=day)

    def with_taken_over(self) -> PartnershipQuerySet:
        """Adds `is_taken_over`: the partner joined before the lab went live."""
        found: PartnershipQuerySet = self.annotate(is_taken_over=taken_over("joined_on"))
        return found

    def visible_to(self, person: Any) -> PartnershipQuerySet:
        """The rows themselves are the kernteam's; everybody sees who is a partner."""
        if person.is_authenticated and person.standing.is_kernteam:
            return self
        return self.none()


class OrganisationQuerySet(models.QuerySet[Any]):
    def partners(self, day: date) -> OrganisationQuerySet:
        """Organisations with a partnership on `day`."""
        from partners.models import Partnership  # noqa: PLC0415 - the model names this file

        current = Partnership.objects.on(day).filter(organisation=OuterRef("pk"))
        return self.filter(Exists(current))

    def visible_to(self, person: Any) -> OrganisationQuerySet:
        """The directory: everybody with a role sees the partners; the kernteam sees all."""
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        if person.standing.is_insider:
            return self.partners(local_day(person.moment))
        return self.none()

    def shown_to_all(self, day: date) -> OrganisationQuerySet:
        """Partners of `day` that stand on the public pages."""
        return self.partners(day).filter(is_public=True)

    def looked_for(
        self,
        day: date,
        *,
        q: str = "",
        sector: str = "",
        theme: Any = None,
        unseen: bool = False,
    ) -> OrganisationQuerySet:
        """By words in name, description, sector and themes, and by sector and theme themselves.

        `unseen`: only partners of which the yearly look at their facts is due.
        """
        from partners.models import Ambassadorship, Sector  # noqa: PLC0415 - the model names this file

        now = Ambassadorship.objects.on(day).filter(organisation=OuterRef("pk"))
        found = self.due_for_review(day) if unseen else self
        found = found.filter(sector=sector) if sector else found
        if theme:
            found = found.filter(Exists(now.filter(theme=theme)))
        if not q:
            return found
        names = now.order_by().values("organisation").values(words=StringAgg("theme__name", " "))
        kinds = [When(sector=kind.value, then=Value(str(kind.label))) for kind in Sector]
        sectors = Case(*kinds, output_field=models.TextField())
        parts = ("name", "short_name", "description", "sector", sectors, Subquery(names))
        return cast("OrganisationQuerySet", looked_up(found, together(*parts), q))

    def with_since(self, day: date) -> OrganisationQuerySet:
        """Adds `since`: from when each is a partner, None when it is not one on `day`."""
        from partners.models import Partnership  # noqa: PLC0415 - the model names this file

        current = Partnership.objects.on(day).filter(organisation=OuterRef("pk"))
        found: OrganisationQuerySet = self.annotate(since=Subquery(current.values("joined_on")[:1]))
        return found

    def with_looked_on(self, day: date) -> OrganisationQuerySet:
        """Adds `since` and `looked_on`: the day of the last review, else that of joining."""
        from partners.models import Review  # noqa: PLC0415 - the model names this file

        last = Review.objects.filter(organisation=OuterRef("pk")).values("reviewed_at")[:1]
        looked_on = Coalesce(TruncDate(Subquery(last)), F("since"))
        found: OrganisationQuerySet = self.with_since(day).annotate(looked_on=looked_on)
        return found

    def due_for_review(self, day: date) -> OrganisationQuerySet:
        """Partners that nobody of theirs looked at for eleven months; with `looked_on`."""
        ago = months_before(day, REVIEW_AFTER)
        return self.partners(day).with_looked_on(day).filter(looked_on__lte=ago)


class ThemeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ThemeQuerySet:
        """Themes are there for everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class InvolvementQuerySet(models.QuerySet[Any]):
    def known(self, year: int, moment: datetime) -> InvolvementQuerySet:
        """The newest choice of every partner for a year, as known at `moment`."""
        return (
            self.filter(recorded_by(moment, "chosen_on"), year=year)
            .order_by("organisation_id", "-recorded_at", "-id")
            .distinct("organisation_id")
        )

    def visible_to(self, person: Any) -> InvolvementQuerySet:
        """Everybody who takes part: it is what a partner does for the network."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()
