"""The annual account of the demo year, at 23 September 2026."""

from __future__ import annotations

import pytest

from funding.yearly import lines_at
from schuldenlab.demo.story.calendar import Calendar
from schuldenlab.portal.account import FIGURES, Figure, Question, figures_of
from tests.demo.told.conftest import TODAY

pytestmark = [pytest.mark.usefixtures("told"), pytest.mark.xdist_group("story")]
CALENDAR = Calendar(TODAY)
NOW = CALENDAR.at(0, "10:00")
YEAR = 2026


def now(code: str) -> Figure:
    return FIGURES[code](Question(YEAR, NOW))


@pytest.mark.parametrize("code", sorted(FIGURES))
def test_the_rows_of_every_figure_add_up_to_it(code: str) -> None:
    figure = now(code)
    assert figure.adds_up, figure


def test_dump() -> None:
    for each in figures_of(Question(YEAR, NOW)).values():
        print(each.code, each.value, each.whole, each.unit)
        for row in each.rows:
            print("    ", row)


def test_the_money_is_that_of_the_budget() -> None:
    lines = lines_at([YEAR], NOW)
    for code, name in (("money_firm", "firm"), ("money_delivered", "delivered")):
        figure = now(code)
        assert figure.value in {None, sum(getattr(each, name) for each in lines.values())}
