"""How the words of a file say that a project stands."""

from __future__ import annotations

from datetime import date

import pytest

from projects.resources.standing import Standing, standing_of

START, TODAY = date(2017, 1, 1), date(2026, 9, 23)


@pytest.mark.parametrize(
    ("words", "how", "to", "over_on"),
    [
        ("loopt", "runs", "", None),
        ("", "runs", "", None),
        ("pilot, 50 + 50 cliënten", "runs", "", None),
        ("structureel sinds april 2019", "runs", "", None),
        ("pilot tot eind 2019", "ended", "", date(2019, 12, 31)),
        ("pilot tot 1 maart 2020", "ended", "", date(2020, 3, 1)),
        ("pilot tot februari 2020", "ended", "", date(2020, 2, 29)),
        ("pilot tot eind 2030", "runs", "", None),
        ("gestopt", "ended", "", None),
        ("afgerond in 2012", "ended", "", None),
        (
            "opgenomen in gemeentelijke dienst (2020)",
            *("handed_over", "gemeentelijke dienst", date(2020, 1, 1)),
        ),
        (
            "reguliere dienst sinds 1-1-2020; landelijk opgeschaald",
            *("handed_over", "reguliere dienst", date(2020, 1, 1)),
        ),
        (
            "overgedragen aan Stichting Geld sinds april 2019",
            *("handed_over", "Stichting Geld", date(2019, 4, 1)),
        ),
        ("opgenomen in de wijkteams, 2021-07", "handed_over", "de wijkteams", date(2021, 7, 1)),
        ("opgenomen in de wijkteams per 31-2-2021", "handed_over", "de wijkteams", None),
    ],
)
def test_words_propose_how_it_stands(words: str, how: str, to: str, over_on: date | None) -> None:
    found = standing_of(words, START, TODAY)
    assert (found.how, found.to, found.over_on) == (how, to, over_on)


def test_nothing_is_proposed_of_what_says_nothing() -> None:
    assert standing_of("loopt", START) == Standing()
