"""What somebody fills in about what arrived."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.models import Pledge
from partners.forms.fields import EuroField, day_field


class DeliveryForm(forms.Form):
    """A part that arrived: how much of a valued pledge, in words of any other."""

    amount = EuroField(
        label=_("How much arrived, in euro?"),
        error_messages={"required": _("Fill in how much arrived.")},
    )
    text = forms.CharField(label=_("What arrived?"), max_length=200, required=False)
    arrived_on = day_field(_("On which day?"))

    def __init__(self, *args: Any, pledge: Pledge, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.initial["arrived_on"] = day, day
        self.rest = None
        if pledge.amount is None:
            del self.fields["amount"]
            self.fields["text"].required = True
            self.fields["text"].error_messages["required"] = _("Say in words what arrived.")
        else:
            self.rest = pledge.amount - pledge.delivered

    def clean_amount(self) -> Any:
        """All parts together are never more than the pledge."""
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError(_("Fill in more than zero."))
        if self.rest is not None and amount > self.rest:
            raise forms.ValidationError(_("That is more than was pledged."))
        return amount

    def clean_arrived_on(self) -> date:
        """What has happened."""
        day: date = self.cleaned_data["arrived_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Fill in a day in the past."))
        return day

    def clean(self) -> dict[str, Any]:
        """Nobody valued it: no amount."""
        return {"amount": None, **(super().clean() or {})}


class StrikeForm(forms.Form):
    """Why it is not right."""

    reason = forms.CharField(
        label=_("Why is this not right?"),
        max_length=200,
        error_messages={"required": _("Say in a few words why this is not right.")},
    )
