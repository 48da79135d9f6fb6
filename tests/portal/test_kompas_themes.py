"""Clause 6 of the Kompas: themes explored, results, and facilitators, on any past day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from programme.models import Facilitator, InnovationTheme
from schuldenlab.portal.kompas import as_json, later_known, read_kompas
from schuldenlab.portal.moments import end_of
from tests.cast import ZONE
from tests.programme import innovating
from tests.programme.innovating import DAY, acting

if TYPE_CHECKING:
    from tests.cast import Cast

CODES = ("innovation_themes", "theme_results", "themes_facilitated")


def figures(cast: Cast, at: datetime | None = None, year: int = 2026) -> list[tuple[Any, ...]]:
    """State, have, need and forecast of the three measures."""
    kompas = as_json(read_kompas(cast.framework, year, at or cast.at))
    measures = {row["code"]: row for clause in kompas["clauses"] for row in clause["measures"]}
    return [
        tuple(measures[code][key] for key in ("state", "have", "need", "forecast"))
        for code in CODES
    ]


def explore(cast: Cast, theme: InnovationTheme, day: date, at: datetime | None = None) -> None:
    actions.explore_theme(theme, exploring_on=day, **acting(cast, at))


def three_explored(cast: Cast) -> list[InnovationTheme]:
    """Chosen on 15 August, explored since 1 September, and all guided."""
    themes = innovating.chosen(cast)
    at = datetime(2026, 9, 1, 10, tzinfo=ZONE)
    for theme in themes:
        facts = {"organisation": cast["FV"], "from_on": at.date()}
        actions.add_facilitator(theme, **facts, **acting(cast, at))
        explore(cast, theme, at.date(), at)
    return themes


def test_nothing_yet(cast: Cast) -> None:
    assert figures(cast) == [
        ("attention", 0, 3, 0),
        ("not_yet", 0, 0, 0),
        ("not_yet", 0, 0, 0),
    ]
    assert figures(cast, year=2027)[0][0] == "not_yet"


def test_before_its_day_a_call_and_what_was_chosen_are_the_forecast(cast: Cast) -> None:
    february = datetime(2026, 2, 2, 10, tzinfo=ZONE)
    assert figures(cast, february)[0] == ("attention", 0, 3, 0)
    innovating.call_of(cast, at=february)
    assert figures(cast, february)[0] == ("on_track", 0, 3, 3)


def test_three_explored_and_guided(cast: Cast) -> None:
    three_explored(cast)
    assert figures(cast) == [("met", 3, 3, 3), ("on_track", 0, 3, 3), ("met", 3, 3, 3)]
    august = datetime(2026, 8, 31, 18, tzinfo=ZONE)
    assert figures(cast, august)[0] == ("attention", 0, 3, 3)


@pytest.mark.parametrize(
    ("days", "state"), [(0, "on_track"), (1, "attention"), (60, "attention"), (61, "missed")]
)
def test_a_result_that_is_late(cast: Cast, days: int, state: str) -> None:
    three_explored(cast)
    due = datetime(2027, 9, 1, 12, tzinfo=ZONE)
    assert figures(cast, due + days * DAY)[1] == (state, 0, 3, 3)


def test_results_come_in_the_year_after_and_count_for_the_year_itself(cast: Cast) -> None:
    late = datetime(2027, 10, 1, 12, tzinfo=ZONE)
    for theme in three_explored(cast):
        innovating.work_out(cast, theme, at=late - 30 * DAY)
        done = {"result": "Het werkt.", "delivered_on": late.date()}
        actions.deliver_theme(theme, **done, **acting(cast, late))
    assert figures(cast, late)[1] == ("met", 3, 3, 3)
    assert figures(cast, late - DAY)[1] == ("attention", 0, 3, 3)


def test_stopping_leaves_the_fewest_of_the_framework(cast: Cast) -> None:
    themes = three_explored(cast)
    facts = {"reason": "Geen baat.", "stopped_on": cast.at.date()}
    actions.stop_theme(themes[0], **facts, **acting(cast))
    assert figures(cast)[1] == ("attention", 0, 3, 2)
    assert figures(cast, datetime(2027, 1, 4, 9, tzinfo=ZONE))[1] == ("missed", 0, 3, 2)
    assert figures(cast)[0] == ("met", 3, 3, 3), "it was explored"


def test_a_theme_without_a_facilitator(cast: Cast) -> None:
    three_explored(cast)
    row = Facilitator.objects.first()
    day = date(2026, 9, 10)
    actions.end_facilitator(
        row, until_on=day, **acting(cast, datetime(2026, 9, 10, 9, tzinfo=ZONE))
    )
    assert figures(cast)[2] == ("attention", 2, 3, 2)
    assert figures(cast, datetime(2026, 9, 10, 18, tzinfo=ZONE))[2] == ("met", 3, 3, 3)
    assert figures(cast, datetime(2026, 11, 20, 9, tzinfo=ZONE))[2] == ("missed", 2, 3, 2)


def test_what_was_recorded_later_is_known_later(cast: Cast) -> None:
    theme = innovating.chosen(cast)[0]
    began = (cast.at - 9 * DAY).date()
    explore(cast, theme, began)
    facts = {"organisation": cast["FV"], "from_on": began}
    actions.add_facilitator(theme, **facts, **acting(cast))
    after = cast.at + timedelta(hours=1)
    assert figures(cast, after)[0] == ("attention", 1, 3, 3)
    then = end_of(began, after)
    assert figures(cast, then)[0] == ("attention", 0, 3, 3)
    late = later_known(read_kompas(cast.framework, 2026, then))
    assert [(fact.happened_on, fact.recorded_at, fact.url) for fact in late] == [
        (began, cast.at, theme.get_absolute_url()),
        (began, cast.at, theme.get_absolute_url()),
    ]
