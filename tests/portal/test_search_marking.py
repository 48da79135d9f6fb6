"""Marks in a text: whole words, the right ones, and every letter of the text stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.portal.search.marking import (
    ROOM,
    Sought,
    folded,
    hits,
    is_near,
    likeness,
    marked,
    snippet,
)

HUUR = Sought("huur", ("huur",))
SCHULD = Sought("schulden", ("schulden", "schuld"))
NEAR = Sought("projekt", ("projekt",), may_err=True)


def in_brackets(pieces: list[object]) -> str:
    return "".join(
        f"[{piece.text}]" if piece.is_hit else piece.text  # type: ignore[attr-defined]
        for piece in pieces
    )


@pytest.mark.parametrize(
    ("text", "sought", "said"),
    [
        ("De huurschuld van Huur", [HUUR], "De [huurschuld] van [Huur]"),
        ("De huurschuld", [HUUR, SCHULD], "De [huurschuld]"),
        ("Geen geld", [HUUR], "Geen geld"),
        ("Het project en de projecten", [NEAR], "Het [project] en de [projecten]"),
        ("Crisiscafé én huur", [Sought("cafe", ("cafe",))], "[Crisiscafé] én huur"),
        ("P2026-02 staat", [Sought("p2026-2", ("p2026-2", "p2026-02"))], "[P2026-02] staat"),
        ("", [HUUR], ""),
    ],
)
def test_whole_words_are_marked(text: str, sought: list[Sought], said: str) -> None:
    assert in_brackets(marked(text, sought)) == said


def test_the_snippet_is_of_the_text_with_the_hit() -> None:
    long = "Niets te zien hier. " * 40
    said = in_brackets(snippet(["Een eerste tekst.", f"{long}De huur is hoog. {long}"], [HUUR]))
    assert "[huur]" in said
    assert said.startswith("… ")
    assert said.endswith(" …")
    assert len(said) < ROOM + 100
    assert in_brackets(snippet(["", "Een eerste tekst."], [HUUR])) == "Een eerste tekst."
    assert snippet(["", "  "], [HUUR]) == []


def test_what_looks_like_it() -> None:
    assert is_near("zorgverzekraar", "zorgverzekeraar")
    assert is_near("noodbufer", "noodbuffer")
    assert not is_near("huurder", "water")
    assert likeness("bank", "bank") == 1


@given(st.text(max_size=80))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(max_size=300), st.text(min_size=1, max_size=6))
def test_marking_loses_and_adds_no_letter(text: str, typed: str) -> None:
    sought = [Sought(folded(typed), (folded(typed),), may_err=True)]
    assert "".join(piece.text for piece in marked(text, sought)) == text
    spans = hits(text, sought)
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert all(piece.text for piece in snippet([text], sought))


def test_a_word_without_end_takes_no_time() -> None:
    text = "a" * 200_000
    assert hits(text, [Sought("aa", ("aa",)), HUUR]) == [(0, 200_000)]
