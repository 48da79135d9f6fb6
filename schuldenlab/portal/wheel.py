"""The drawing of the Kompas: one part of a ring per clause. Pure arithmetic, no Django.

The drawing is 320 by 320 with its centre at (160, 160). Angles are in degrees from the top,
clockwise; all results are text with one decimal, ready for SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

CENTRE = 160.0
GAP = 1.2  # degrees of white on both sides of a part
SOFT = (64.0, 141.0)  # inner and outer radius of the pale part
HARD = (145.0, 153.0)  # and of the band of strong colour around it
ICON_RADIUS, ICON_SIZE = 119.0, 26.0
NUMBER_RADIUS, BASELINE = 86.0, 6.0
HALF_TURN = 180.0


@dataclass(frozen=True)
class Part:
    """One clause in the wheel: its two shapes, and where its icon and its number stand."""

    number: int
    kind: str
    soft: str
    hard: str
    icon_x: str
    icon_y: str
    text_x: str
    text_y: str


def wheel(clauses: Sequence[tuple[int, str]]) -> list[Part]:
    """Parts for clauses given as (number, kind), the first one around the top.

    Three to twelve clauses read well; any other number from one is drawn without a fault.
    """
    width = 360 / len(clauses) if clauses else 0.0
    return [
        _part(number, kind, place * width, width) for place, (number, kind) in enumerate(clauses)
    ]


def _part(number: int, kind: str, middle: float, width: float) -> Part:
    begin, end = middle - width / 2 + GAP, middle + width / 2 - GAP
    icon_x, icon_y = _point(middle, ICON_RADIUS)
    text_x, text_y = _point(middle, NUMBER_RADIUS)
    return Part(
        number=number,
        kind=kind,
        soft=_ring(begin, end, *SOFT),
        hard=_ring(begin, end, *HARD),
        icon_x=_text(icon_x - ICON_SIZE / 2),
        icon_y=_text(icon_y - ICON_SIZE / 2),
        text_x=_text(text_x),
        text_y=_text(text_y + BASELINE),
    )


def _ring(begin: float, end: float, inner: float, outer: float) -> str:
    """The path of a part of a ring: along the outer edge, and back along the inner one."""
    is_large = int(end - begin > HALF_TURN)
    corners = [(begin, outer), (end, outer), (end, inner), (begin, inner)]
    a, b, c, d = (" ".join(map(_text, _point(angle, radius))) for angle, radius in corners)
    return (
        f"M{a}A{outer:g} {outer:g} 0 {is_large} 1 {b}L{c}A{inner:g} {inner:g} 0 {is_large} 0 {d}Z"
    )


def _point(angle: float, radius: float) -> tuple[float, float]:
    turn = radians(angle)
    return CENTRE + radius * sin(turn), CENTRE - radius * cos(turn)


def _text(value: float) -> str:
    return f"{value:.1f}"
