"""What a reader can work out from the sums that it noted. Exact arithmetic; pure functions.

A sum is the set of its hidden parts: unknown amounts, each of one organisation. A reader who notes
many sums can add and subtract them in every way. An organisation is given away when that leaves
something of it alone: when the sums tell less once its parts are taken out of them. In terms of
linear algebra: when the rank falls.
"""

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

Parts = Mapping[Hashable, int]
Row = dict[Hashable, Fraction]


class Noted:
    """The sums that one reader may have noted; together they give nobody away."""

    def __init__(self) -> None:
        self.sums: list[Parts] = []

    def takes(self, sums: Iterable[Parts]) -> bool:
        """Note these sums as well, all of them, unless that would give an organisation away."""
        found = [*self.sums]
        for each in sums:
            if rank([*found, each]) > len(found):  # else it follows from what is noted
                found.append(each)
        if len(found) > len(self.sums):
            owners = {owner for each in found for owner in each.values()}
            if any(rank(_without(owner, found)) < len(found) for owner in owners):
                return False
        self.sums = found
        return True


def _without(owner: int, sums: Iterable[Parts]) -> list[Parts]:
    return [{part: who for part, who in each.items() if who != owner} for each in sums]


def rank(sums: Iterable[Parts]) -> int:
    """How many of these sums do not follow from the others."""
    basis: list[tuple[Hashable, Row]] = []
    for each in sums:
        row: Row = {part: Fraction(1) for part in each}
        for pivot, other in basis:
            factor = row.get(pivot)
            if factor:
                row = _minus(row, factor, other)
        if row:
            pivot = next(iter(row))
            basis.append((pivot, {part: value / row[pivot] for part, value in row.items()}))
    return len(basis)


def _minus(row: Row, factor: Fraction, other: Row) -> Row:
    found = dict(row)
    for part, value in other.items():
        found[part] = found.get(part, Fraction(0)) - factor * value
    return {part: value for part, value in found.items() if value}
