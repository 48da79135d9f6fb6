"""Amounts per year: what one party pays or gains, or what one party gives another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a flow is. A transfer moves money between parties, and changes no total."""

    COST = "cost"
    BENEFIT = "benefit"
    TRANSFER = "transfer"


@dataclass(frozen=True)
class Flow:
    """Amounts in euro at the prices of one year; the first is of the base year (t = 0).

    Of a transfer `party` gives and `receiver` gets; the others have no receiver.
    """

    party: str
    kind: Kind
    amounts: Sequence[Decimal]
    category: str = ""
    receiver: str = ""

    def __post_init__(self) -> None:
        """A transfer has two different parties, everything else has one."""
        if (self.kind == Kind.TRANSFER) != bool(self.receiver) or self.party == self.receiver:
            msg = f"{self.kind} of {self.party!r} to {self.receiver!r}"
            raise ValueError(msg)
