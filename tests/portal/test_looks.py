"""What is said beside a figure about what we expect."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from schuldenlab.portal.looks import expected_in_words
from schuldenlab.portal.measures import Reading, State

DAY = date(2026, 3, 31)
LATE = "It had to be there on 31\N{NO-BREAK SPACE}March."


@pytest.mark.parametrize(
    ("state", "forecast", "since", "words"),
    [
        (State.ON_TRACK, 3, None, "We expect 3 of 3."),
        (State.ON_TRACK, 4, None, "We expect 4."),
        (State.ATTENTION, 3, DAY, f"{LATE} We expect 3 of 3."),
        (State.ATTENTION, 4, DAY, f"{LATE} We expect 4."),
        (State.ATTENTION, 2, DAY, "We expect 2 of 3."),
        (State.ATTENTION, None, DAY, ""),
        (State.MISSED, 3, DAY, ""),
        (State.MET, 3, DAY, ""),
    ],
)
def test_what_is_enough_but_late_says_so(
    state: State, forecast: int | None, since: date | None, words: str
) -> None:
    """Never "4 of 3", and never a warning beside a forecast that is enough without its reason."""
    reading = Reading(state, 0, 3, "themes", forecast)
    with translation.override("en"):
        assert expected_in_words(reading, since) == words
