"""Numbers of a business case as people read them; here, and only here, they are rounded."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from django.utils import formats
from django.utils.translation import gettext as _

from schuldenlab.web.templatetags.look import MINUS, NBSP, euro

HALF: Final = Fraction(1, 2)


def rounded(amount: Fraction, places: int = 0) -> Decimal:
    """To so many decimals, a half away from zero."""
    scaled = abs(amount) * 10**places
    whole = Decimal((scaled + HALF).__floor__()).scaleb(-places)
    return whole if amount >= 0 else -whole


def amount(value: Fraction | None) -> str:
    """€ 60.000 or − € 60.000, in whole euros."""
    if value is None:
        return ""
    shown = rounded(value)
    return f"{MINUS}{NBSP}{euro(-shown)}" if shown < 0 else euro(shown)


def signed(value: Fraction) -> str:
    """+ € 60.000 or − € 20.000."""
    return f"+{NBSP}{amount(value)}" if rounded(value) > 0 else amount(value)


def number(value: Decimal) -> str:
    """All its decimals and no more: 1.250 or 12,5."""
    exact = value.normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return formats.number_format(exact, decimal_pos=places, use_l10n=True, force_grouping=True)


def percent(value: Decimal) -> str:
    """2,25 % of 2.25."""
    return f"{number(value)}{NBSP}%"


def ratio(value: Fraction | None) -> str:
    """1,40, or that there are no costs."""
    if value is None:
        return _("no costs")
    return formats.number_format(rounded(value, 2), decimal_pos=2, use_l10n=True)
