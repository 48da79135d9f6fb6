"""A neutral opening bid: how an amount may be shared. Pure functions; exact, in whole cents.

Three keys: everybody the same, by what each gains, and by what each gains without anybody paying
more than that. Whoever has a fixed share pays that; nobody pays less than its minimum. What is left
over in cents goes to whoever lost the most of a cent by rounding down (the method of the largest
remainder), of equals to whoever stands first. It is a proposal, never an invoice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from math import floor

CENTS = 100
NOTHING = Fraction(0)


class Key(StrEnum):
    """By what an amount is shared."""

    EQUAL = "equal"
    BENEFIT = "benefit"
    CAPPED = "capped"


class Unshareable(Exception):  # noqa: N818 - it is an answer, not a fault
    """The wishes do not fit the amount; `short` says by how much."""

    def __init__(self, short: Decimal) -> None:
        super().__init__(f"fixed shares and minimums are {short} more than the amount")
        self.short = short


@dataclass(frozen=True)
class Sharer:
    """Who takes part: what it gains (present value, not negative), and what was agreed about it.

    A `fixed` share is paid whatever the key says. A `minimum` goes before the cap of the key.
    """

    party: str
    benefit: Fraction = NOTHING
    minimum: Decimal = Decimal(0)
    fixed: Decimal | None = None


@dataclass(frozen=True)
class Proposal:
    """What each party would pay, and what nobody pays: the key reached every cap, or no benefit."""

    shares: dict[str, Decimal]
    unshared: Decimal


def propose(total: Decimal, sharers: Sequence[Sharer], key: Key) -> Proposal:
    """Share `total` (euro, whole cents). Raises `Unshareable` when what was agreed is more.

    The shares and what is unshared are exactly `total` together.
    """
    wanted = _cents(total)
    fixed = {each.party: _cents(each.fixed) for each in sharers if each.fixed is not None}
    free = [each for each in sharers if each.fixed is None]
    lows = [_cents(each.minimum) for each in free]
    rest = wanted - sum(fixed.values())
    if rest < sum(lows):
        raise Unshareable(_euro(sum(lows) - rest))
    highs = [_highest(each, low, rest, key) for each, low in zip(free, lows, strict=True)]
    weights = [Fraction(1) if key == Key.EQUAL else each.benefit for each in free]
    exact = _between(rest, weights, lows, highs)
    whole = _in_cents(exact)
    shares = {each.party: cents for each, cents in zip(free, whole, strict=True)}
    paid = {each.party: {**shares, **fixed}[each.party] for each in sharers}
    return Proposal(
        {party: _euro(cents) for party, cents in paid.items()},
        _euro(wanted - sum(paid.values())),
    )


def payback(share: Decimal, benefits: Iterable[Fraction]) -> int | None:
    """The first year (t) from which what a party gained, discounted, stays at its share or more."""
    found, paid = None, Fraction(share)
    for t, gained in enumerate(accumulate(benefits)):
        if gained < paid:
            found = None
        elif found is None:
            found = t
    return found


def _highest(sharer: Sharer, low: int, rest: int, key: Key) -> int:
    """The most that a party pays, in cents; never less than its minimum."""
    if key != Key.CAPPED:
        return max(low, rest)
    return max(low, floor(sharer.benefit * CENTS))


def _between(
    rest: int, weights: Sequence[Fraction], lows: Sequence[int], highs: Sequence[int]
) -> list[Fraction]:
    """In proportion to the weights, each between its bounds; `rest` together if the bounds allow.

    What somebody would pay grows with one rate for all. Between two rates at which a bound is
    reached the sum grows evenly, so the rate at which it is `rest` follows from those two.
    """
    bounds = list(zip(weights, lows, highs, strict=True))

    def paid(rate: Fraction) -> list[Fraction]:
        return [
            min(max(rate * weight, Fraction(low)), Fraction(high)) for weight, low, high in bounds
        ]

    turns = {NOTHING}
    for weight, low, high in bounds:
        if weight > 0:
            turns |= {Fraction(low) / weight, Fraction(high) / weight}
    before = NOTHING
    for turn in sorted(turns):
        reached = sum(paid(turn), NOTHING)
        if reached >= rest:
            start = sum(paid(before), NOTHING)
            part = (rest - start) / (reached - start) if reached > start else NOTHING
            return paid(before + (turn - before) * part)
        before = turn
    return paid(before)


def _in_cents(exact: Sequence[Fraction]) -> list[int]:
    """Whole cents with the same sum, rounded down to a cent, by the largest remainder."""
    whole = [floor(each) for each in exact]
    left = floor(sum(exact, NOTHING)) - sum(whole)
    by_loss = sorted(range(len(exact)), key=lambda place: (whole[place] - exact[place], place))
    for place in by_loss[:left]:
        whole[place] += 1
    return whole


def _cents(amount: Decimal) -> int:
    cents = amount * CENTS
    if cents != cents.to_integral_value() or cents < 0:
        msg = f"{amount} is no amount in whole cents"
        raise ValueError(msg)
    return int(cents)


def _euro(cents: int) -> Decimal:
    return Decimal(cents) / CENTS
