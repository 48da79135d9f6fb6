"""Whether a change of course is crucial, by the numbers of the framework. Pure functions.

Crucial is: a theme is dropped; a category of the budget moves by more than a share *and* more than
an amount; a firm pledge is withdrawn; a partner leaves that has a seat or a firm pledge to a phase
that has started. Everything else is not, by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = 100


class Reason(StrEnum):
    """Why the system proposes "crucial"."""

    THEME_DROPPED = "theme_dropped"
    BUDGET_MOVED = "budget_moved"
    PLEDGE_WITHDRAWN = "pledge_withdrawn"
    SEAT_LEFT = "seat_left"
    FUNDER_LEFT = "funder_left"


@dataclass(frozen=True)
class Facts:
    """What is known about a change. Amounts are in euro, of one category and one year."""

    drops_theme: bool = False
    budget_before: Decimal | None = None
    budget_after: Decimal | None = None
    withdraws_firm_pledge: bool = False
    leaves_seat: bool = False
    leaves_firm_pledge: bool = False


@dataclass(frozen=True)
class Limits:
    """From which change of a category it is crucial: a share in percent, and an amount in euro."""

    share: int
    amount: Decimal


def moves_budget(facts: Facts, limits: Limits) -> bool:
    """More than the amount, and more than the share of what the category was.

    A category that was empty has no share to compare with; then the amount decides.
    """
    if facts.budget_before is None or facts.budget_after is None:
        return False
    moved = abs(facts.budget_after - facts.budget_before)
    return moved > limits.amount and moved * HUNDRED > facts.budget_before * limits.share


def reasons(facts: Facts, limits: Limits) -> tuple[Reason, ...]:
    """Every reason to call it crucial; none means that the system proposes "not crucial"."""
    asked: Iterable[tuple[Reason, bool]] = (
        (Reason.THEME_DROPPED, facts.drops_theme),
        (Reason.BUDGET_MOVED, moves_budget(facts, limits)),
        (Reason.PLEDGE_WITHDRAWN, facts.withdraws_firm_pledge),
        (Reason.SEAT_LEFT, facts.leaves_seat),
        (Reason.FUNDER_LEFT, facts.leaves_firm_pledge),
    )
    return tuple(reason for reason, holds in asked if holds)
