"""Clause 8 of the Kompas: money per category, and the contribution of the municipality."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from funding import actions
from schuldenlab.portal.measures import MEASURES, Asked, Reading
from tests.cast import written_otherwise
from tests.funding.budgets import DAY, EURO, YEAR, adopt_budget, paper, spread, to_budget

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BY = date(YEAR, 12, 31)


def read(
    cast: Cast, code: str, moment: datetime | None = None, year: int = YEAR, by: date = BY
) -> Reading:
    return MEASURES[code](Asked(cast.framework, year, moment or cast.at, by))


def figures(cast: Cast, code: str, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
    found = read(cast, code, *args, **kwargs)
    return str(found.state), found.have, found.need, found.forecast


# -- covered per category ------------------------------------------------------------------------


def covered(cast: Cast, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
    return figures(cast, "budget_covered", *args, **kwargs)


def test_without_a_decision_nothing_is_due(cast: Cast) -> None:
    to_budget(cast, "ZD", "events", 50, cast.at)
    assert covered(cast) == ("not_yet", 0, 0, 0)
    assert read(cast, "budget_covered").note == "Nobody decided yet what this year needs."


def test_each_category_that_needs_money_counts(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY, {"events": 50, "innovation": 100, "projects": 0})
    assert covered(cast) == ("attention", 0, 2, 0)
    to_budget(cast, "ZD", "events", 50, cast.at)
    assert covered(cast) == ("attention", 1, 2, 1)
    assert read(cast, "budget_covered").note == "Not arranged yet: innovation."
    assert covered(cast, cast.at - DAY) == ("attention", 0, 2, 0), "a past day answers as it did"
    to_budget(cast, "EZ", "innovation", 100, cast.at + DAY)
    assert covered(cast, cast.at + DAY) == ("met", 2, 2, 2)


def test_what_is_offered_is_the_forecast(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY, {"events": 50})
    to_budget(cast, "ZD", "events", 20, cast.at, is_firm=False)
    to_budget(cast, "EZ", "events", 30, cast.at, condition="Mits")
    assert covered(cast) == ("on_track", 0, 1, 1)
    assert covered(cast, by=cast.at.date() - DAY) == ("attention", 0, 1, 1), "its day is over"


def test_after_the_year_it_comes_no_more(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY, {"events": 50})
    after = cast.at + 120 * DAY
    assert covered(cast, after) == ("missed", 0, 1, 0)
    assert covered(cast, cast.at)[0] == "attention"


def test_a_withdrawal_and_another_schedule_change_no_past_day(cast: Cast) -> None:
    adopt_budget(cast, cast.at - DAY, {"events": 50})
    pledge = to_budget(cast, "ZD", "events", 50, cast.at)
    parts = spread((YEAR, 20), (YEAR + 1, 30))
    moved = cast.at + DAY
    actions.reschedule(pledge, parts=parts, reason="Later.", actor=None, at=moved)
    assert covered(cast, moved) == ("attention", 0, 1, 0)
    gone = cast.at + 2 * DAY
    actions.withdraw_pledge(pledge, reason="Nee.", actor=None, at=gone)
    assert covered(cast, gone) == ("attention", 0, 1, 0)
    assert covered(cast, cast.at) == ("met", 1, 1, 1)


def test_the_evidence_is_the_budget_of_the_year(cast: Cast) -> None:
    for code in ("budget_covered", "municipal_contribution"):
        [evidence] = read(cast, code, year=YEAR + 1).evidence
        assert evidence.url == f"/financiering/{YEAR + 1}/"


# -- the municipality ----------------------------------------------------------------------------


def contribution(cast: Cast, *args: Any, **kwargs: Any) -> tuple[Any, ...]:
    return figures(cast, "municipal_contribution", *args, **kwargs)


@pytest.fixture
def asked(cast: Cast) -> None:
    """The framework asks a contribution for this year and the next one."""
    written_otherwise(cast.framework, contribution_from=YEAR, contribution_until=YEAR + 1)


def give(cast: Cast, at: datetime, **amounts: Any) -> Any:
    acting = {"actor": cast.manager, "at": at}
    return actions.pledge_contribution(cast.framework, amounts=amounts, paper=paper(), **acting)


def test_a_framework_without_years_asks_nothing(cast: Cast) -> None:
    assert contribution(cast) == ("not_yet", 0, 0, None)


@pytest.mark.usefixtures("asked")
def test_both_categories_of_the_year(cast: Cast) -> None:
    assert contribution(cast) == ("attention", 0, 2, 0)
    give(cast, cast.at, infrastructure={YEAR: EURO(300), YEAR + 1: EURO(300)})
    assert contribution(cast) == ("attention", 1, 2, 1)
    give(cast, cast.at + DAY, innovation={YEAR: EURO(60)})
    assert contribution(cast, cast.at + DAY) == ("met", 2, 2, 2)
    assert contribution(cast, cast.at) == ("attention", 1, 2, 1), "as it was"


@pytest.mark.usefixtures("asked")
def test_a_later_year_is_not_due_yet(cast: Cast) -> None:
    give(cast, cast.at, infrastructure={YEAR + 1: EURO(300)})
    assert contribution(cast, year=YEAR + 1)[0] == "not_yet"
    assert contribution(cast, year=YEAR + 2) == ("not_yet", 0, 0, None), "no year of it"
    next_year = cast.at + 200 * DAY
    assert contribution(cast, next_year, year=YEAR + 1) == ("attention", 1, 2, 1)
    assert contribution(cast, next_year) == ("missed", 0, 2, 0)


@pytest.mark.usefixtures("asked")
def test_only_the_host_and_only_the_work_itself(cast: Cast) -> None:
    to_budget(cast, "ZD", "infrastructure", 300, cast.at)
    to_budget(cast, "GD", "events", 300, cast.at)
    assert contribution(cast) == ("attention", 0, 2, 0)
    to_budget(cast, "GD", "innovation", 60, cast.at, is_firm=False)
    to_budget(cast, "GD", "infrastructure", 60, cast.at, condition="Mits")
    assert contribution(cast) == ("on_track", 0, 2, 2)
