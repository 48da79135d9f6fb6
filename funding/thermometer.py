"""The tube of a thermometer: what is certain, then what waits, on the way to what is needed.

Pure functions: amounts in, percentages as a drawing writes them out. It draws what a reader sees
(`View`) and nothing else; of amounts that are hidden only their sum, where that is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from funding.cover import NOTHING
from funding.sight import View

HUNDRED = Decimal(100)
FEWEST_PERCENT = 4  # a letter needs this much room


@dataclass(frozen=True)
class Part:
    """An amount to draw: `kind` is cash, in_kind, others or conditional; hidden ones no letter."""

    kind: str
    value: Decimal
    letter: str = ""


@dataclass(frozen=True)
class Segment:
    """A part at its place: where it begins, how wide it is, its middle and its end, in percent."""

    kind: str
    letter: str
    x: str
    width: str
    middle: str
    end: str


def parts_to_draw(view: View, seen: Iterable[Part]) -> list[Part]:
    """Cash first, then in kind, then what waits: each seen one, and the rest of a shown sum.

    Nothing without a sum: who may not know how much is certain gets no drawing.
    """
    if view.firm is None:
        return []
    rows = [each for each in seen if each.value > 0]
    sums = {"cash": view.cash, "in_kind": view.in_kind}
    drawn: list[Part] = []
    for kind, total in sums.items():
        mine = [each for each in rows if each.kind == kind]
        drawn += mine
        if total is not None:
            drawn.append(Part(kind, total - _sum(mine)))
    drawn.append(Part("others", view.firm - _sum(drawn)))
    if view.conditional is not None:
        waiting = [each for each in rows if each.kind == "conditional"]
        drawn += waiting
        drawn.append(Part("conditional", view.conditional - _sum(waiting)))
    return [each for each in drawn if each.value > 0]


def whole_of(view: View, parts: Iterable[Part]) -> Decimal:
    """How much the whole tube stands for: the need, or all that is drawn if that is more."""
    return max(view.terms.total, _sum(parts))


def segments(parts: Iterable[Part], whole: Decimal) -> list[Segment]:
    """One after the other from the left."""
    found, before = [], NOTHING
    for each in parts:
        x, width = percent(before, whole), percent(each.value, whole)
        before += each.value
        found.append(
            Segment(
                each.kind,
                each.letter if width >= FEWEST_PERCENT else "",
                written(x),
                written(width),
                written(x + width / 2),
                written(x + width),
            )
        )
    return found


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """How much of the whole a part is."""
    return part / whole * HUNDRED


def written(value: Decimal) -> str:
    """As a drawing writes it, in every language with a point."""
    return f"{value:.2f}%"


def _sum(parts: Iterable[Part]) -> Decimal:
    return sum((each.value for each in parts), NOTHING)
