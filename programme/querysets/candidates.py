"""Which partners could hold a seat, with what counts for it: facts, never a ranking."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db.models import Count

from partners.models import Ambassadorship, Involvement, Organisation
from partners.querysets import local_day
from programme.rotation import Candidate


def years_served(before: int | None = None) -> dict[int, int]:
    """Per organisation the number of years in which it held a seat of an installed raad."""
    from programme.models import Seat  # noqa: PLC0415 - the model names this file

    seats = Seat.objects.filter(raad__installed_at__isnull=False).order_by()
    if before is not None:
        seats = seats.filter(raad__year__lt=before)
    counted = seats.values_list("organisation").annotate(Count("raad", distinct=True))
    return dict(counted)


def candidates(year: int, at: datetime) -> list[Candidate]:
    """All partners of today, as candidates for the raad of `year`. Seven queries.

    Willing is what a partner answered when it was asked for this raad; else what it chose for that
    year; else what it chose for the year before.
    """
    from programme.models import Programmaraad, Seat  # noqa: PLC0415 - the model names this file

    day = local_day(at)
    themes: dict[int, set[str]] = defaultdict(set)
    for organisation, theme in Ambassadorship.objects.on(day).values_list(
        "organisation_id", "theme__name"
    ):
        themes[organisation].add(theme)
    willing = _willing(year, at)
    served = years_served(before=year)
    last = Programmaraad.objects.filter(year=year - 1).exclude(installed_at=None).first()
    sat: set[int] = set()
    if last is not None:
        seats = Seat.objects.active(min(day, last.last_on)).filter(raad=last)
        sat = set(seats.values_list("organisation_id", flat=True))
    rows = Organisation.objects.partners(day).order_by("name")
    return [
        Candidate(
            key=row.pk,
            name=row.name,
            sector=str(row.get_sector_display()),
            themes=frozenset(themes[row.pk]),
            years_served=served.get(row.pk, 0),
            sat_last_year=row.pk in sat,
            willing=willing.get(row.pk),
        )
        for row in rows
    ]


def _willing(year: int, at: datetime) -> dict[int, bool]:
    from programme.models import SeatInvitation  # noqa: PLC0415 - the model names this file

    forms: dict[int, Any] = {}
    for chosen in (year - 1, year):
        known = Involvement.objects.known(chosen, at)
        forms.update(known.values_list("organisation_id", "forms"))
    willing = {pk: Involvement.Form.RAAD in each for pk, each in forms.items()}
    answers = SeatInvitation.objects.newest().filter(raad__year=year, sent_at__lte=at)
    for pk, status in answers.values_list("organisation_id", "status"):
        if status != SeatInvitation.Status.ASKED:
            willing[pk] = status == SeatInvitation.Status.ACCEPTED
    return willing
