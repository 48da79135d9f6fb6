"""The bar of a category: what arrived, what is certain, what is still missing. Pure functions.

What is offered or waits for a condition stands behind it, hatched, and never fills what is missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from funding.budget import Line
from funding.cover import NOTHING
from funding.thermometer import percent, written


@dataclass(frozen=True)
class Piece:
    """A part of a bar at its place, in percent: `kind` names what it stands for."""

    kind: str
    amount: Decimal
    x: str
    width: str
    end: str


@dataclass(frozen=True)
class Bar:
    """The pieces from the left, and where the need lies when the bar goes on beyond it."""

    pieces: Sequence[Piece]
    tick: str


def bar_of(line: Line) -> Bar | None:
    """How far a category is; nothing to draw when nothing is needed and nothing is there."""
    coming = line.coming + min(NOTHING, line.carried)  # what went out goes off the end
    amounts = [
        ("arrived", line.delivered + min(NOTHING, coming)),
        ("coming", max(NOTHING, coming)),
        ("carried", max(NOTHING, line.carried)),
        ("gap", line.gap),
        ("unsure", line.unsure),
    ]
    drawn = [(kind, amount) for kind, amount in amounts if amount > 0]
    whole = sum((amount for _kind, amount in drawn), NOTHING)
    if not whole:
        return None
    pieces, before = [], NOTHING
    for kind, amount in drawn:
        x, width = percent(before, whole), percent(amount, whole)
        before += amount
        pieces.append(Piece(kind, amount, written(x), written(width), written(x + width)))
    is_beyond = 0 < line.needed < whole
    return Bar(pieces, written(percent(line.needed, whole)) if is_beyond else "")
