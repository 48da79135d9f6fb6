"""Counting back to the base year, exactly: fractions until the moment of showing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from itertools import accumulate

from .flows import Flow, Kind

NOTHING, ZERO = Fraction(0), Decimal(0)
# Sums of typed numbers stay exact; an inexact one would be a fault, so it raises.
SUMS = Context(prec=2000, traps=[Inexact])


@dataclass(frozen=True)
class PartyResult:
    """What a project costs and brings one party, as present value in euro.

    `transfers` is what it gets from other parties minus what it gives them. A share is a part of
    the total, and None when that total is 0.
    """

    pv_costs: Fraction
    pv_benefits: Fraction
    transfers: Fraction
    share_costs: Fraction | None
    share_benefits: Fraction | None

    @property
    def balance(self) -> Fraction:
        """What remains for this party."""
        return self.pv_benefits - self.pv_costs + self.transfers


@dataclass(frozen=True)
class Result:
    """The parties in the order in which they were named, and the total without transfers.

    `payback` is the first year (t) from which the cumulated discounted balance stays at 0 or more.
    """

    parties: Mapping[str, PartyResult]
    pv_costs: Fraction
    pv_benefits: Fraction
    payback: int | None

    @property
    def npv(self) -> Fraction:
        """The net present value: all benefits minus all costs."""
        return self.pv_benefits - self.pv_costs

    @property
    def ratio(self) -> Fraction | None:
        """Benefits per euro of costs; without costs there is none."""
        return self.pv_benefits / self.pv_costs if self.pv_costs else None


def discounted(amounts: Iterable[Fraction], rate: Fraction) -> list[Fraction]:
    """Each amount in the value of the base year: a(t) / (1 + r)^t, with t = 0 the base year.

    `rate` is a share per year, so 2.25 % is 0.0225; it lies above -1.
    """
    if rate <= -1:
        msg = f"a rate of {rate} a year leaves nothing"
        raise ValueError(msg)
    return [amount / (1 + rate) ** t for t, amount in enumerate(amounts)]


def evaluate(flows: Iterable[Flow], rate: Fraction, *, parties: Iterable[str] = ()) -> Result:
    """Who gains and who pays. `parties` are there also when no flow names them, and go first."""
    sums: dict[str, dict[str, list[Decimal]]] = {name: defaultdict(list) for name in parties}
    for flow in flows:
        for party, column, sign in _sides(flow):
            _add(sums.setdefault(party, defaultdict(list))[column], flow.amounts, sign)
    values = {
        party: {column: present_value(years, rate) for column, years in columns.items()}
        for party, columns in sums.items()
    }
    costs = sum((each.get("costs", NOTHING) for each in values.values()), NOTHING)
    benefits = sum((each.get("benefits", NOTHING) for each in values.values()), NOTHING)
    return Result(
        parties={party: _result(each, costs, benefits) for party, each in values.items()},
        pv_costs=costs,
        pv_benefits=benefits,
        payback=_payback(sums.values(), rate),
    )


def _sides(flow: Flow) -> list[tuple[str, str, int]]:
    """Whose sums a flow goes into, and with which sign."""
    if flow.kind == Kind.TRANSFER:
        return [(flow.party, "transfers", -1), (flow.receiver, "transfers", 1)]
    return [(flow.party, "costs" if flow.kind == Kind.COST else "benefits", 1)]


def _add(years: list[Decimal], amounts: Sequence[Decimal], sign: int) -> None:
    years.extend([ZERO] * (len(amounts) - len(years)))
    put = SUMS.add if sign > 0 else SUMS.subtract
    for t, amount in enumerate(amounts):
        years[t] = put(years[t], amount)


def present_value(years: Sequence[Decimal], rate: Fraction) -> Fraction:
    """All amounts together in the value of the base year."""
    return sum(discounted(map(Fraction, years), rate), NOTHING)


def _result(
    values: Mapping[str, Fraction], all_costs: Fraction, all_benefits: Fraction
) -> PartyResult:
    costs, benefits = values.get("costs", NOTHING), values.get("benefits", NOTHING)
    return PartyResult(
        pv_costs=costs,
        pv_benefits=benefits,
        transfers=values.get("transfers", NOTHING),
        share_costs=costs / all_costs if all_costs else None,
        share_benefits=benefits / all_benefits if all_benefits else None,
    )


def _payback(sums: Iterable[Mapping[str, Sequence[Decimal]]], rate: Fraction) -> int | None:
    balances = [ZERO]
    for columns in sums:
        for column, sign in (("benefits", 1), ("costs", -1)):
            _add(balances, columns.get(column, ()), sign)
    found = None
    for t, reached in enumerate(accumulate(discounted(map(Fraction, balances), rate))):
        if reached < 0:
            found = None
        elif found is None:
            found = t
    return found
