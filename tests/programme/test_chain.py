"""The hash chain: whatever is changed afterwards shows, and at the right place."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from programme import chain
from programme.chain import CODE_ALPHABET, CODE_LENGTH, Link

START = chain.seal({"ballot": 1, "text": "Wat we doen."})
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.integers(1, 2**62)
moments = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    max_value=datetime(2099, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
approvals = st.lists(numbers, min_size=1, max_size=4, unique=True).map(tuple)
votes = st.fixed_dictionaries(
    {
        "entitlement": numbers,
        "ordinal": numbers,
        "choice": st.sampled_from(["for", "against", "abstain"]),
        "approves": st.none() | approvals,
        "entered_by": st.none() | numbers,
        "reason": texts,
        "person": numbers,
        "at": moments,
        "receipt": st.text(st.sampled_from(CODE_ALPHABET), min_size=12, max_size=12).map(
            chain.receipt_hash
        ),
    }
)
NAMES = [field.name for field in fields(Link)]


@st.composite
def chains(draw: st.DrawFn) -> list[tuple[Link, str]]:
    facts = draw(st.lists(votes, min_size=1, max_size=6))
    return chained([Link(sequence=n, **vote) for n, vote in enumerate(facts, start=1)])


def chained(links: list[Link], start: str = START) -> list[tuple[Link, str]]:
    """The links with their hashes, computed by hand."""
    rows, previous = [], start
    for link in links:
        previous = hashlib.sha256((previous + link.canonical()).encode()).hexdigest()
        rows.append((link, previous))
    return rows


def link(**facts: Any) -> Link:
    return Link(
        **{
            "sequence": 1,
            "entitlement": 7,
            "ordinal": 1,
            "choice": "for",
            "reason": "Omdat het werkt",
            "person": 3,
            "at": datetime(2026, 1, 14, 16, 0, tzinfo=UTC),
            "receipt": chain.receipt_hash("ABCDEFGHJKMN"),
            **facts,
        }
    )


@given(chains())
def test_an_untouched_chain_is_whole(rows: list[tuple[Link, str]]) -> None:
    assert chain.first_break(START, rows) is None
    assert [chain.next_hash(previous, link) for previous, (link, _hash) in _stacked(rows)] == [
        claimed for _link, claimed in rows
    ]


def _stacked(rows: list[tuple[Link, str]]) -> list[tuple[str, tuple[Link, str]]]:
    return list(zip([START, *(claimed for _link, claimed in rows)], rows, strict=False))


def other(value: Any, draw: st.DataObject) -> Any:
    """Another value of the same kind."""
    kinds: dict[type, Any] = {int: numbers, str: texts, datetime: moments, tuple: approvals}
    kinds[type(None)] = approvals
    changed = draw.draw(kinds[type(value)])
    assume(changed != value)
    return changed


@given(chains(), st.data())
def test_one_changed_field_is_found_where_it_is(
    rows: list[tuple[Link, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    name = data.draw(st.sampled_from(NAMES))
    vote, claimed = rows[place]
    rows[place] = replace(vote, **{name: other(getattr(vote, name), data)}), claimed
    assert chain.first_break(START, rows) == place + 1


@given(chains(), st.data())
def test_one_changed_digit_of_a_hash_is_found_where_it_is(
    rows: list[tuple[Link, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    digit = data.draw(st.integers(0, 63))
    vote, claimed = rows[place]
    wrong = data.draw(st.sampled_from([d for d in "0123456789abcdef" if d != claimed[digit]]))
    rows[place] = vote, claimed[:digit] + wrong + claimed[digit + 1 :]
    assert chain.first_break(START, rows) == place + 1


@given(chains(), st.data())
def test_a_vote_that_is_taken_out_or_put_elsewhere_is_found(
    rows: list[tuple[Link, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    missing = rows[:place] + rows[place + 1 :]
    # The last one leaves no hole: only the published head tells that it is gone.
    whole = place == len(rows) - 1
    assert chain.first_break(START, missing) == (None if whole else place + 1)
    assert chain.first_break(START, [*rows, rows[place]]) == len(rows) + 1
    if len(rows) > 1:
        assert chain.first_break(START, [*rows[1:], rows[0]]) == 1


@given(chains())
def test_votes_made_anew_on_another_text_do_not_fit(rows: list[tuple[Link, str]]) -> None:
    elsewhere = chain.seal({"ballot": 1, "text": "Wat we doen"})
    assert chain.first_break(elsewhere, rows) == 1
    assert chain.first_break(START, chained([link for link, _hash in rows], elsewhere)) == 1


@given(chains(), st.data())
def test_a_hole_in_the_numbers_is_found_though_every_hash_fits(
    rows: list[tuple[Link, str]], data: st.DataObject
) -> None:
    """As after taking a vote out and computing all that follows anew."""
    place = data.draw(st.integers(0, len(rows) - 1))
    links = [
        replace(link, sequence=link.sequence + (number >= place))
        for number, (link, _hash) in enumerate(rows)
    ]
    assert chain.first_break(START, chained(links)) == place + 1


def test_no_votes_is_a_whole_chain() -> None:
    assert chain.first_break(START, []) is None


# -- one text for one vote -----------------------------------------------------------------------


@given(
    votes,
    st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
    st.integers(-720, 720),
)
def test_the_zone_of_the_moment_does_not_matter(
    facts: dict[str, Any], zone: str, minutes: int
) -> None:
    at = facts["at"]
    here = Link(sequence=1, **facts)
    for there in (ZoneInfo(zone), timezone(timedelta(minutes=minutes))):
        moved = replace(here, at=at.astimezone(there))
        assert moved.canonical() == here.canonical()
        assert chain.next_hash(START, moved) == chain.next_hash(START, here)


def test_both_hours_of_the_night_in_october_stay_apart() -> None:
    """The clock shows 2.30 twice; the chain knows which one it was."""
    amsterdam = ZoneInfo("Europe/Amsterdam")
    first = link(at=datetime(2026, 10, 25, 2, 30, tzinfo=amsterdam))
    second = link(at=datetime(2026, 10, 25, 2, 30, tzinfo=amsterdam, fold=1))
    assert first.canonical() != second.canonical()


def test_a_microsecond_counts_and_whole_seconds_are_written_out() -> None:
    assert '"at":"2026-01-14T16:00:00.000000+00:00"' in link().canonical()
    assert link(at=link().at + timedelta(microseconds=1)).canonical() != link().canonical()


def test_the_canonical_text_is_plain_json_in_one_shape() -> None:
    text = link(reason='Ja: "é" – 100 %\\').canonical()
    assert json.loads(text)["reason"] == 'Ja: "é" – 100 %\\'
    assert "é" in text
    assert list(json.loads(text)) == sorted(NAMES)
    assert chain.canonical_json({"b": 1, "a": 2}) == chain.canonical_json({"a": 2, "b": 1})


@given(votes, votes)
def test_two_votes_never_share_a_text(one: dict[str, Any], two: dict[str, Any]) -> None:
    assume(one != two)
    assert Link(sequence=1, **one).canonical() != Link(sequence=1, **two).canonical()


def test_this_hash_stays_this_hash() -> None:
    """Results that were published once must recompute the same way for ever."""
    assert START == "12e9a1359267c38b34332951b3bed94b21f9c6d95a49f1caa64942f882c4bfc7"
    assert chain.next_hash(START, link()) == (
        "7408f58e44f7d75ef34aec39d67f23a02211c032da3655afdbec1c7be1d2f835"
    )


# -- receipt codes -------------------------------------------------------------------------------


def test_a_code_can_be_read_aloud() -> None:
    assert not set("01OIL") & set(CODE_ALPHABET)
    assert len(set(CODE_ALPHABET)) == len(CODE_ALPHABET)
    assert CODE_ALPHABET.upper() == CODE_ALPHABET


def test_codes_differ_and_use_the_whole_alphabet() -> None:
    codes = {chain.new_receipt_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) == set(CODE_ALPHABET)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_vote_is_left_out_of_its_seal(name: str) -> None:
    assert name in json.loads(link().canonical())
