"""The rotation aid against an independent brute force."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from programme.rotation import MOST_SETS, Candidate, feasible_sets, looked_at

if TYPE_CHECKING:
    from random import Random

SECTORS, THEMES = ("bank", "water", "energie"), ("jongeren", "wonen", "werk", "zorg")


@st.composite
def candidate_lists(draw: st.DrawFn) -> list[Candidate]:
    count = draw(st.integers(0, 8))
    return [
        Candidate(
            key=number,
            name=f"Partner {number}",
            sector=draw(st.sampled_from(SECTORS)),
            themes=draw(st.frozensets(st.sampled_from(THEMES))),
            years_served=draw(st.integers(0, 5)),
            sat_last_year=draw(st.booleans()),
            willing=draw(st.sampled_from([True, True, False, None])),
        )
        for number in range(count)
    ]


def worth(members: tuple[Candidate, ...]) -> tuple[object, ...]:
    """The same order, counted in another way."""
    seen: list[str] = []
    doubled = 0
    for each in members:
        doubled += each.sector in seen
        seen.append(each.sector)
    covered = sum(any(theme in each.themes for each in members) for theme in THEMES)
    average = sum(each.years_served for each in members) * 720_720 // len(members)
    return (doubled, len(THEMES) - covered, average, [each.name for each in members])


@given(candidate_lists(), st.integers(1, 4), st.integers(0, 2), st.integers(1, 6))
def test_the_best_sets_are_those_of_brute_force(
    candidates: list[Candidate], low: int, more: int, best: int
) -> None:
    willing = [each for each in candidates if each.willing]
    every = [
        chosen
        for size in range(1, len(willing) + 1)
        if low <= size <= low + more
        for chosen in combinations(willing, size)
    ]
    expected = sorted(every, key=worth)[:best]
    found = feasible_sets(candidates, low, low + more, best)
    assert [each.members for each in found] == expected


@given(candidate_lists(), st.randoms())
def test_the_order_of_candidates_changes_no_set(
    candidates: list[Candidate], random: Random
) -> None:
    shuffled = list(candidates)
    random.shuffle(shuffled)
    found, again = (
        [{each.key for each in one.members} for one in feasible_sets(rows, 2, 3)]
        for rows in (candidates, shuffled)
    )
    assert found == again


def test_forty_partners_are_bounded() -> None:
    many = [
        Candidate(
            key=number,
            name=f"P{number:02}",
            sector=f"s{number % 14}",
            themes=frozenset({f"t{number % 9}", f"t{number % 5}"}),
            years_served=number % 4,
            willing=True,
        )
        for number in range(40)
    ]
    seen = looked_at(many, 5, 6)
    assert len(seen) == 20
    assert {each.sector for each in seen} == {f"s{number}" for number in range(14)}
    assert sum(1 for size in (5, 6) for _ in combinations(seen, size)) <= MOST_SETS
    sets = feasible_sets(many, 5, 6)
    assert len(sets) == 5
    assert all(each.doubled == 0 for each in sets)


def test_nobody_willing_is_no_set() -> None:
    assert feasible_sets([], 5, 6) == []
    assert feasible_sets([Candidate(1, "A", "bank", willing=False)], 1, 1) == []
