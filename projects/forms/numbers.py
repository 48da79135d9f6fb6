"""Numbers as people type them: with a comma, in euro, or in percent."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField

HUNDRED = Decimal(100)
FOUR, THREE_DECIMALS = Decimal("0.0001"), -3

TWO_WAYS = _(
    "This can be read in two ways. Write 1250 for a whole number, and 1.2500 for one with decimals."
)


def bare(number: Decimal | None) -> Decimal | None:
    """A number without the noughts behind it that the database keeps.

    With three decimals it keeps one: 1,2340 can be read in one way, and 1,234 in two.
    """
    if number is None:
        return None
    exact = number.normalize()
    if exact == exact.to_integral_value():
        return exact.quantize(Decimal(1))
    return exact.quantize(FOUR) if exact.as_tuple().exponent == THREE_DECIMALS else exact


class NumberField(EuroField):
    """A number of zero or more, with up to four decimals."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"max_digits": 16, "decimal_places": 4, "min_value": 0, "required": False, **kwargs}
        )
        self.widget.is_localized = True
        self.error_messages["invalid"] = _("This is no number. For example: 1250 or 12.5.")
        self.error_messages["two_ways"] = TWO_WAYS
        self.error_messages["min_value"] = _("Fill in zero or more.")

    def prepare_value(self, value: Any) -> Any:
        """As somebody would type it."""
        return bare(value) if isinstance(value, Decimal) else value


class PercentField(NumberField):
    """A share, typed in percent: 12,5 or 12,5 % is 0.125."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_digits": 9, "decimal_places": 4, **kwargs})

    def to_python(self, value: Any) -> Any:
        """Without the sign of percent."""
        if isinstance(value, str):
            value = value.replace("%", "")
        return super().to_python(value)

    def clean(self, value: Any) -> Any:
        """The share itself."""
        typed = super().clean(value)
        return None if typed is None else typed / HUNDRED

    def prepare_value(self, value: Any) -> Any:
        """A share in percent; what somebody typed stays as it was typed."""
        return bare(value * HUNDRED) if isinstance(value, Decimal) else value
