"""What all parts of the worklist ask first: the day, the framework, and what the year has."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from events.models import AgendaItem, Meeting
from partners.models import ClauseMeasure, Framework
from partners.querysets import local_day
from programme.models import Programmaraad, Programme
from schuldenlab.portal.kompas import by_on, governing

SOON = timedelta(days=30)
PAPERS = timedelta(days=7)  # before a meeting of the raad its papers go out
SEPTEMBER = 9


@dataclass(frozen=True)
class Today:
    """One moment, and what holds then; `by` has the measures of the framework with their days."""

    moment: datetime
    day: date
    framework: Framework | None
    by: Mapping[str, ClauseMeasure] = field(default_factory=dict)
    raden: Mapping[int, Programmaraad] = field(default_factory=dict)
    programmes: Mapping[int, Programme] = field(default_factory=dict)
    raad_meetings: tuple[Any, ...] = ()

    @property
    def year(self) -> int:
        """The year of this day."""
        return self.day.year

    @property
    def years(self) -> tuple[int, ...]:
        """This year, and from September the next one as well."""
        return (self.year, self.year + 1) if self.day.month >= SEPTEMBER else (self.year,)

    def by_on(self, code: str, year: int | None = None) -> date:
        """By which day of a year a measure must be so; the last one where nothing is said of it."""
        row = self.by.get(code)
        asked = self.year if year is None else year
        return date(asked, 12, 31) if row is None else by_on(row, asked)

    def papers_on(self, year: int) -> date | None:
        """The last day to bring something to the next meeting of the raad of a year."""
        coming = next((each for each in self.raad_meetings if each.year == year), None)
        return None if coming is None else local_day(coming.starts_at) - PAPERS


def today_at(moment: datetime) -> Today:
    """Five queries."""
    day = local_day(moment)
    framework = governing(day.year, moment)
    measures = ClauseMeasure.objects.filter(clause__framework=framework and framework.pk)
    years = (day.year, day.year + 1)
    sitting = Q(year__in=years) | Q(status=Programmaraad.Status.INSTALLED)
    raden = Programmaraad.objects.filter(sitting).select_related("framework")
    programmes = Programme.objects.filter(year__in=years).select_related("ballot")
    told = AgendaItem.objects.standing().filter(meeting=OuterRef("pk"), is_progress=True)
    coming = Meeting.objects.of_raad().upcoming(moment).annotate(is_told=Exists(told.order_by()))
    return Today(
        moment=moment,
        day=day,
        framework=framework,
        by={row.code: row for row in measures},
        raden={raad.year: raad for raad in raden},
        programmes={programme.year: programme for programme in programmes},
        raad_meetings=tuple(coming),
    )
