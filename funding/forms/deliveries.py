"""What somebody fills in about what arrived."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.actions.schedules import arrived_by_year, parts_of
from funding.cover import NOTHING
from funding.models import Pledge
from funding.spreading import by_year
from partners.forms.fields import EuroField, day_field
from schuldenlab.web.templatetags.look import euro

FEWEST_YEARS = 2


class DeliveryForm(forms.Form):
    """A part that arrived: how much of a valued pledge, in words of any other."""

    amount = EuroField(
        label=_("How much arrived, in euro?"),
        error_messages={"required": _("Fill in how much arrived.")},
    )
    text = forms.CharField(label=_("What arrived?"), max_length=200, required=False)
    arrived_on = day_field(_("On which day?"))
    year = forms.TypedChoiceField(
        label=_("For which year?"),
        coerce=int,
        empty_value=None,
        required=False,
        choices=[],
    )

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
        self._ask_year(pledge)

    def _ask_year(self, pledge: Pledge) -> None:
        """Only of a pledge for more than one year; what is open of each stands beside it."""
        parts, arrived = parts_of(pledge), arrived_by_year(pledge)
        agreed = by_year(parts)
        if len(agreed) < FEWEST_YEARS:
            del self.fields["year"]
            return
        words = _("%(year)s (%(rest)s is open)")
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", _("The first year that is open")),
            *(
                (year, words % {"year": year, "rest": euro(amount - arrived.get(year, NOTHING))})
                for year, amount in agreed.items()
            ),
        ]

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
