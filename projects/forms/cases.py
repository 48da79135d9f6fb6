"""What people fill in about a version of a business case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.models import Organisation
from programme.forms.year import long_text
from projects.gate import agreed
from projects.models import LONGEST_HORIZON, BusinessCase, DiscountRate

from .numbers import NumberField

FIRST_YEAR, LAST_YEAR = 2000, 2100


def year_field(label: Any, **kwargs: Any) -> forms.IntegerField:
    """A calendar year."""
    return forms.IntegerField(
        label=label,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "sl-input-s"}),
        error_messages={"invalid": _("Fill in a year, for example 2026.")},
        **kwargs,
    )


class YearsForm(forms.Form):
    """In which years and prices a version counts."""

    base_year = year_field(
        _("Base year"),
        help_text=_("The first year that counts: t = 0. All amounts are counted back to it."),
    )
    price_year = year_field(
        _("Price year"), help_text=_("All amounts are at the prices of this year.")
    )


class CaseForm(YearsForm):
    """What a version is counted by, and what it compares."""

    horizon = forms.IntegerField(
        label=_("Number of years"),
        min_value=1,
        max_value=LONGEST_HORIZON,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "sl-input-s"}),
        help_text=_("How many years count. Usually five."),
    )
    null_alternative = long_text(_("What happens without the project?"), rows=4, required=False)
    project_alternative = long_text(_("What does the project do?"), rows=4, required=False)
    notes = long_text(_("What else is good to know?"), rows=3, required=False)


class CopyCaseForm(YearsForm):
    """In which years the next version counts, and by which rate."""

    rate = forms.ModelChoiceField(
        DiscountRate.objects.none(),
        label=_("Discount rate"),
        widget=forms.RadioSelect,
        empty_label=None,
        help_text=_("A newer rate is offered. A version that exists keeps its own."),
    )

    def __init__(self, *args: Any, rates: list[DiscountRate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rate"]
        field.queryset = DiscountRate.objects.filter(pk__in=[each.pk for each in rates])
        field.label_from_instance = rate_words
        self.initial.setdefault("rate", rates[0].pk)


def rate_words(rate: DiscountRate) -> str:
    """A rate with the day from which it holds."""
    number = f"{rate.percent.normalize():f}".replace(".", ",")
    return str(
        _("%(rate)s%%, holds from %(day)s")
        % {"rate": number, "day": rate.valid_from.strftime("%d-%m-%Y")}
    )


class PartyForm(forms.Form):
    """Who pays or gains: an organisation of the register, or a group with a name."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=_("No organisation: a group"),
    )
    name = forms.CharField(
        label=_("Name of the group"),
        max_length=120,
        required=False,
        help_text=_("For example: Rijk, schuldeisers. Only when it is no organisation."),
    )

    def __init__(self, *args: Any, case: BusinessCase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        taken = case.parties.exclude(organisation=None).values("organisation")
        field.queryset = Organisation.objects.exclude(pk__in=taken).order_by("name")

    def clean(self) -> dict[str, Any]:
        """One of both."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("organisation") and data.get("name", "").strip():
            self.add_error("name", _("Choose an organisation, or name a group; not both."))
        elif not data.get("organisation") and not data.get("name", "").strip():
            self.add_error("organisation", _("Choose an organisation, or name a group."))
        return data


class ApproveCaseForm(forms.Form):
    """By which decision the programmaraad agreed to the case."""

    decision = forms.ModelChoiceField(
        agreed().none(),
        label=_("Decision"),
        empty_label=_("Choose the decision"),
        error_messages={"required": _("Choose the decision.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["decision"]
        field.queryset = agreed().order_by("-taken_at", "-pk")


class RateForm(forms.Form):
    """A new discount rate, the day from which it holds, and who set it."""

    percent = NumberField(
        label=_("Real discount rate, in percent a year"),
        required=True,
        max_digits=6,
        decimal_places=3,
        help_text=_("For example 2.25. Without inflation."),
    )
    valid_from = day_field(_("Holds from"))
    source = forms.CharField(
        label=_("Who set it?"),
        max_length=200,
        help_text=_("For example: adopted by the cabinet on the advice of a working group."),
    )
