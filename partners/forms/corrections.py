"""The right facts in the place of wrong ones; each form begins with what is recorded now."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import KernteamMember, Mandate, Theme

from .fields import day_field
from .keeping import capfirst_lazy
from .upkeep import NOT_YET, reason_field


def capitalised(choices: Any) -> list[tuple[str, Any]]:
    """Choices that stand alone in a form, so with a capital."""
    return [(value, capfirst_lazy(label)) for value, label in choices.choices]


_LAST = ("reason", "never_was")


class CorrectionForm(forms.Form):
    """What every correction asks: whether it ever was so, and what was wrong."""

    first, last = "from_on", "until_on"
    reason = reason_field()
    never_was = forms.BooleanField(
        label=_("This has never been so"),
        required=False,
        help_text=_("Then it is taken out, and nothing takes its place."),
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = day
        self.order_fields([*(each for each in self.fields if each not in _LAST), *_LAST])

    def clean(self) -> dict[str, Any]:
        """An end that comes after the beginning."""
        data = super().clean() or {}
        first, last = data.get(self.first), data.get(self.last)
        if first and last and last < first:
            self.add_error(self.last, _("The last day lies before the first day."))
        return data


class CorrectPartnershipForm(CorrectionForm):
    """Other days of joining and leaving."""

    first, last = "joined_on", "last_on"
    joined_on = day_field(_("Partner from"))
    last_on = day_field(_("Last day as a partner"), required=False)

    def clean_joined_on(self) -> date:
        """A partner that has joined."""
        day: date = self.cleaned_data["joined_on"]
        if day > self.today:
            raise forms.ValidationError(NOT_YET)
        return day

    def facts(self) -> dict[str, Any]:
        """The days as they are recorded: the day of leaving is the first without."""
        last = self.cleaned_data["last_on"]
        return {
            "joined_on": self.cleaned_data["joined_on"],
            "left_on": last + timedelta(days=1) if last else None,
        }


class PeriodForm(CorrectionForm):
    """Other first and last days."""

    from_on = day_field(_("First day"))
    until_on = day_field(_("Last day"), required=False)

    def facts(self) -> dict[str, Any]:
        """All that the action needs."""
        return {name: value for name, value in self.cleaned_data.items() if name not in _LAST}


class CorrectMandateForm(PeriodForm):
    """Another role, or other days."""

    role = forms.ChoiceField(
        label=_("Role"), choices=capitalised(Mandate.Role), widget=forms.RadioSelect
    )
    may_sign = forms.BooleanField(label=_("May sign for the organisation"), required=False)
    field_order = ("role", "may_sign", "from_on", "until_on")


class CorrectAmbassadorshipForm(PeriodForm):
    """Another theme, or other days."""

    theme = forms.ModelChoiceField(Theme.objects.all(), label=_("Theme"), empty_label=None)
    field_order = ("theme", "from_on", "until_on")


class CorrectTermForm(PeriodForm):
    """Another role in the kernteam, or other days."""

    role = forms.ChoiceField(
        label=_("Role"), choices=capitalised(KernteamMember.Role), widget=forms.RadioSelect
    )
    field_order = ("role", "from_on", "until_on")
