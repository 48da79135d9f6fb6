"""The text of a programme as passages, and where a comment stands when the text changes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.comparison import Change, compare, compare_words
from programme.passages import Draft, Line, Passage, ThemePlan, find_passage, passages, place, plain

WORDING = "Samen eruit\n\nMinder mensen met schulden.\n\nWij doen dit.\r\n\r\nEn dat."
DRAFT = Draft(
    "Titel",
    "Ambitie.",
    "Tekst.",
    (ThemePlan("Noodbuffer", "Wij proberen het.", 3), ThemePlan("Geldles", "Vier lessen.")),
    (
        Line("innovation", "Verkenning", Decimal("60000.00")),
        Line("events", "Zaal", Decimal("12.50")),
        Line("innovation", "Begeleiding", Decimal(0)),
    ),
)
words = st.lists(
    st.sampled_from(["wij", "doen", "dit", "samen", "nu.", "later", "geld"]), max_size=8
)
texts = st.lists(words.map(" ".join), max_size=5).map("\n\n".join)


def test_passages_are_numbered_and_found() -> None:
    assert [each.anchor for each in passages(WORDING)] == ["p1", "p2", "p3", "p4"]
    assert find_passage(WORDING, "p3") == Passage("p3", "Wij doen dit.")
    for unknown in ("p0", "p5", "x", ""):
        assert find_passage(WORDING, unknown) is None


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Wat wij doen", True),
        ("Wat wij doen.", False),
        ("- een lijst", False),
        ("Twee\nregels", False),
        ("x" * 81, False),
    ],
)
def test_what_is_a_heading(text: str, *, is_heading: bool) -> None:
    assert Passage("p1", text).is_heading is is_heading


def test_a_draft_survives_its_facts() -> None:
    assert Draft.of(DRAFT.facts()) == DRAFT
    assert DRAFT.facts()["budget"][0]["amount"] == "60000.00"
    assert DRAFT.total == Decimal("60012.50")
    assert DRAFT.by_category() == {"innovation": Decimal(60000), "events": Decimal("12.50")}


def test_a_comment_stays_with_its_words_wherever_they_go() -> None:
    now = passages("Nieuw begin.\n\nWij doen dit.\n\nEn nog iets heel anders.")
    found = place("Wij doen dit.", now)
    assert found is not None
    assert found.anchor == "p2"
    like = place("En ook nog iets heel anders.", now)
    assert like is not None
    assert like.anchor == "p3"
    assert place("Onvindbaar helemaal weg.", now) is None
    assert place("Wat dan ook", []) is None


def test_words_that_went_and_came() -> None:
    assert compare_words("vier lessen op school", "vijf lessen op school") == (
        (Change.GONE, "vier"),
        (Change.NEW, "vijf"),
        (Change.SAME, " lessen op school"),
    )


def test_passages_that_stayed_changed_came_and_went() -> None:
    before = "Kop\n\nWij maken vier lessen met twee scholen.\n\nDit gaat weg, helemaal."
    after = "Kop\n\nHier komt iets.\n\nWij maken vijf lessen met twee scholen."
    assert [each.change for each in compare(before, after)] == [
        Change.SAME,
        Change.NEW,
        Change.CHANGED,
        Change.GONE,
    ]


@given(texts, texts)
def test_both_texts_can_be_read_from_what_is_shown(before: str, after: str) -> None:
    """Without what came the old text stands there, without what went the new one."""
    shown = compare(before, after)
    for left_out, text in ((Change.NEW, before), (Change.GONE, after)):
        kept = [
            "".join(words for change, words in each.runs if change is not left_out)
            for each in shown
        ]
        assert sorted(part for part in kept if part) == sorted(each.text for each in passages(text))


@given(texts)
def test_the_same_text_has_no_differences(text: str) -> None:
    assert {each.change for each in compare(text, text)} <= {Change.SAME}


@given(st.text())
def test_plain_text_is_plain_twice(text: str) -> None:
    assert plain(plain(text)) == plain(text)
