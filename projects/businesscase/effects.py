"""What somebody expects, in numbers: quantity × effect × price × (1 - deadweight), per year."""

from dataclasses import dataclass, replace
from decimal import Context, Decimal, Inexact
from enum import StrEnum

# Products of five typed numbers stay exact; an inexact one would be a fault, so it raises.
EXACT = Context(prec=200, traps=[Inexact])
ONE = Decimal(1)


class Level(StrEnum):
    """Which of the three values of an expectation counts."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


@dataclass(frozen=True)
class Spread:
    """How far the low and the high value lie from the middle one, as shares of it (0.8 and 1.2)."""

    low: Decimal = ONE
    high: Decimal = ONE

    def at(self, level: Level) -> Decimal:
        """What the middle value is multiplied with."""
        return {Level.LOW: self.low, Level.MID: ONE, Level.HIGH: self.high}[level]


@dataclass(frozen=True)
class Effect:
    """So many people or cases a year, of whom a share changes something that has a price.

    `deadweight` is the share that would have happened without the project as well. `quantities`
    are per year, from the base year on.
    """

    quantities: tuple[Decimal, ...]
    effect: Decimal = ONE
    price: Decimal = ONE
    deadweight: Decimal = Decimal(0)
    spread: Spread = Spread()

    def amounts(self, level: Level = Level.MID) -> tuple[Decimal, ...]:
        """Euro per year, not rounded."""
        kept = EXACT.subtract(ONE, self.deadweight)
        each = EXACT.multiply(EXACT.multiply(self.effect, self.price), kept)
        each = EXACT.multiply(each, self.spread.at(level))
        return tuple(EXACT.multiply(quantity, each) for quantity in self.quantities)

    def changed(self, *, effect: Decimal = ONE, deadweight: Decimal = Decimal(0)) -> "Effect":
        """The same with `effect` times the effect, and `deadweight` added; never above all."""
        return replace(
            self,
            effect=EXACT.multiply(self.effect, effect),
            deadweight=min(ONE, max(Decimal(0), EXACT.add(self.deadweight, deadweight))),
        )
