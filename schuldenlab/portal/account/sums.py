"""Which sums of money everybody may read, so that no partner is given away. Pure functions.

The rules are those of the money of a phase (`funding.sight`, decision 24), for a reader who keeps
every account that was published and who may work for any of the funders: a sum hides at least two
organisations besides the reader's, three besides the reader's give to it, and together with all
sums that were said before no organisation can be isolated.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Final

from funding.inference import Noted
from funding.sight import FEWEST_BESIDES, FEWEST_HIDDEN

Sum = dict[Hashable, int]  # the hidden parts of a sum, each with its organisation
ENOUGH_ALIKE: Final = 4  # of organisations that stand in the same sums more tell nothing more


def may_be_said(
    asked: Sequence[Sum], givers: Collection[Collection[int]], said: Iterable[Sum]
) -> bool:
    """Whether these sums together may be said to everybody, after those that were said before.

    `givers` are the organisations of each asked sum, also those whose amounts are open.
    """
    before = [each for each in said if each]
    shown = [each for each in asked if each]
    if not shown:
        return True
    few = _alike([*before, *shown])
    readers: set[int | None] = {None, *few}
    return all(_tells_nothing(reader, few, asked, givers, before) for reader in readers)


def _alike(sums: Sequence[Sum]) -> set[int]:
    """Of organisations whose parts stand in exactly the same sums a few stand for all."""
    where: dict[int, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, each in enumerate(sums):
        for part, owner in each.items():
            where[owner][part].append(number)
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for owner, parts in where.items():
        pattern = tuple(sorted(tuple(numbers) for numbers in parts.values()))
        alike[pattern].append(owner)
    return {owner for owners in alike.values() for owner in sorted(owners)[:ENOUGH_ALIKE]}


def _tells_nothing(
    reader: int | None,
    few: set[int],
    asked: Sequence[Sum],
    givers: Collection[Collection[int]],
    before: Sequence[Sum],
) -> bool:
    for each, gave in zip(asked, givers, strict=True):
        unknown = set(each.values()) - {reader}
        if each and (len(unknown) < FEWEST_HIDDEN or len(set(gave) - {reader}) < FEWEST_BESIDES):
            return False
    noted = Noted()
    for each in before:
        noted.takes([_known(each, reader, few)])
    return noted.takes([_known(each, reader, few) for each in asked])


def _known(each: Sum, reader: int | None, few: set[int]) -> Sum:
    """A sum without the parts of the reader, and with a few of those that are all alike."""
    return {part: owner for part, owner in each.items() if owner != reader and owner in few}
