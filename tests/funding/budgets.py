"""A year with a budget, and pledges to it, made by the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile

from funding import actions
from funding.spreading import Part
from funding.yearly import lines_at
from programme import actions as programme
from programme.passages import Line
from tests.cast import SEATS
from tests.funding.money import PAPER
from tests.funding.records import signer
from tests.house.world import put_to_ballot, vote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from django.core.files.base import File

    from funding import budget
    from funding.models import Pledge
    from programme.models import Programme
    from tests.cast import Cast

DAY = timedelta(days=1)
EURO = Decimal
YEAR = 2026
NEEDS = {"infrastructure": 300, "innovation": 100, "events": 50, "projects": 200}
WORDS = {"title": "Programma", "ambition": "Minder schulden.", "text": "Wat wij doen."}


def write_budget(
    cast: Cast, at: datetime, needs: dict[str, int] | None = None, year: int = YEAR
) -> Programme:
    """A programme in preparation that asks so much."""
    lines = [Line(category, "Werk", EURO(each)) for category, each in (needs or NEEDS).items()]
    facts = {"framework": cast.framework, "actor": cast.manager, "at": at}
    return programme.write_programme(year, **WORDS, themes=[], budget=lines, **facts)


def adopt_budget(cast: Cast, at: datetime, needs: dict[str, int] | None = None) -> Programme:
    """The same for the year of the cast, adopted by all seats at `at`."""
    found = write_budget(cast, at - 12 * DAY, needs)
    ballot = put_to_ballot(cast, found, at - 10 * DAY, closes_at=at)
    for letters in SEATS:
        vote(cast, ballot, letters, "for", at - 5 * DAY)
    programme.close_ballot(ballot, at=at)
    found.refresh_from_db()
    return found


def spread(*parts: tuple[int, int]) -> list[Part]:
    """Parts as a test writes them: a year and an amount."""
    return [Part(year, EURO(amount)) for year, amount in parts]


def to_budget(
    cast: Cast,
    letters: str,
    category: str,
    parts: Sequence[Part] | int,
    at: datetime,
    *,
    is_firm: bool = True,
    **facts: Any,
) -> Pledge:
    """A pledge to the budget by a partner itself; an amount is for the year of `at`."""
    spread_over = [] if isinstance(parts, int) else parts
    amount = EURO(parts) if isinstance(parts, int) else sum(each.amount for each in parts)
    given = {"form": "cash", "text": "Bijdrage", "amount": amount, "parts": spread_over, **facts}
    acting = {"actor": signer(cast, letters), "at": at}
    pledge = actions.offer_to_budget(category, organisation=cast[letters], **given, **acting)
    return actions.make_pledge_firm(pledge, **acting) if is_firm else pledge


def line(category: str, at: datetime, year: int = YEAR, **facts: Any) -> budget.Line:
    """How a category stands."""
    return lines_at([year], at, **facts)[year, category]


def paper() -> File[bytes]:
    """A signed decision."""
    return ContentFile(PAPER, name="beschikking.pdf")
