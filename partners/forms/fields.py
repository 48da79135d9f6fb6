"""Fields that more forms have."""

import re
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, URLValidator
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _

LONG_AGO = date(1800, 1, 1)


class WebField(forms.URLField):
    """The address of a website, and of nothing else that a link can open."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators = [URLValidator(schemes=["http", "https"])]


class EuroField(forms.DecimalField):
    """An amount as people type it: 25000, 25.000 or € 25.000,50, and in English 25,000.50.

    What could be a thousand times as much in the other language is asked again, never guessed.
    """

    default_error_messages: ClassVar[dict[str, Any]] = {
        "two_ways": _(
            "This can be read in two ways. Write 25000 for a whole amount, and 25.50 with cents."
        ),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"localize": True, "max_digits": 12, "decimal_places": 2, **kwargs}
        super().__init__(**kwargs)
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "sl-input-m"})

    def to_python(self, value: Any) -> Any:
        """Without the sign and the marks between thousands, where they stand right."""
        if isinstance(value, str):
            value = "".join(value.replace("€", "").split())
            mark, comma = get_format("THOUSAND_SEPARATOR"), get_format("DECIMAL_SEPARATOR")
            whole = rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?:{re.escape(comma)}\d{{1,2}})?"
            if re.fullmatch(whole, value):
                value = value.replace(mark, "")
            elif re.fullmatch(rf"-?[1-9]\d{{0,2}}(?:{re.escape(comma)}\d{{3}})+", value):
                raise ValidationError(self.error_messages["two_ways"], code="two_ways")
        return super().to_python(value)


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A date that is typed as dd-mm-jjjj."""
    kwargs.setdefault("help_text", _("For example 31-01-2026."))
    wrong = _("Write the date as day-month-year, for example 31-01-2026.")
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"class": "sl-input-m", "autocomplete": "off"}),
        error_messages={"invalid": wrong, "required": wrong},
        validators=[MinValueValidator(LONG_AGO, _("This year is too long ago. Check the year."))],
        **kwargs,
    )
