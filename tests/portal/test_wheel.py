"""The wheel of the Kompas: parts that fit, whatever the number of clauses."""

from __future__ import annotations

import re
from math import atan2, degrees, hypot, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.portal.wheel import GAP, HARD, SOFT, Part, wheel

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def corners(path: str) -> list[tuple[float, float]]:
    """The four corners of a part, as they stand in its path."""
    points = re.findall(r"M(\S+) (\S+)A\S+ \S+ 0 [01] 1 (\S+) (\S+)L(\S+) (\S+)A", path)[0]
    end = re.findall(r"0 [01] 0 (\S+) (\S+)Z", path)[0]
    numbers = [float(each) for each in (*points, *end)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def polar(x: float, y: float) -> tuple[float, float]:
    """Degrees from the top, clockwise, and the distance to the centre."""
    return degrees(atan2(x - 160, 160 - y)) % 360, hypot(x - 160, y - 160)


def test_eight_clauses_are_drawn_as_designed() -> None:
    first = wheel([(number, "met") for number in range(1, 9)])[0]
    assert first == Part(
        number=1,
        kind="met",
        soft="M108.8 28.6A141 141 0 0 1 211.2 28.6L183.2 100.4A64 64 0 0 0 136.8 100.4Z",
        hard="M104.4 17.5A153 153 0 0 1 215.6 17.5L212.7 24.9A145 145 0 0 0 107.3 24.9Z",
        icon_x="147.0",
        icon_y="28.0",
        text_x="160.0",
        text_y="80.0",
    )


@pytest.mark.parametrize("count", range(3, 13))
def test_the_parts_go_around_once_with_the_same_gap(count: int) -> None:
    parts = wheel([(number, "open") for number in range(1, count + 1)])
    assert [part.number for part in parts] == list(range(1, count + 1))
    width = 360 / count
    for place, part in enumerate(parts):
        for path, (inner, outer) in ((part.soft, SOFT), (part.hard, HARD)):
            wanted = [
                ((place - 0.5) * width + GAP, outer),
                ((place + 0.5) * width - GAP, outer),
                ((place + 0.5) * width - GAP, inner),
                ((place - 0.5) * width + GAP, inner),
            ]
            for point, (angle, radius) in zip(corners(path), wanted, strict=True):
                found_angle, found_radius = polar(*point)
                assert abs((found_angle - angle + 180) % 360 - 180) < 0.15
                assert isclose(found_radius, radius, abs_tol=0.1)


@given(st.lists(st.sampled_from(["met", "track", "warn", "fail", "open"]), max_size=40))
def test_everything_stays_inside_the_drawing(kinds: list[str]) -> None:
    parts = wheel(list(enumerate(kinds, start=1)))
    assert [part.kind for part in parts] == kinds
    for part in parts:
        placed = (part.icon_x, part.icon_y, part.text_x, part.text_y)
        for text in (part.soft, part.hard, *placed):
            assert all(0 <= float(each) <= 320 for each in NUMBER.findall(text))
            assert "nan" not in text


@pytest.mark.parametrize(("count", "is_large"), [(1, True), (2, False), (3, False)])
def test_a_part_of_more_than_half_takes_the_long_way(count: int, is_large: bool) -> None:
    part = wheel([(number, "met") for number in range(count)])[0]
    assert f"A141 141 0 {int(is_large)} 1" in part.soft


def test_no_clauses_no_parts() -> None:
    assert wheel([]) == []
