"""A whole case: its parties and lines, and the years and the rate by which it is counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from .effects import ONE, Effect, Level
from .flows import Flow, Kind
from .present import Result, evaluate

NOTHING = Decimal(0)
# What a cautious and a hopeful outcome take of costs; benefits take the level itself.
OPPOSITE = {Level.LOW: Level.HIGH, Level.MID: Level.MID, Level.HIGH: Level.LOW}


class Certainty(StrEnum):
    """What a number rests on; of an effect pro memoria nobody knows a number yet."""

    MEASURED = "measured"
    LITERATURE = "literature"
    EXPERT = "expert"
    PRO_MEMORIA = "pm"


@dataclass(frozen=True)
class Line:
    """One expectation: who pays or gains it, or who gives it to whom (`receiver`).

    `is_effect` says that its quantities count people or cases, called `unit`; else they are euro,
    with effect and price 1. A line pro memoria counts for nothing and is listed under the total.
    """

    party: str
    kind: Kind
    effect: Effect
    text: str = ""
    category: str = ""
    certainty: Certainty = Certainty.EXPERT
    source: str = ""
    receiver: str = ""
    is_effect: bool = False
    unit: str = ""


@dataclass(frozen=True)
class Case:
    """Everything that a result follows from.

    `percent` is the real discount rate a year; years are t = 0 … horizon - 1, with t = 0 the base
    year; all amounts are euro at the prices of `price_year`.
    """

    lines: tuple[Line, ...]
    parties: tuple[str, ...]
    percent: Decimal
    base_year: int
    price_year: int
    horizon: int

    @property
    def rate(self) -> Fraction:
        """The rate as a share: 2.25 % is 9/400."""
        return Fraction(self.percent) / 100

    @property
    def is_indicative(self) -> bool:
        """Whether a counted line rests on something else than measurement."""
        return any(
            line.certainty not in {Certainty.MEASURED, Certainty.PRO_MEMORIA} for line in self.lines
        )


def flows_of(
    case: Case,
    level: Level = Level.MID,
    *,
    effect: Decimal = ONE,
    deadweight: Decimal = NOTHING,
) -> Iterator[Flow]:
    """The amounts per year of every line that counts, for the years of the case.

    At the low level benefits are low and costs high: the cautious outcome; at the high level the
    other way round. Transfers keep their middle value. `effect` multiplies the effect of every
    benefit that counts people or cases, `deadweight` is added to theirs.
    """
    for line in case.lines:
        if line.certainty == Certainty.PRO_MEMORIA:
            continue
        expected, at = line.effect, Level.MID
        if line.kind == Kind.BENEFIT:
            at = level
            if line.is_effect:
                expected = expected.changed(effect=effect, deadweight=deadweight)
        elif line.kind == Kind.COST:
            at = OPPOSITE[level]
        amounts = expected.amounts(at)[: case.horizon]
        yield Flow(line.party, line.kind, amounts, line.category, line.receiver)


def evaluate_case(
    case: Case,
    level: Level = Level.MID,
    *,
    rate: Fraction | None = None,
    effect: Decimal = ONE,
    deadweight: Decimal = NOTHING,
) -> Result:
    """Who gains and who pays by this case, at its own rate unless another one is asked."""
    flows = flows_of(case, level, effect=effect, deadweight=deadweight)
    return evaluate(flows, case.rate if rate is None else rate, parties=case.parties)
