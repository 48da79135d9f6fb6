"""Questions about series and meetings, for today and for any past day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from partners.models import Partnership
from partners.querysets import local_day, recorded_by, taken_over


class MeetingSeriesQuerySet(models.QuerySet[Any]):
    def in_force(self) -> MeetingSeriesQuerySet:
        """Series of frameworks that are or were in force, the oldest framework first."""
        return (
            self.filter(framework__in_force_at__isnull=False)
            .select_related("framework")
            .order_by("framework__starts_on", "pk")
        )

    def visible_to(self, person: Any) -> MeetingSeriesQuerySet:
        """Everybody who takes part knows what the network owes."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()


class MeetingQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> MeetingQuerySet:
        """The calendar of the network is open to everybody who takes part.

        A stuurgroep meets with those whom it invites, also from outside the network. Whoever is
        invited to another meeting for itself, or for an organisation that never was a partner (such
        as the facilitator of a theme), sees that one.
        """
        if not person.is_authenticated:
            return self.none()
        if person.standing.is_kernteam:
            return self
        from events.models import Invitee  # noqa: PLC0415 - the model names this file

        invited = Exists(
            Invitee.objects.filter(meeting=OuterRef("pk"), person=person, withdrawn_at__isnull=True)
        )
        if person.standing.is_insider:
            return self.filter(~Q(series__duty="steering") | invited)
        joined = Partnership.objects.filter(organisation=OuterRef("organisation"))
        guest = Invitee.objects.filter(
            ~Exists(joined), meeting=OuterRef("pk"), person=person, withdrawn_at__isnull=True
        )
        return self.filter(Q(invited, series__duty="steering") | Exists(guest))

    def upcoming(self, moment: datetime) -> MeetingQuerySet:
        """Meetings with a date that still comes, the nearest first."""
        return self.filter(status="scheduled", starts_at__gte=moment).order_by("starts_at")

    def known_at(self, moment: datetime) -> MeetingQuerySet:
        """Slots that were there at this moment, with `date_then` and whether `held_then`."""
        from events.models import MeetingDate  # noqa: PLC0415 - the model names this file

        dates = MeetingDate.objects.filter(
            Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment),
            meeting=OuterRef("pk"),
            recorded_at__lte=moment,
        ).order_by("-recorded_at")
        held = self.held_at(moment)
        there = ~Q(status__in=["dropped", "cancelled"]) | Q(dropped_at__gt=moment)
        there |= Q(cancelled_at__gt=moment)
        known: MeetingQuerySet = self.filter(there, Q(recorded_at__lte=moment) | held).annotate(
            date_then=Subquery(dates.values("starts_at")[:1]),
            held_then=ExpressionWrapper(held, output_field=models.BooleanField()),
        )
        return known

    def live(self) -> MeetingQuerySet:
        """Slots and meetings that count: neither dropped nor cancelled."""
        return self.exclude(status__in=["dropped", "cancelled"])

    def dated_in(self, first_on: date, last_on: date) -> MeetingQuerySet:
        """Meetings that still come, with a date from `first_on` until and including `last_on`."""
        return self.filter(status="scheduled", starts_at__date__range=(first_on, last_on))

    def untouched(self, day: date) -> MeetingQuerySet:
        """Slots that may be made anew when their series changes, as nobody counts on them yet.

        They never had a date (that has an entry in calendars), their window still comes, no date
        poll asks for them, and nothing is prepared for them but points of an agenda.
        """
        from events.models import DatePoll, MeetingDocument, ProgrammePart  # noqa: PLC0415

        this = OuterRef("pk")
        asked = DatePoll.objects.filter(meeting=this, status="open")
        parts = ProgrammePart.objects.filter(meeting=this, taken_out_at__isnull=True)
        papers = MeetingDocument.objects.filter(meeting=this, taken_out_at__isnull=True)
        slots = self.filter(status="planned", sequence=0, window_opens_on__gt=day)
        return slots.exclude(Exists(asked) | Exists(parts) | Exists(papers))

    def unasked(self) -> MeetingQuerySet:
        """Slots without a date that no date poll asked for, or none since they were called off."""
        from events.models import DatePoll  # noqa: PLC0415 - the model names this file

        off_at = F("meeting__called_off_at")
        since = Q(meeting__called_off_at__isnull=True) | Q(recorded_at__gte=off_at)
        polls = DatePoll.objects.filter(Q(status="open") | since, meeting=OuterRef("pk"))
        return self.filter(~Exists(polls), status="planned")

    def closed(self) -> MeetingQuerySet:
        """Meetings of which the minutes are approved."""
        return self.filter(minutes__status="approved")

    def of_raad(self, year: int | None = None) -> MeetingQuerySet:
        """Meetings of a programmaraad; `year` is that of the raad, not of the day."""
        found: MeetingQuerySet = self.filter(series__duty="raad").select_related("series")
        return found if year is None else found.filter(year=year)

    def held_at(self, moment: datetime) -> Q:
        """The condition under which a meeting counted as held at this moment."""
        held = Q(status="held", held_on__isnull=False, held_on__lte=local_day(moment))
        return held & recorded_by(moment, "held_on", "held_recorded_at")

    def with_taken_over(self) -> MeetingQuerySet:
        """Adds `is_taken_over`, held before the lab went live; and `is_before_live`, its window."""
        found: MeetingQuerySet = self.annotate(
            is_taken_over=Coalesce(taken_over("held_on"), Value(value=False)),
            is_before_live=taken_over("window_opens_on"),
        )
        return found


def meetings_with(organisation: Any, year: int) -> list[Any]:
    """The meetings that were held in a year with somebody of this organisation, the last first."""
    from events.models import Meeting  # noqa: PLC0415 - the model names this file

    there = Meeting.objects.filter(attendances__organisation=organisation, status="held")
    held = there.filter(held_on__year=year).select_related("series")
    return list(held.order_by("-held_on", "-pk"))
