"""Fields that more forms have."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

LONG_AGO = date(1800, 1, 1)


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
