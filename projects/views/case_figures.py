"""Numbers of a business case as people read them; here, and only here, they are rounded."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from django.utils import formats
from django.utils.translation import gettext as _

from schuldenlab.web.templatetags.look import MINUS, NBSP, euro, is_dutch

HALF: Final = Fraction(1, 2)


def rounded(amount: Fraction, places: int = 0) -> Decimal:
    """To so many decimals, a half away from zero."""
    scaled = abs(amount) * 10**places
    whole = Decimal((scaled + HALF).__floor__()).scaleb(-places)
    return whole if amount >= 0 else -whole


def amount(value: Fraction | None) -> str:
    """€ 60.000 or − € 60.000, in whole euros; −€60,000 in English."""
    if value is None:
        return ""
    shown = rounded(value)
    return f"{MINUS}{_gap()}{euro(-shown)}" if shown < 0 else euro(shown)


def signed(value: Fraction) -> str:
    """+ € 60.000 or − € 20.000."""
    return f"+{_gap()}{amount(value)}" if rounded(value) > 0 else amount(value)


def _gap() -> str:
    return NBSP if is_dutch() else ""


def number(value: Decimal) -> str:
    """All its decimals and no more: 1.250 or 12,5."""
    exact = value.normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return formats.number_format(exact, decimal_pos=places, use_l10n=True, force_grouping=True)


def percent(value: Decimal) -> str:
    """2,25 % of 2.25; 2.25% in English."""
    return f"{number(value)}{_gap()}%"


def in_euro(words: str) -> str:
    """The sign before a number with as many decimals as it has: € 1,40, in English €1.40."""
    return f"€{_gap()}{words}"


def ratio(value: Fraction | None) -> str:
    """1,40, or that there are no costs."""
    if value is None:
        return _("no costs")
    return formats.number_format(rounded(value, 2), decimal_pos=2, use_l10n=True)
