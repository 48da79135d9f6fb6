"""What people fill in about themes and ambassadors."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation, Theme

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
