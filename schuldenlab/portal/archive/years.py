"""The years of the archive: how many records each has, and how many wait to be judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from schuldenlab.documents.models import YearTransfer

from .register import UNJUDGED, Wanted, rows_of

# The terms of keeping, in the words of the page.
TERMS: Final[Mapping[str, Any]] = {
    "decisions": _("decisions, ballots, programme, framework"),
    "minutes": _("agendas, attendance and minutes"),
    "projects": _("themes, projects, business cases, reports"),
    "documents": _("documents"),
    "money": _("pledges"),
}


@dataclass
class Year:
    """One year; `taken_in_on`: since when the archive of the municipality keeps it."""

    year: int
    counts: dict[str, int] = field(default_factory=dict)
    taken_in_on: date | None = None

    @property
    def records(self) -> int:
        """How many there are."""
        return sum(self.counts.values())

    @property
    def unjudged(self) -> int:
        """How many nobody judged yet."""
        return self.counts.get(UNJUDGED, 0)


def years_at(last: int) -> list[Year]:
    """The newest first; a query for each kind, which counts where the rows are."""
    found: dict[int, Year] = {}
    until = date(last, 12, 31)
    for kind in Wanted().kinds:
        rows = rows_of(kind, Wanted(last=until))
        counted = rows.annotate(its_year=ExtractYear("its_day")).values("its_year", "its_state")
        for row in counted.annotate(count=Count("pk")).order_by():
            year = found.setdefault(row["its_year"], Year(row["its_year"]))
            state = row["its_state"]
            year.counts[state] = year.counts.get(state, 0) + row["count"]
    for transfer in YearTransfer.objects.all():
        if transfer.year in found:
            found[transfer.year].taken_in_on = transfer.on
    return sorted(found.values(), key=lambda each: -each.year)
