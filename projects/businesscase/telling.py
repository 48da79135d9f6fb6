"""Results as other programs read them: decimals in strings of sixty digits."""

from decimal import Context, Decimal
from fractions import Fraction
from typing import Any

from .present import PartyResult, Result

DIGITS = Context(prec=60)
FEWEST_PLACES = 10


def exactly(value: Fraction) -> str:
    """A decimal with at least ten places and sixty digits: “12.5000000000”."""
    number = DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent > -FEWEST_PLACES:
        return f"{number:.{FEWEST_PLACES}f}"
    return f"{number:f}"


def as_document(result: Result) -> dict[str, Any]:
    """The whole result, ready for JSON."""
    return {
        "parties": {name: _party(each) for name, each in result.parties.items()},
        "pv_costs": exactly(result.pv_costs),
        "pv_benefits": exactly(result.pv_benefits),
        "npv": exactly(result.npv),
        "ratio": _perhaps(result.ratio),
        "payback": result.payback,
    }


def _party(each: PartyResult) -> dict[str, str | None]:
    return {
        "pv_costs": exactly(each.pv_costs),
        "pv_benefits": exactly(each.pv_benefits),
        "transfers": exactly(each.transfers),
        "balance": exactly(each.balance),
        "share_benefits": _perhaps(each.share_benefits),
        "share_costs": _perhaps(each.share_costs),
    }


def _perhaps(value: Fraction | None) -> str | None:
    return None if value is None else exactly(value)
