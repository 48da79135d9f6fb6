"""What people fill in about partners and people."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from partners.actions.imports.sheets import Sheet
from partners.resources import Unreadable, read_partners

from .models import Mandate, Organisation, Sector

MAX_BYTES = 1_000_000
LONG_AGO = date(1800, 1, 1)


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A date that is typed as dd-mm-jjjj."""
    kwargs.setdefault("help_text", _("For example 31-01-2026."))
    wrong = _("Write the date as day-month-year, for example 31-01-2026.")
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"class": "sl-input-m", "autocomplete": "off"}),
        error_messages={"invalid": wrong, "required": wrong},
        validators=[MinValueValidator(LONG_AGO, _("This year is too long ago. Check the year."))],
        **kwargs,
    )


class DirectoryForm(forms.Form):
    """Looking for partners."""

    q = forms.CharField(label=_("Name"), required=False, max_length=120)
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("All sectors")), *Sector.choices]
    )


class UploadForm(forms.Form):
    """A file with partners, read at once."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A CSV file from Excel, at most 1 MB. The first line names the columns; "
            "organisatie and sector must be among them. No data about people with debts."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )
    sheet: Sheet
    data_read: bytes

    def clean_file(self) -> Any:
        """Small enough, and readable as a whole; single rows are judged in the preview."""
        upload = self.cleaned_data["file"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(
                _("This file is too large: at most 1 MB. Split it into smaller files.")
            )
        self.data_read = upload.read()
        try:
            self.sheet = read_partners(self.data_read)
        except Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return upload


class ConfirmImportForm(forms.Form):
    """Whether to go on; with a date for new partners that have none in the file."""

    default_joined_on = day_field(_("Since when are they a partner?"))
    skip_invalid = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, needs_date: bool, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if not needs_date:
            del self.fields["default_joined_on"]

    def clean_default_joined_on(self) -> date:
        """A partnership that has begun."""
        day: date = self.cleaned_data["default_joined_on"]
        if day > self.today:
            raise forms.ValidationError(_("This day has not come yet. Fill in a day in the past."))
        return day


class InviteForm(forms.Form):
    """A person, and for which organisation."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Fill in the name of this person.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        error_messages={"required": _("Fill in the e-mail address of this person.")},
        help_text=_("The work address. This is how the person logs in."),
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose for which partner this person acts.")},
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=Mandate.Role.choices, widget=forms.RadioSelect, initial="contact"
    )
    may_sign = forms.BooleanField(
        label=_("May sign for the organisation"),
        required=False,
        help_text=_("The framework, the programme and pledges."),
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.partners(day)  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)
