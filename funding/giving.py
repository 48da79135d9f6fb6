"""Questions: what partners give without a form. Talks and guiding a theme stand on record already.

Nothing is typed twice: a talk is a part of a meeting that names the organisation, and who guides a
theme is in its register.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from events.models import Meeting, ProgrammePart
from partners.querysets import ended_after, local_day, recorded_by
from programme.models import Facilitator

TALK, GUIDING = "talk", "guiding"


@dataclass(frozen=True)
class Given:
    """What an organisation did, since when, and where that stands."""

    kind: str
    organisation_id: int
    text: str
    on: date
    url: str


def given_in(year: int, at: datetime, organisations: Collection[int] | None = None) -> list[Given]:
    """What was given in a year as it was known at a moment; of all organisations, or of these."""
    found = [*_talks(year, at, organisations), *_guiding(year, at, organisations)]
    return sorted(found, key=lambda each: (each.on, each.text))


def parts_held(year: int, at: datetime) -> Any:
    """Parts of meetings that were held in a year, as was known at a moment."""
    held = Meeting.objects.filter(Meeting.objects.held_at(at), held_on__year=year)
    return ProgrammePart.objects.filter(
        Q(taken_out_at=None) | Q(taken_out_at__gt=at), meeting__in=held, recorded_at__lte=at
    )


def talks_in(year: int, at: datetime) -> Any:
    """Which organisation stands beside which part of a meeting that was held."""
    parts = parts_held(year, at)
    return ProgrammePart.organisations.through.objects.filter(programmepart__in=parts)


def guiding_in(year: int, at: datetime) -> Any:
    """Who guided a theme for an organisation on a day of the year that has come, as known then."""
    first, last = date(year, 1, 1), min(local_day(at), date(year, 12, 31))
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=first)
    return Facilitator.objects.filter(
        recorded_by(at, "from_on"),
        lasts | ended_after(at, "until_on", "ended_at"),
        organisation__isnull=False,
        from_on__lte=last,
    )


def _talks(year: int, at: datetime, organisations: Collection[int] | None) -> list[Given]:
    """Parts of meetings that were held, by the organisations that stand beside them."""
    way = talks_in(year, at)
    if organisations is not None:
        way = way.filter(organisation__in=organisations)
    rows = way.select_related("programmepart__meeting__series").order_by("pk")
    return [
        Given(
            TALK,
            each.organisation_id,
            each.programmepart.title,
            each.programmepart.meeting.held_on,
            each.programmepart.meeting.get_absolute_url(),
        )
        for each in rows
    ]


def _guiding(year: int, at: datetime, organisations: Collection[int] | None) -> list[Given]:
    """Themes that an organisation guided on a day of the year that has come."""
    rows = guiding_in(year, at)
    if organisations is not None:
        rows = rows.filter(organisation__in=organisations)
    return [
        Given(
            GUIDING,
            each.organisation_id,
            each.theme.title,
            max(each.from_on, date(year, 1, 1)),
            each.theme.get_absolute_url(),
        )
        for each in rows.select_related("theme")
    ]
