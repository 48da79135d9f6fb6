"""What somebody fills in for a token of the API."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .fields import day_field

HALF_A_YEAR = timedelta(days=183)


class TokenForm(forms.Form):
    """For which integration, and until when."""

    purpose = forms.CharField(
        label=_("For which program or integration?"),
        max_length=80,
        help_text=_("For example: dashboard of the department of strategy."),
        error_messages={"required": _("Say for which program this token is.")},
    )
    expires_on = day_field(_("Works until and including"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("expires_on", day + HALF_A_YEAR)
        self.fields["expires_on"].help_text = _("At most a year. For example 31-01-2026.")
