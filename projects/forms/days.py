"""Fields that more forms have: a day, and a reason."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from programme.forms.year import long_text

NO_DEBTORS = _("Everybody in the network reads this. No data about people with debts.")


class OnDayForm(forms.Form):
    """The day on which something happened or begins."""

    on = day_field(_("On which day?"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", day)


class ReasonForm(forms.Form):
    """Why."""

    reason = long_text(
        _("Why?"),
        rows=4,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words why.")},
    )
