"""What a year needs, has and misses in one category. Pure functions; amounts are exact, in euro.

The rule of what counts is that of `funding/cover.py`, per year: a pledge that is firm and waits for
nothing counts for what it gives that year; of one that was withdrawn only what arrived for it.
What was pledged to a phase counts for *projects*, is for that phase and for nothing else: it is
never too much. Something in kind cannot wait for another year, so only cash is carried over.
`funding/migrations/_budget.py` says the same in SQL, and a test holds the two beside each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from funding.cover import NOTHING

# How a part of a pledge counts: certain (in cash or in kind), or not yet.
FIRM, WAITS, OFFERED = "firm", "waits", "offered"


AMOUNTS = (
    *("cash", "in_kind", "delivered", "conditional", "offered", "carried_in", "carried_out"),
    *("for_phases", "phase_cash"),
)


@dataclass(frozen=True)
class Gift:
    """What one organisation gives to a category in a year, of one kind, summed in the database.

    `delivered` is the part of it that arrived; `to_phase` says that it is for a phase. With
    `organisation_id` 0 it is of all organisations together.
    """

    year: int
    category: str
    organisation_id: int
    is_cash: bool
    state: str
    amount: Decimal = NOTHING
    delivered: Decimal = NOTHING
    to_phase: bool = False


@dataclass(frozen=True)
class Need:
    """What the programme of a year asks; a concept while no programmaraad adopted it."""

    amount: Decimal
    is_concept: bool = False


@dataclass(frozen=True)
class Line:
    """One category in one year. `need` is None as long as nothing is decided.

    `conditional` and `offered` do not count; `carried_in` came from the year before and
    `carried_out` went to the year after. `for_phases` is the part of what is certain that is for
    phases, and `phase_cash` the cash in that.
    """

    year: int
    category: str
    need: Need | None = None
    cash: Decimal = NOTHING
    in_kind: Decimal = NOTHING
    delivered: Decimal = NOTHING
    conditional: Decimal = NOTHING
    offered: Decimal = NOTHING
    carried_in: Decimal = NOTHING
    carried_out: Decimal = NOTHING
    for_phases: Decimal = NOTHING
    phase_cash: Decimal = NOTHING

    @property
    def firm(self) -> Decimal:
        """What is certain, in cash and in kind."""
        return self.cash + self.in_kind

    @property
    def coming(self) -> Decimal:
        """What is certain and has not arrived."""
        return self.firm - self.delivered

    @property
    def carried(self) -> Decimal:
        """What came from the year before, less what went to the year after."""
        return self.carried_in - self.carried_out

    @property
    def unsure(self) -> Decimal:
        """What is offered or waits for a condition."""
        return self.conditional + self.offered

    @property
    def available(self) -> Decimal:
        """What is certain for this year, with what was carried over."""
        return self.firm + self.carried

    @property
    def needed(self) -> Decimal:
        """What was decided; nothing as long as nobody decided."""
        return NOTHING if self.need is None else self.need.amount

    @property
    def is_decided(self) -> bool:
        """Whether a programmaraad adopted what is needed."""
        return self.need is not None and not self.need.is_concept

    @property
    def gap(self) -> Decimal:
        """What is still missing."""
        return max(NOTHING, self.needed - self.available)

    @property
    def surplus(self) -> Decimal:
        """What may be carried over to the next year: only of what was decided."""
        return max(NOTHING, self.spare) if self.is_decided else NOTHING

    @property
    def spare(self) -> Decimal:
        """What is more than the need without the money of phases, as far as it is cash.

        Below zero when there is less than the need.
        """
        cash = self.cash - self.phase_cash + self.carried
        return min(cash, self.available - self.for_phases - self.needed)

    @property
    def is_arranged(self) -> bool:
        """Whether what is needed is certain."""
        return self.need is not None and not self.gap

    @property
    def forecast(self) -> Decimal:
        """What there would be when all that is offered came."""
        return self.available + self.unsure


@dataclass(frozen=True)
class Whole(Line):
    """All categories of a year; what one has too much does not fill what another misses."""

    lines: tuple[Line, ...] = ()

    @property
    def gap(self) -> Decimal:
        """What its categories miss."""
        return _sum(each.gap for each in self.lines)


def line_of(
    year: int,
    category: str,
    *,
    gifts: Iterable[Gift] = (),
    need: Need | None = None,
    carried: tuple[Decimal, Decimal] = (NOTHING, NOTHING),
) -> Line:
    """Add up the gifts of one category in one year; `carried` is what came in and what went out."""
    mine = [each for each in gifts if (each.year, each.category) == (year, category)]
    firm = [each for each in mine if each.state == FIRM]
    return Line(
        year,
        category,
        need,
        cash=_sum(each.amount for each in firm if each.is_cash),
        in_kind=_sum(each.amount for each in firm if not each.is_cash),
        delivered=_sum(each.delivered for each in firm),
        conditional=_sum(each.amount for each in mine if each.state == WAITS),
        offered=_sum(each.amount for each in mine if each.state == OFFERED),
        carried_in=carried[0],
        carried_out=carried[1],
        for_phases=_sum(each.amount for each in firm if each.to_phase),
        phase_cash=_sum(each.amount for each in firm if each.to_phase and each.is_cash),
    )


def together(lines: Iterable[Line]) -> Whole:
    """All categories of a year as one."""
    rows = list(lines)
    needs = [each.need for each in rows if each.need is not None]
    need = None
    if needs:
        need = Need(_sum(each.amount for each in needs), any(each.is_concept for each in needs))
    sums = {name: _sum(getattr(each, name) for each in rows) for name in AMOUNTS}
    return Whole(rows[0].year, "", need, lines=tuple(rows), **sums)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)
