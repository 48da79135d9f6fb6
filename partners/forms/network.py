"""What people fill in about themes, ambassadors and signatures."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Framework, Organisation, Theme

from .fields import day_field

NO_DEBTORS = _("No data about people with debts.")


class ThemeForm(forms.Form):
    """A lasting subject."""

    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        error_messages={"required": _("Fill in the name of the theme.")},
    )
    description = forms.CharField(
        label=_("What is it about?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_DEBTORS,
    )

    def clean_name(self) -> str:
        """One theme of a name, whatever its capitals and spaces."""
        name = " ".join(self.cleaned_data["name"].split())
        if Theme.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is a theme with this name already."))
        return name


class AmbassadorForm(forms.Form):
    """Which partner becomes ambassador of a theme; the kernteam also says since when."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Partner"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose which partner becomes ambassador.")},
    )
    from_on = day_field(_("From"))

    def __init__(
        self,
        *args: Any,
        organisations: QuerySet[Organisation],
        day: date,
        has_date: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)
        self.today = day
        if not has_date:
            del self.fields["from_on"]

    @property
    def first_day(self) -> date:
        """The day that was typed; without such a field today."""
        day: date = self.cleaned_data.get("from_on", self.today)
        return day


class SignatureForm(forms.Form):
    """A signature on paper."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Partner"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose which partner signed.")},
    )
    signatory = forms.CharField(
        label=_("Signed by"),
        max_length=120,
        error_messages={"required": _("Fill in the name of the person who signed.")},
    )
    function = forms.CharField(
        label=_("Function"),
        max_length=120,
        help_text=_("As it stands on the paper, for example director."),
        error_messages={"required": _("Fill in the function of this person.")},
    )
    signed_on = day_field(_("Signed on"))

    def __init__(self, *args: Any, framework: Framework, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signed = framework.signatures.values("organisation_id")
        missing = Organisation.objects.partners(day).exclude(pk__in=signed)
        self.fields["organisation"].queryset = missing  # type: ignore[attr-defined]
        self.today = day

    def clean_signed_on(self) -> date:
        """A signature that was given."""
        day: date = self.cleaned_data["signed_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Fill in a day in the past."))
        return day
