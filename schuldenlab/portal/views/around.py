"""What stands around the cards of the Kompas: what to do first, the money, and the pipeline."""

from datetime import date, datetime
from typing import Any, Final

from funding.overview import categories_at
from funding.views.budget import per_category
from partners.querysets import local_day
from projects.views.board import board_of
from schuldenlab.portal.kompas import Kompas
from schuldenlab.portal.worklist import worklist_of
from schuldenlab.portal.worklist.rows import rows_of

FIRST: Final = 4  # so many rows of the worklist
MOST_CARDS: Final = 5  # of one column of the board; the projects page has them all


def first_to_do(kompas: Kompas) -> dict[str, Any]:
    """The first rows of the worklist of this moment, and how many there are in all."""
    dues = worklist_of(kompas.moment)
    clauses = {measure.code: each for each in kompas.clauses for measure in each.measures}
    rows = rows_of(dues[:FIRST], local_day(kompas.moment), clauses)
    return {"rows": rows, "count": len(dues)}


def money_of(person: Any, year: int, moment: datetime) -> dict[str, Any]:
    """How the budget of the year stood, as far as this reader may see; see decision 31."""
    found = per_category(categories_at(person, year, moment))
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
