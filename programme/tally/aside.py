"""When stepping aside gives way to disclosure: fewer than three seats would be left to decide."""

from collections.abc import Collection, Hashable
from collections.abc import Set as AbstractSet
from typing import TypeVar

Seat = TypeVar("Seat", bound=Hashable)

FEWEST_SEATS = 3


def may_step_aside(seats: Collection[Seat], aside: Collection[Seat]) -> bool:
    """Whether at least three of `seats` remain when those in `aside` do not count."""
    return len(set(seats) - set(aside)) >= FEWEST_SEATS


def step_aside(
    seats: AbstractSet[Seat], chosen: AbstractSet[Seat], paid: AbstractSet[Seat]
) -> tuple[AbstractSet[Seat], AbstractSet[Seat]]:
    """Which paid seats step aside besides those that chose to, and which only disclose it.

    Where fewer than three seats would remain, all that are paid vote, and their interest is
    disclosed.
    """
    new = (paid & seats) - chosen
    if may_step_aside(seats, chosen | new):
        return new, frozenset()
    return frozenset(), new
