"""What becomes of a case at another rate, with less effect, with more deadweight.

All from one walk over the lines: its amounts are added up per year, apart for each deadweight.
With f the factor of effects and d the added deadweight,

    NPV(f, d) = benefits in euro - costs + f × Σ worth(w) × (1 - min(1, max(0, w + d)))

with worth(w) the present value of quantity × effect × price of the lines with deadweight w. So it
is linear in f, and linear in d from one deadweight that reaches 1 to the next.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from .case import OPPOSITE, Case, Certainty, Line
from .effects import ONE, Effect, Level
from .flows import Kind
from .present import SUMS, present_value

NOTHING, NONE = Fraction(0), Decimal(0)
RATES: Final = (Decimal(-1), Decimal(0), Decimal(1), Decimal(2))
EFFECTS: Final = (Decimal("0.5"), Decimal("0.8"), ONE, Decimal("1.2"))
DEADWEIGHTS: Final = (Decimal(0), Decimal("0.1"), Decimal("0.2"))


@dataclass(frozen=True)
class Trial:
    """What a case comes to when one thing is otherwise; `is_own` when that is the case itself."""

    value: Decimal
    npv: Fraction
    ratio: Fraction | None
    is_own: bool


@dataclass(frozen=True)
class Sensitivity:
    """The trials, and where benefits and costs are equal.

    `rates` are in percent. `even_effect` is the factor of effects at which the net present value is
    0, `even_deadweight` the least that must be added to deadweight for it; None when there is none.
    """

    rates: tuple[Trial, ...]
    effects: tuple[Trial, ...]
    deadweights: tuple[Trial, ...]
    even_effect: Fraction | None
    even_deadweight: Fraction | None


def sensitivity(case: Case, level: Level = Level.MID) -> Sensitivity:
    """At the rate 0, own - 1, own, own + 1, own + 2; at other effects; with more deadweight."""
    years = _Years(case, level)
    own = _Values(years, case.rate)
    percents = {Decimal(0), *(case.percent + each for each in RATES)}
    return Sensitivity(
        rates=tuple(
            _Values(years, Fraction(each) / 100).trial(each, is_own=each == case.percent)
            for each in sorted(percents)
            if each > -100  # noqa: PLR2004 - nothing is left beyond it
        ),
        effects=tuple(own.trial(each, effect=each, is_own=each == 1) for each in EFFECTS),
        deadweights=tuple(own.trial(each, added=each, is_own=not each) for each in DEADWEIGHTS),
        even_effect=own.even_effect(),
        even_deadweight=own.even_deadweight(),
    )


class _Years:
    """The amounts of all lines per year: costs, benefits in euro, and effects by deadweight."""

    def __init__(self, case: Case, level: Level) -> None:
        self.costs = [Decimal(0)] * case.horizon
        self.gains = [Decimal(0)] * case.horizon
        self.worth: dict[Decimal, list[Decimal]] = {}
        for line in case.lines:
            if line.certainty == Certainty.PRO_MEMORIA or line.kind == Kind.TRANSFER:
                continue
            if line.kind == Kind.COST:
                _add(self.costs, line.effect.amounts(OPPOSITE[level]))
            elif line.is_effect:
                years = self.worth.setdefault(line.effect.deadweight, [Decimal(0)] * case.horizon)
                _add(years, _before_deadweight(line).amounts(level))
            else:
                _add(self.gains, line.effect.amounts(level))


def _before_deadweight(line: Line) -> Effect:
    each = line.effect
    return Effect(each.quantities, each.effect, each.price, spread=each.spread)


def _add(years: list[Decimal], amounts: Iterable[Decimal]) -> None:
    for t, amount in zip(range(len(years)), amounts, strict=False):
        years[t] = SUMS.add(years[t], amount)


class _Values:
    """The same as present values at one rate."""

    def __init__(self, years: _Years, rate: Fraction) -> None:
        self.costs = present_value(years.costs, rate)
        self.gains = present_value(years.gains, rate)
        self.worth = {lost: present_value(amounts, rate) for lost, amounts in years.worth.items()}

    def kept(self, added: Decimal | Fraction) -> Fraction:
        """What the effects bring with so much more deadweight."""
        more = Fraction(added)
        parts = (
            worth * (1 - min(Fraction(1), max(NOTHING, Fraction(lost) + more)))
            for lost, worth in self.worth.items()
        )
        return sum(parts, NOTHING)

    def trial(
        self, value: Decimal, *, effect: Decimal = ONE, added: Decimal = NONE, is_own: bool
    ) -> Trial:
        """What it comes to with another effect or deadweight."""
        benefits = self.gains + Fraction(effect) * self.kept(added)
        ratio = benefits / self.costs if self.costs else None
        return Trial(value, benefits - self.costs, ratio, is_own)

    def even_effect(self) -> Fraction | None:
        """(costs - benefits in euro) / benefits of effects, when that is no negative factor."""
        kept = self.kept(Decimal(0))
        found = (self.costs - self.gains) / kept if kept else None
        return found if found is not None and found >= 0 else None

    def even_deadweight(self) -> Fraction | None:
        """The first root, looked for between the points where a deadweight reaches 1."""
        bends = {Fraction(1 - lost) for lost in self.worth} | {Fraction(1)}
        points = [NOTHING, *sorted(each for each in bends if 0 < each <= 1)]
        return _first_root(points, [self._npv(each) for each in points])

    def _npv(self, added: Fraction) -> Fraction:
        return self.gains - self.costs + self.kept(added)


def _first_root(points: Sequence[Fraction], values: Sequence[Fraction]) -> Fraction | None:
    """Of a function that is linear between the points."""
    for number, (point, value) in enumerate(zip(points, values, strict=True)):
        if value == 0:
            return point
        if number + 1 < len(points) and value * values[number + 1] < 0:
            end, reached = points[number + 1], values[number + 1]
            return point + (end - point) * value / (value - reached)
    return None
