"""What stands around the cards of the Kompas: what to do first, the money, and the pipeline."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.overview import budget_of
from funding.views.budget import per_category
from partners.querysets import local_day
from projects.views.board import board_of
from schuldenlab.portal.kompas import Kompas
from schuldenlab.portal.worklist import Due, worklist_of

FIRST: Final = 4  # so many rows of the worklist
MOST_CARDS: Final = 5  # of one column of the board; the projects page has them all
SOON, LONG = 14, 60  # in days


@dataclass(frozen=True)
class Row:
    """A due thing with its badge, and the number of the clause that it serves."""

    due: Due
    kind: str
    icon: str
    left: str
    clause: int | None


def first_to_do(kompas: Kompas) -> dict[str, Any]:
    """The first rows of the worklist of this moment, and how many there are in all."""
    dues = worklist_of(kompas.moment)
    numbers = {measure.code: each.number for each in kompas.clauses for measure in each.measures}
    today = local_day(kompas.moment)
    rows = [_row(due, numbers.get(due.measure), today) for due in dues[:FIRST]]
    return {"rows": rows, "count": len(dues)}


def _row(due: Due, clause: int | None, today: date) -> Row:
    left = due.days_left(today)
    if left is None:
        return Row(due, "open", "open", _("No last day"), clause)
    if left < 0:
        return Row(due, "fail", "not-met", _late(-left), clause)
    return Row(
        due, *(("warn", "warning") if left <= SOON else ("open", "clock")), _in(left), clause
    )


def _late(days: int) -> str:
    if days >= LONG:
        months = days // 30
        late = ngettext("%(count)s month too late", "%(count)s months too late", months)
        return late % {"count": months}
    return ngettext("%(count)s day too late", "%(count)s days too late", days) % {"count": days}


def _in(days: int) -> str:
    if not days:
        return _("Today is the last day")
    if days >= LONG:
        months = days // 30
        return ngettext("%(count)s month left", "%(count)s months left", months) % {"count": months}
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}


def money_of(person: Any, year: int, moment: datetime) -> dict[str, Any]:
    """How the budget of the year stood, as far as this reader may see; see decision 31."""
    budget = budget_of(person, [year], at=moment)
    found = per_category(budget.of_year(year))
    return {
        **found,
        "is_asked": any(each["is_asked"] for each in found["rows"]),
        "is_there": any(each["need"] or each["bar"] for each in found["rows"]),
    }


def pipeline_of(person: Any, day: date) -> list[dict[str, Any]]:
    """The columns of the board with their first cards, and how many more there are."""
    columns, _stopped = board_of(person, day)
    return [
        {
            "title": each.title,
            "count": len(each.cards),
            "cards": each.cards[:MOST_CARDS],
            "more": max(0, len(each.cards) - MOST_CARDS),
        }
        for each in columns
    ]
