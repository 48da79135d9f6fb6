"""Sharing places: never more than there are, in the order of the answers, one kept for each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.places import Position, Quorum, Request, requests_since, share_places

ZERO = datetime(2026, 9, 23, tzinfo=UTC)
INVITED: Position = (ZERO, 0)


def after(number: int) -> Position:
    return ZERO + timedelta(minutes=number), number


def asked(*organisations: int | None) -> list[Request]:
    """One place each, in this order, by answers 1, 2, 3 …"""
    return [
        Request(number, organisation, after(number))
        for number, organisation in enumerate(organisations, start=1)
    ]


def keep(*organisations: int) -> dict[int, Position]:
    return dict.fromkeys(organisations, INVITED)


# -- what was asked for ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "since"),
    [
        ([], []),
        ([(1, 3)], [1, 1, 1]),
        ([(1, 1), (4, 3)], [1, 4, 4]),
        ([(1, 3), (4, 2)], [1, 1]),
        ([(1, 3), (4, 1), (6, 3)], [1, 6, 6]),
        ([(1, 2), (4, 0), (6, 1)], [6]),
    ],
)
def test_each_place_is_as_old_as_the_answer_that_asked(
    answers: list[tuple[int, int]], since: list[int]
) -> None:
    given_answers = [(after(number), people) for number, people in answers]
    assert requests_since(given_answers) == [after(number) for number in since]


# -- by hand ---------------------------------------------------------------------------------------


def test_without_a_capacity_everybody_comes() -> None:
    places = share_places(asked(1, 1, 2), kept=keep(1, 2, 3), capacity=None)
    assert places == {1: 1, 2: 1, 3: 1}


def test_the_first_comes_first() -> None:
    assert share_places(asked(None, None, None), kept={}, capacity=2) == {1: 1, 2: 1}


def test_a_silent_organisation_keeps_its_place() -> None:
    """Three places, two organisations: the second person of one waits for the other's answer."""
    requests = asked(1, 1, 1)
    assert share_places(requests, kept=keep(1, 2), capacity=3) == {1: 1, 2: 1}
    assert share_places([*requests, Request(9, 2, after(9))], kept=keep(1, 2), capacity=3) == {
        1: 1,
        2: 1,
        9: 1,
    }
    assert share_places(requests, kept=keep(1), capacity=3) == {1: 1, 2: 1, 3: 1}


def test_who_is_invited_later_takes_no_place_away() -> None:
    late = {2: after(5)}
    assert share_places(asked(1, 1), kept={**keep(1), **late}, capacity=2) == {1: 1, 2: 1}


# -- whatever happens ------------------------------------------------------------------------------

requests = st.lists(st.sampled_from([None, 1, 2, 3, 4]), max_size=12).map(lambda o: asked(*o))
kept = st.dictionaries(st.sampled_from([1, 2, 3, 4, 5]), st.integers(0, 12).map(after), max_size=5)
capacities = st.integers(0, 15)


@given(requests, kept, capacities)
def test_never_more_than_there_is_room(
    requests: list[Request], kept: dict[int, Position], capacity: int
) -> None:
    places = share_places(requests, kept=kept, capacity=capacity)
    assert sum(places.values()) <= capacity
    wanted = {request.key for request in requests}
    assert set(places) <= wanted
    assert all(count == 1 for count in places.values())


@given(requests, kept, capacities)
def test_nobody_is_passed_by_somebody_who_asked_later(
    requests: list[Request], kept: dict[int, Position], capacity: int
) -> None:
    """Among requests that no kept place serves; those are the first of their organisation."""
    places = share_places(requests, kept=kept, capacity=capacity)
    seen: set[int] = set()
    plain = []
    for request in requests:
        if request.organisation in kept and request.organisation not in seen:
            seen.add(request.organisation)
        else:
            plain.append(request.key in places)
    assert plain == sorted(plain, reverse=True)


@given(requests, st.sets(st.sampled_from([1, 2, 3, 4, 5])), capacities)
def test_each_organisation_has_its_place_as_long_as_there_are_enough(
    requests: list[Request], organisations: set[int], capacity: int
) -> None:
    places = share_places(requests, kept=keep(*organisations), capacity=capacity)
    if capacity < len(organisations):
        return
    for organisation in organisations:
        ours = [request.key for request in requests if request.organisation == organisation]
        assert not ours or ours[0] in places


@given(requests, kept, capacities, st.sampled_from([None, 1, 2, 5]))
def test_who_asks_later_takes_no_place_away(
    requests: list[Request],
    kept: dict[int, Position],
    capacity: int,
    organisation: int | None,
) -> None:
    before = share_places(requests, kept=kept, capacity=capacity)
    later = [*requests, Request(99, organisation, after(99))]
    assert before.keys() <= share_places(later, kept=kept, capacity=capacity).keys()


@given(requests, kept, capacities, st.data())
def test_who_goes_takes_no_place_along(
    requests: list[Request], kept: dict[int, Position], capacity: int, data: st.DataObject
) -> None:
    """When one place is given back, everybody else keeps what they had."""
    if not requests:
        return
    gone = data.draw(st.sampled_from(requests))
    before = share_places(requests, kept=kept, capacity=capacity)
    left = [request for request in requests if request is not gone]
    now = share_places(left, kept=kept, capacity=capacity)
    others = {key for key in before if key != gone.key}
    if gone.organisation in kept:
        return  # then the next of its organisation takes the kept place
    assert others <= now.keys()


# -- enough seats ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seats", "needed"), [(6, 4), (5, 3), (4, 3), (3, 2), (2, 2), (1, 1), (0, 1)]
)
def test_more_than_half_of_the_seats(seats: int, needed: int) -> None:
    assert Quorum(seats, 0, seats).needed == needed


@pytest.mark.parametrize(
    ("coming", "silent", "is_met", "is_lost"),
    [(4, 0, True, False), (3, 1, False, False), (3, 0, False, True), (0, 3, False, True)],
)
def test_whether_enough_seats_come(coming: int, silent: int, is_met: bool, is_lost: bool) -> None:
    quorum = Quorum(6, coming, silent)
    assert (quorum.is_met, quorum.is_lost) == (is_met, is_lost)
