"""Whether the money of a phase is arranged. Pure functions; amounts are exact, in euro.

*Arranged* is: firm cash reaches the cash minimum, firm cash and firm in kind together reach the
total, and the firm pledges come from enough organisations (chapter 6 of the domain; the number is
the framework's). A conditional pledge does not count until its condition is met. Something in kind
that nobody valued is a pledge of its organisation, and counts for nothing in money. What was
delivered before a pledge was withdrawn did arrive, so it counts.

`funding/migrations/_money.py` says the same in SQL, and a test holds the two beside each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Terms:
    """What a phase needs: in all, of which at least in cash, from so many organisations."""

    total: Decimal
    cash_minimum: Decimal
    funders_min: int


@dataclass(frozen=True)
class Pledged:
    """One pledge as arithmetic needs it. `amount` is None when nobody valued it.

    `status` is offered, firm or withdrawn; `waits` says that its condition is not met; `delivered`
    is the value of what arrived.
    """

    organisation_id: int
    is_cash: bool
    amount: Decimal | None
    status: str
    waits: bool = False
    delivered: Decimal = NOTHING

    @property
    def counts(self) -> bool:
        """Whether it is certain: firm and without an open condition, or arrived already."""
        if self.status == "withdrawn":
            return self.delivered > 0
        return self.status == "firm" and not self.waits

    @property
    def value(self) -> Decimal:
        """What it is worth while it stands; of a withdrawn one only what arrived."""
        if self.status == "withdrawn":
            return self.delivered
        return self.amount or NOTHING


@dataclass(frozen=True)
class Cover:
    """How the money of a phase stands. `offered` and `conditional` do not count yet."""

    terms: Terms
    cash: Decimal
    in_kind: Decimal
    conditional: Decimal
    offered: Decimal
    organisations: int

    @property
    def firm(self) -> Decimal:
        """What is certain, in cash and in kind."""
        return self.cash + self.in_kind

    @property
    def missing(self) -> Decimal:
        """What is still needed in all."""
        return max(NOTHING, self.terms.total - self.firm)

    @property
    def missing_cash(self) -> Decimal:
        """What is still needed in cash."""
        return max(NOTHING, self.terms.cash_minimum - self.cash)

    @property
    def missing_organisations(self) -> int:
        """How many more organisations must join in."""
        return max(0, self.terms.funders_min - self.organisations)

    @property
    def beyond(self) -> Decimal:
        """What was pledged above the need; it is accepted."""
        return max(NOTHING, self.firm - self.terms.total)

    @property
    def is_arranged(self) -> bool:
        """The fact that opens the gate."""
        return not (self.missing or self.missing_cash or self.missing_organisations)


def cover(terms: Terms, pledges: Iterable[Pledged]) -> Cover:
    """Count the pledges of one plan."""
    rows = list(pledges)
    certain = [each for each in rows if each.counts]
    return Cover(
        terms=terms,
        cash=_sum(each for each in certain if each.is_cash),
        in_kind=_sum(each for each in certain if not each.is_cash),
        conditional=_sum(each for each in rows if each.status == "firm" and each.waits),
        offered=_sum(each for each in rows if each.status == "offered"),
        organisations=len({each.organisation_id for each in certain}),
    )


def _sum(pledges: Iterable[Pledged]) -> Decimal:
    return sum((each.value for each in pledges), NOTHING)
