"""What somebody fills in who offers cash or something in kind."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from funding.actions.pledges import MOST, value_of
from funding.models import Pledge
from partners.forms.fields import EuroField
from partners.models import Organisation
from programme.forms.year import capitalised
from programme.models import BudgetCategory

from .parts import WithParts

PARTS = ("quantity", "rate", "rate_agreed_by")
PART_MISSES = {
    "quantity": _("Fill in how many, or leave the rate empty."),
    "rate": _("Fill in the rate, or leave the number empty."),
    "rate_agreed_by": _("Fill in who agreed on this rate."),
}


class OfferFields(WithParts):
    """Cash, or something in kind with an agreed rate, with a value, or without one."""

    form = forms.ChoiceField(
        label=_("What do you offer?"),
        choices=capitalised(Pledge.Form),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you offer.")},
    )
    amount = EuroField(
        label=_("Value in euro"),
        required=False,
        help_text=_("In kind without a value? Leave this empty. With a rate we work it out."),
    )
    text = forms.CharField(
        label=_("What is it?"),
        max_length=200,
        required=False,
        help_text=_("For example: advice on data. For money you may leave this empty."),
    )
    quantity = forms.DecimalField(
        label=_("How many?"),
        required=False,
        localize=True,
        max_digits=10,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "sl-input-m"}),
        help_text=_("For example 125 hours. Only with an agreed rate."),
    )
    rate = EuroField(label=_("Agreed rate in euro"), required=False, max_digits=10)
    rate_agreed_by = forms.CharField(
        label=_("Who agreed on the rate?"), max_length=160, required=False
    )
    condition = forms.CharField(
        label=_("On condition that"),
        max_length=200,
        required=False,
        help_text=_("As long as the condition is not met, the pledge does not count."),
    )

    def worth(self, data: Mapping[str, Any]) -> Decimal | None:
        """The value, or what follows from how many and the rate."""
        if data.get("quantity") and data.get("rate"):
            return value_of(data["quantity"], data["rate"])
        found: Decimal | None = data.get("amount")
        return found

    def clean(self) -> dict[str, Any]:
        """What belongs together, each mistake beside its own field; and then the years."""
        data = self.cleaned_data
        form = data.get("form")
        for name in ("amount", "quantity", "rate"):
            if data.get(name) is not None and data[name] <= 0:
                self.add_error(name, _("Fill in more than zero."))
        if form == Pledge.Form.CASH:
            self._clean_cash(data)
        elif form:
            self._clean_in_kind(data)
        return super().clean() or data

    def _clean_cash(self, data: dict[str, Any]) -> None:
        if data.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Fill in how much money it is."))
        for name in PARTS:
            if data.get(name):
                self.add_error(name, _("A rate goes with something in kind, not with money."))

    def _clean_in_kind(self, data: dict[str, Any]) -> None:
        if not data.get("text") and "text" not in self.errors:
            self.add_error("text", _("Say in a few words what you offer."))
        given = [name for name in PARTS if data.get(name)]
        if not given:
            return
        for name in PARTS:
            if not data.get(name) and name not in self.errors:
                self.add_error(name, PART_MISSES[name])
        if len(given) < len(PARTS):
            return
        value = value_of(data["quantity"], data["rate"])
        if value > MOST:
            self.add_error("quantity", _("This is more than can be recorded. Check the number."))
        elif data.get("amount") not in (None, value):
            self.add_error("amount", _("The value follows from how many and the rate."))


class OfferForm(OfferFields):
    """An offer of one organisation: its own people choose for which, the kernteam for any."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("On behalf of which organisation?"),
        empty_label=_("Choose an organisation"),
        error_messages={"required": _("Choose an organisation.")},
    )
    is_open = forms.BooleanField(
        label=_("Everybody in the network may see this amount"),
        required=False,
        help_text=_("You cannot take this back."),
    )
    field_order: tuple[str, ...] = ("organisation",)

    def __init__(
        self,
        *args: Any,
        own: frozenset[int] = frozenset(),
        is_kernteam: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        every = Organisation.objects.order_by("name")
        found = every if is_kernteam else every.filter(pk__in=own)
        self.fields["organisation"].queryset = found  # type: ignore[attr-defined]
        if len(own) == 1 and not is_kernteam:
            self.fields["organisation"].initial = next(iter(own))
        if is_kernteam:
            del self.fields["is_open"]


class BudgetOfferForm(OfferForm):
    """The same, to a category of the budget."""

    category = forms.ChoiceField(
        label=_("For what?"),
        choices=[],
        error_messages={"required": _("Choose for what it is.")},
        widget=forms.RadioSelect,
    )
    field_order = ("organisation", "category")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["category"].choices = capitalised(BudgetCategory)  # type: ignore[attr-defined]


class ChangeOfferForm(OfferFields):
    """Another offer in its place, and why."""

    reason = forms.CharField(
        label=_("Why does the offer change?"),
        max_length=200,
        error_messages={"required": _("Say in a few words why the offer changes.")},
    )


def initial_of(pledge: Pledge) -> dict[str, Decimal | str | None]:
    """An offer as its form begins; the value of an agreed rate is worked out again."""
    names = OfferFields.base_fields
    found = {name: getattr(pledge, name) for name in names}
    return {**found, "amount": None} if pledge.quantity else found
