"""Which partners could form a raad: feasible sets, with the figures to choose by. Never a choice.

Pure arithmetic: no database, no clock, no words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import nsmallest
from itertools import combinations
from math import comb

MOST_SETS = 60_000  # looked at in a quarter of a second
BEST = 5


@dataclass(frozen=True)
class Candidate:
    """A partner, and what counts for a seat. `willing` is None when it did not say."""

    key: int
    name: str
    sector: str
    themes: frozenset[str] = frozenset()
    years_served: int = 0
    sat_last_year: bool = False
    willing: bool | None = None

    @property
    def theme_names(self) -> str:
        """Its themes in one line, by name."""
        return ", ".join(sorted(self.themes))


@dataclass(frozen=True)
class Set:
    """Partners that could sit together, in the order in which they were given."""

    members: tuple[Candidate, ...]

    @property
    def sectors(self) -> int:
        """How many sectors are in it."""
        return len({each.sector for each in self.members})

    @property
    def doubled(self) -> int:
        """How many seats have a sector that another seat has already."""
        return len(self.members) - self.sectors

    @property
    def themes(self) -> frozenset[str]:
        """The themes of which at least one of them is ambassador."""
        return frozenset().union(*(each.themes for each in self.members))

    @property
    def years(self) -> int:
        """Years in a raad of all of them together."""
        return sum(each.years_served for each in self.members)

    @property
    def staying(self) -> int:
        """How many sat in last year's raad."""
        return sum(each.sat_last_year for each in self.members)

    @property
    def order(self) -> tuple[int, int, Fraction, tuple[str, ...]]:
        """Mixed sectors first, then more themes, then fewer years served per seat, then names."""
        names = tuple(sorted(each.name for each in self.members))
        return (self.doubled, -len(self.themes), Fraction(self.years, len(self.members)), names)


def feasible_sets(
    candidates: Sequence[Candidate], low: int, high: int, best: int = BEST
) -> list[Set]:
    """The first `best` sets of `low` to `high` willing candidates, in the order of `Set.order`.

    All sets are looked at as long as there are at most `MOST_SETS`. With more candidates only
    those of `looked_at` take part: for five or six seats that are 20.
    """
    members = looked_at(candidates, low, high)
    return [Set(chosen) for chosen in nsmallest(best, _sets(members, low, high), key=_order)]


def looked_at(candidates: Sequence[Candidate], low: int, high: int) -> list[Candidate]:
    """The willing candidates whose sets can all be looked at, in the order as given.

    If that are too many, sectors give one in turn: first who is ambassador of most themes, and of
    those who served the fewest years.
    """
    willing = [each for each in candidates if each.willing]
    most = _most_candidates(low, high)
    if len(willing) <= most:
        return willing
    by_sector: dict[str, list[Candidate]] = {}
    for each in sorted(willing, key=lambda one: (-len(one.themes), one.years_served, one.name)):
        by_sector.setdefault(each.sector, []).append(each)
    in_turn = [
        (turn, sector, each.key)
        for sector, rows in by_sector.items()
        for turn, each in enumerate(rows)
    ]
    kept = {key for _turn, _sector, key in sorted(in_turn)[:most]}
    return [each for each in willing if each.key in kept]


def _most_candidates(low: int, high: int) -> int:
    """The most candidates of which there are no more than `MOST_SETS` sets."""
    count = high
    while sum(comb(count + 1, size) for size in range(low, high + 1)) <= MOST_SETS:
        count += 1
    return count


def _sets(members: Sequence[Candidate], low: int, high: int) -> Iterator[tuple[Candidate, ...]]:
    for size in range(low, high + 1):
        yield from combinations(members, size)


def _order(chosen: tuple[Candidate, ...]) -> tuple[int, int, Fraction, tuple[str, ...]]:
    return Set(chosen).order
