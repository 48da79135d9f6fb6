"""Arithmetic of a drawing: who pays (to the left) and who gains (to the right), on one scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

# Room beside the bars for a number, in percent of the width.
BESIDE_LEFT: Final = Fraction(11)
BESIDE_RIGHT: Final = Fraction(14)
THOUSANDS_FROM: Final = 10_000


@dataclass(frozen=True)
class Bar:
    """One party: where its two bars stand (percent, as SVG reads it), and the number beside each.

    A number is empty where there is no bar; who neither pays nor gains has a 0 on the right.
    """

    axis: str
    pays_from: str
    pays_width: str
    pays: str
    gains_width: str
    gains_to: str
    gains: str


@dataclass(frozen=True)
class Drawing:
    """The bars in the order of their parties; `per` is what the numbers are counted in, in euro."""

    bars: list[Bar]
    per: int


def draw(rows: Iterable[tuple[Fraction, Fraction]]) -> Drawing:
    """Draw what each party pays and gains, neither below zero."""
    pairs = [(max(pays, Fraction(0)), max(gains, Fraction(0))) for pays, gains in rows]
    most_pays = max((pays for pays, _gains in pairs), default=Fraction(0))
    most_gains = max((gains for _pays, gains in pairs), default=Fraction(0))
    per = 1000 if max(most_pays, most_gains) >= THOUSANDS_FROM else 1
    start = BESIDE_LEFT if most_pays else Fraction(0)
    each = (100 - start - BESIDE_RIGHT) / (most_pays + most_gains or 1)
    axis = start + most_pays * each
    return Drawing(
        [_bar(pays * each, gains * each, axis, (pays, gains), per) for pays, gains in pairs], per
    )


def _bar(
    left: Fraction, right: Fraction, axis: Fraction, amounts: tuple[Fraction, Fraction], per: int
) -> Bar:
    pays, gains = amounts
    return Bar(
        axis=_percent(axis),
        pays_from=_percent(axis - left),
        pays_width=_percent(left),
        pays=number(pays, per) if pays else "",
        gains_width=_percent(right),
        gains_to=_percent(axis + right),
        gains=number(gains, per) if gains or not pays else "",
    )


def number(amount: Fraction, per: int) -> str:
    """A whole number of `per` euro, a half up."""
    return str((amount / per + Fraction(1, 2)).__floor__())


def _percent(value: Fraction) -> str:
    return f"{float(value):.2f}%"
