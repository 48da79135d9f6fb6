"""What the kernteam fills in to carry over what a year has too much."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import EuroField
from programme.models import BudgetCategory
from schuldenlab.web.templatetags.look import euro


class CarryOverForm(forms.Form):
    """From which category, how much, and why."""

    category = forms.ChoiceField(
        label=_("From which category?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a category.")},
    )
    amount = EuroField(
        label=_("How much, in euro?"),
        error_messages={"required": _("Fill in how much is carried over.")},
    )
    reason = forms.CharField(
        label=_("Why does it go to the next year?"),
        max_length=200,
        error_messages={"required": _("Say in a few words why it goes to the next year.")},
    )

    def __init__(self, *args: Any, left: Mapping[str, Decimal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left = left
        words = _("%(category)s: %(amount)s too much")
        self.fields["category"].choices = [  # type: ignore[attr-defined]
            (value, words % {"category": capfirst(label), "amount": euro(left[value])})
            for value, label in BudgetCategory.choices
            if value in left
        ]

    def clean_amount(self) -> Decimal:
        """Something, and not more than there is."""
        amount: Decimal = self.cleaned_data["amount"]
        if amount <= 0:
            raise forms.ValidationError(_("Fill in more than zero."))
        most = self.left.get(self.cleaned_data.get("category", ""))
        if most is not None and amount > most:
            raise forms.ValidationError(
                _("This category has %(surplus)s too much, not more."),
                params={"surplus": euro(most)},
            )
        return amount
