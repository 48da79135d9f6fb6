"""A framework beside the one before it, as pure values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.comparison import (
    Change,
    ClauseChange,
    ClauseWords,
    changed_numbers,
    compare_clauses,
    compare_texts,
    sentences,
)

SAME, CHANGED, NEW, GONE = Change.SAME, Change.CHANGED, Change.NEW, Change.GONE
RAAD = ClauseWords(2, "Een programmaraad", "De raad kiest. Elk jaar opnieuw.")
MONEY = ClauseWords(3, "Geld", "Er is geld.", {"budget": (12, 31)})


def one(before: ClauseWords | None, after: ClauseWords | None) -> ClauseChange:
    (found,) = compare_clauses(
        [before] if before else [],
        [after] if after else [],
    )
    return found


def test_sentences() -> None:
    assert sentences("Een. Twee!  Drie?\nVier zonder punt\n\n") == [
        "Een.",
        "Twee!",
        "Drie?",
        "Vier zonder punt",
    ]
    assert sentences(" \n ") == []


def test_what_stayed_went_and_came_in_reading_order() -> None:
    assert compare_texts("A. B. C.", "A. D. C. E.") == (
        (SAME, "A."),
        (GONE, "B."),
        (NEW, "D."),
        (SAME, "C."),
        (NEW, "E."),
    )


def test_the_same_is_the_same() -> None:
    found = one(RAAD, RAAD)
    assert (found.change, found.added, found.removed) == (SAME, (), ())
    assert found.kept == RAAD.text


def test_a_sentence_more_at_the_end_stands_apart() -> None:
    more = ClauseWords(2, RAAD.title, f"{RAAD.text} Hoogstens drie jaar.")
    found = one(RAAD, more)
    assert (found.change, found.added) == (CHANGED, ("Hoogstens drie jaar.",))
    assert found.kept == RAAD.text


@pytest.mark.parametrize(
    "text",
    [
        "Hoogstens drie jaar. De raad kiest. Elk jaar opnieuw.",  # in front
        "De raad kiest. Hoogstens drie jaar.",  # instead of another
    ],
)
def test_else_the_whole_text_is_shown(text: str) -> None:
    found = one(RAAD, ClauseWords(2, RAAD.title, text))
    assert found.added == ("Hoogstens drie jaar.",)
    assert found.kept == text


def test_new_and_gone() -> None:
    assert (one(None, RAAD).change, one(None, RAAD).kept) == (NEW, RAAD.text)
    assert (one(RAAD, None).change, one(RAAD, None).kept, one(RAAD, None).number) == (GONE, "", 2)


def test_a_title_goes_before_a_number() -> None:
    """One clause put in front: the others moved, and only the new one is new."""
    before = [ClauseWords(1, "A"), ClauseWords(2, "B")]
    after = [ClauseWords(1, "Nieuw"), ClauseWords(2, "a "), ClauseWords(3, "B")]
    found = compare_clauses(before, after)
    assert [(each.number, each.change) for each in found] == [
        (1, NEW),
        (2, CHANGED),
        (3, CHANGED),
    ]
    assert [each.before.number for each in found if each.before] == [1, 2]


def test_another_title_under_the_same_number_is_a_change() -> None:
    found = one(RAAD, ClauseWords(2, "De raad", RAAD.text))
    assert (found.change, found.added) == (CHANGED, ())


def test_gone_clauses_come_last() -> None:
    found = compare_clauses([ClauseWords(1, "A"), MONEY], [MONEY])
    assert [(each.number, each.change) for each in found] == [(3, SAME), (1, GONE)]


def test_other_measures_and_another_language_are_changes() -> None:
    assert one(MONEY, ClauseWords(3, "Geld", "Er is geld.", {"budget": (6, 30)})).change is CHANGED
    english = ClauseWords(3, "Geld", "Er is geld.", MONEY.measures, "Money")
    assert one(MONEY, english).is_only_translated
    assert not one(MONEY, MONEY).is_only_translated


def test_numbers() -> None:
    before, after = {"seats": 5, "themes": 3}, {"seats": 6, "themes": 3, "years": 4}
    assert changed_numbers(before, after) == (("seats", 5, 6), ("years", None, 4))


words = st.lists(st.sampled_from(["A.", "B.", "C.", "D."]), max_size=6)
clauses = st.lists(
    st.builds(
        ClauseWords,
        number=st.integers(1, 9),
        title=st.sampled_from("ABCDE"),
        text=words.map(" ".join),
    ),
    unique_by=lambda clause: clause.number,
    max_size=6,
)


@given(words, words)
def test_both_texts_can_be_read_back(before: list[str], after: list[str]) -> None:
    found = compare_texts(" ".join(before), " ".join(after))
    assert [text for change, text in found if change is not NEW] == before
    assert [text for change, text in found if change is not GONE] == after


@given(clauses, clauses)
def test_every_clause_is_there_once(before: list[ClauseWords], after: list[ClauseWords]) -> None:
    found = compare_clauses(before, after)
    assert sorted(c.before.number for c in found if c.before) == sorted(c.number for c in before)
    assert [c.after.number for c in found if c.after] == sorted(c.number for c in after)


@given(clauses)
def test_a_copy_changes_nothing(rows: list[ClauseWords]) -> None:
    titles = [clause.title for clause in rows]
    if len(set(titles)) == len(titles):
        assert all(each.change is SAME for each in compare_clauses(rows, rows))


@given(words, words)
def test_the_kept_text_and_the_marks_hide_nothing(before: list[str], after: list[str]) -> None:
    found = one(ClauseWords(1, "T", " ".join(before)), ClauseWords(1, "T", " ".join(after)))
    shown = sentences(found.kept)
    assert shown == after or shown + list(found.added) == after
