"""Questions about calendars that people subscribe to, and what stands in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.aggregates import StringAgg
from django.db import models
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat
from django.utils import timezone

from partners.querysets import local_day, token_digest

# All that an entry shows of a meeting; what changes here changes the version of a calendar.
SHOWN = (
    *("pk", "sequence", "starts_at", "subject", "place", "lead", "ordinal", "is_mine"),
    *("series__title", "series__title_en", "duration_minutes"),
)
FIELD_ENDS, ROW_ENDS = "\x1f", "\x1e"


class CalendarFeedQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CalendarFeedQuerySet:
        """Only one's own."""
        return self.filter(person=person) if person.is_authenticated else self.none()

    def holding(self) -> CalendarFeedQuerySet:
        """Subscriptions that were not revoked."""
        return self.filter(revoked_at__isnull=True)

    def opened_by(self, token: str) -> Any:
        """The subscription of this token, or None; compared as a hash, so its time tells nothing.

        A closed account closes its calendar too.
        """
        found = self.holding().filter(token_sha256=token_digest(token), person__is_active=True)
        return found.select_related("person").first()


def meetings_for(person: Any, at: datetime) -> QuerySet[Any]:
    """The meetings in the calendar of this person, with `is_mine` where it is invited.

    What it may see, and what it is invited to; from the year before until the next.
    """
    from events.models import Invitee, Meeting  # noqa: PLC0415 - the model names this file

    invited = Invitee.objects.holding().filter(meeting=OuterRef("pk"), person=person)
    visible = Meeting.objects.visible_to(person)
    shown = _with_date(Meeting.objects.annotate(is_mine=Exists(invited)), at)
    return shown.filter(Q(pk__in=visible.values("pk")) | Q(is_mine=True))


def public_meetings(at: datetime) -> QuerySet[Any]:
    """The meetings whose dates everybody may know, over the same years."""
    from events.models import Meeting  # noqa: PLC0415 - the model names this file

    shown = Meeting.objects.filter(series__is_public=True)
    return _with_date(shown.annotate(is_mine=Value(value=False)), at)


def _with_date(meetings: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    year = local_day(at).year
    first, last = (
        timezone.make_aware(datetime.combine(day, datetime.min.time()))
        for day in (date(year - 1, 1, 1), date(year + 2, 1, 1))
    )
    dated = meetings.filter(status__in=["scheduled", "held"], starts_at__gte=first)
    return dated.filter(starts_at__lte=last - timedelta(microseconds=1)).order_by("starts_at", "pk")


def version_of(meetings: QuerySet[Any]) -> str:
    """A hash of exactly what a calendar shows of these meetings, made where the rows are."""
    fields = [Coalesce(Cast(field, CharField()), Value("")) for field in SHOWN]
    between = [part for field in fields for part in (field, Value(FIELD_ENDS))]
    row = Concat(*between, output_field=CharField())
    found = meetings.order_by().aggregate(version=MD5(StringAgg(row, ROW_ENDS, order_by="pk")))
    return str(found["version"])
