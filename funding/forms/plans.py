"""What the kernteam fills in about the money that a phase asks for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField, day_field
from programme.forms.year import long_text
from projects.forms.days import NO_DEBTORS


class PlanForm(forms.Form):
    """How much, at least how much of it in cash, and by when."""

    total = EuroField(
        label=_("How much money does this phase need?"),
        help_text=_("In euro, cash and in kind together."),
        error_messages={"required": _("Fill in how much money the phase needs.")},
    )
    cash_minimum = EuroField(
        label=_("Of which at least in cash"),
        help_text=_("In euro. Fill in 0 if all of it may be in kind."),
        error_messages={"required": _("Fill in how much of it must be in cash, or 0.")},
    )
    deadline_on = day_field(_("By when must the pledges be there?"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = day

    def clean_total(self) -> Any:
        """Something is needed."""
        total = self.cleaned_data["total"]
        if total <= 0:
            raise forms.ValidationError(_("Fill in how much money the phase needs."))
        return total

    def clean_cash_minimum(self) -> Any:
        """A part of the total."""
        cash, total = self.cleaned_data["cash_minimum"], self.cleaned_data.get("total")
        if cash < 0 or (total is not None and cash > total):
            raise forms.ValidationError(_("The part in cash lies between zero and the total."))
        return cash

    def clean_deadline_on(self) -> date:
        """A day that partners can still meet."""
        day: date = self.cleaned_data["deadline_on"]
        if day < self.today:
            raise forms.ValidationError(_("This day is over. Fill in today or a day after it."))
        return day


class MakePlanForm(PlanForm):
    """The first terms, and what the money is for."""

    note = long_text(_("What is the money for?"), rows=3, required=False, help_text=NO_DEBTORS)


class ChangePlanForm(PlanForm):
    """Other terms, and why."""

    reason = forms.CharField(
        label=_("Why does the plan change?"),
        max_length=200,
        error_messages={"required": _("Say in a few words why the plan changes.")},
    )
