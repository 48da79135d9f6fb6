"""In which order things are asked: a table of cases, and the director of the demo on its day."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from schuldenlab.portal.asks import Ask
from schuldenlab.portal.asks.order import most_urgent_first, on_top, pressing_days
from tests.cast import ZONE

TODAY = datetime(2026, 9, 23, 17, tzinfo=ZONE)


def ask(title: str, left: int | None, *, waits: bool = False, optional: bool = False) -> Ask:
    due = None if left is None else TODAY + timedelta(days=left)
    return Ask(title, "", "flag", due, left, "/", "Go", waits=waits, optional=optional)


@pytest.mark.parametrize(
    ("left", "waits", "optional", "presses"),
    [
        (0, False, False, 0),
        (5, False, False, 5),
        (5, True, False, 5),  # who waits knows the last day
        (5, False, True, 35),  # one may leave it
        (-1, False, False, 0),  # forgotten yesterday: as if today
        (-14, False, False, 0),
        (-15, False, False, 60),  # nothing happened when it passed
        (-15, True, False, 7),  # but somebody still waits for it
        (-14, False, True, 60),
        (None, False, False, 60),
        (None, True, False, 7),
        (None, False, True, 60),
    ],
)
def test_how_soon_it_presses(left: int | None, waits: bool, optional: bool, presses: int) -> None:
    assert pressing_days(ask("A", left, waits=waits, optional=optional)) == presses


def test_the_director_of_the_demo() -> None:
    """DEMO.md, 23: step-in, themes and the meeting on top; the framework comes below these."""
    found = most_urgent_first(
        [
            ask("Sign the framework", 63),
            ask("Coming to the meeting?", 29),
            ask("Part of a pledge is due", -28),
            ask("Read the papers", 5, optional=True),
            ask("Which themes?", 16),
            ask("How do you take part this year?", -240),
            ask("Step in?", 5),
            ask("Is everything still right?", None),
        ]
    )
    assert [each.title for each in found] == [
        "Step in?",
        "Which themes?",
        "Coming to the meeting?",
        "Read the papers",
        "How do you take part this year?",
        "Part of a pledge is due",
        "Is everything still right?",
        "Sign the framework",
    ]
    top, rest = on_top(found)
    assert [each.title for each in top] == ["Step in?", "Which themes?", "Coming to the meeting?"]
    assert rest == found[3:]


@pytest.mark.parametrize(
    ("asks", "shown"),
    [
        # a substitute: what was forgotten yesterday, then by day; papers to read are left last
        ([("themes", 16), ("papers?", 5), ("vote", -1)], ["vote", "themes", "papers?"]),
        # after an answer: by day, and last what one may leave
        ([("themes", 16), ("meeting", 29), ("papers?", 5)], ["themes", "meeting", "papers?"]),
        # what lies there for months stays below, however many there are
        ([("meeting", 29), ("choice", -240), ("step in", 5), ("commitment", -139)], None),
        # unless nothing else is asked: the longest ago first
        ([("commitment", -139), ("choice", -240)], ["choice", "commitment"]),
        # the scale chooses who stands on top, the day says in which order
        ([("offer!", -20), ("a", 1), ("b", 2), ("c", 3)], ["a", "b", "c"]),
        ([("offer!", -20), ("a", 1), ("b", 9), ("c", 10)], ["offer!", "a", "b"]),
        ([("judge!", None), ("a", 3), ("right", None), ("b", 14)], ["a", "judge!", "b"]),
    ],
)
def test_which_stand_on_top_and_how(
    asks: list[tuple[str, int | None]], shown: list[str] | None
) -> None:
    every = [ask(name, left, waits="!" in name, optional="?" in name) for name, left in asks]
    top, rest = on_top(every)
    assert [each.title for each in top] == (shown or ["step in", "meeting"])
    assert {each.title for each in top + rest} == {name for name, _left in asks}
    assert len(top) + len(rest) == len(asks)


def test_what_waits_without_a_day_goes_before_what_comes_in_two_weeks() -> None:
    found = most_urgent_first(
        [ask("In two weeks", 14), ask("Judge a replacement", None, waits=True), ask("In 3", 3)]
    )
    assert [each.title for each in found] == ["In 3", "Judge a replacement", "In two weeks"]


def test_as_pressing_as_each_other_goes_by_day_and_then_by_title() -> None:
    found = most_urgent_first([ask("B", -3), ask("C", 0), ask("A", 0), ask("D", -9)])
    assert [each.title for each in found] == ["D", "B", "A", "C"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Are you coming to “Where are we?”?", "Are you coming to “Where are we?”"),
        ("Are you coming to “Help”?", "Are you coming to “Help”?"),
        ("Really??", "Really?"),
        ("word " * 30, f"{'word ' * 17}word …"),
    ],
)
def test_a_heading_has_one_question_mark_and_is_not_too_long(title: str, heading: str) -> None:
    assert ask(title, 1).heading == heading
