"""Arithmetic of a drawing: projects on a circle, and the links between them. No Django.

The drawing is 360 by 360. All results are text with one decimal, ready for SVG.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]
MIDDLE = 180.0
RING = 140.0
LARGEST, SMALLEST = 22.0, 11.0
BASELINE = 0.36  # of the radius: how far under the middle of its disc a number stands
BEND, SPREAD = 0.18, 26.0


@dataclass(frozen=True)
class Node:
    """A project: its number, and where its disc stands."""

    number: int
    x: str
    y: str
    radius: str
    text_y: str


@dataclass(frozen=True)
class Line:
    """A link as a curve from the edge of one disc to that of another."""

    kind: str
    path: str


def nodes_on(count: int) -> list[Node]:
    """So many projects, the first at the top, clockwise; two stand beside each other."""
    radius = _radius(count)
    return [
        Node(
            number + 1,
            *_texts(*_place(number, count)),
            f"{radius:.1f}",
            f"{_place(number, count)[1] + radius * BASELINE:.1f}",
        )
        for number in range(count)
    ]


def lines_between(count: int, links: Sequence[tuple[int, int, str]]) -> list[Line]:
    """Links given as (place, place, kind), places counted from 0. Links of one pair fan out."""
    seen: dict[frozenset[int], int] = defaultdict(int)
    found = []
    for begin, end, kind in links:
        turn = seen[frozenset((begin, end))]
        seen[frozenset((begin, end))] += 1
        found.append(Line(kind, _curve(_place(begin, count), _place(end, count), turn, count)))
    return found


def _radius(count: int) -> float:
    between = pi * RING / max(count, 1)
    return max(min(LARGEST, between * 0.6), SMALLEST)


def _place(number: int, count: int) -> Point:
    quarter = pi / 2 if count == len("AB") else 0.0
    angle = 2 * pi * number / max(count, 1) - quarter
    return MIDDLE + RING * sin(angle), MIDDLE - RING * cos(angle)


def _curve(begin: Point, end: Point, turn: int, count: int) -> str:
    """Bent towards the middle, each further one of a pair a little more to one side."""
    middle = ((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2)
    across = (end[1] - begin[1], begin[0] - end[0])
    length = hypot(*across) or 1.0
    side = SPREAD * (turn + 1) // 2 * (-1 if turn % 2 else 1)
    side = side if begin <= end else -side
    bend = (
        middle[0] + (MIDDLE - middle[0]) * BEND + across[0] / length * side,
        middle[1] + (MIDDLE - middle[1]) * BEND + across[1] / length * side,
    )
    edge = _radius(count) + 3
    first, last = _towards(begin, bend, edge), _towards(end, bend, edge)
    return "M{} {}Q{} {} {} {}".format(*_texts(*first), *_texts(*bend), *_texts(*last))


def _towards(
    point: tuple[float, float], goal: tuple[float, float], by: float
) -> tuple[float, float]:
    length = hypot(goal[0] - point[0], goal[1] - point[1]) or 1.0
    share = by / length
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share


def _texts(x: float, y: float) -> tuple[str, str]:
    return f"{x:.1f}", f"{y:.1f}"
