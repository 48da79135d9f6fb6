"""What people fill in when they bring partners from a file."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import ImportRun
from partners.resources import Unreadable, look_into, read_partners

from .fields import day_field

MAX_BYTES = 5_000_000


class UploadForm(forms.Form):
    """A file with partners. A short one is read at once, of a long one the header."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV, XLSX or ODS, at most 5 MB and 20,000 lines. The first line names the columns; "
            "organisatie and sector must be among them. No data about people with debts."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.ods,text/csv"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )
    content: bytes
    lines: int

    def clean_file(self) -> Any:
        """Small enough, and readable as a whole; single rows are judged in the preview."""
        upload = self.cleaned_data["file"]
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(
                _("This file is too large: at most 5 MB. Split it into smaller files.")
            )
        self.content = upload.read()
        try:
            self.lines = look_into(self.content)
            if self.lines <= ImportRun.LONG:
                self.lines = len(read_partners(self.content).rows)
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
