"""What people fill in on the pages that look across all apps."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms import day_field


class StandForm(forms.Form):
    """The day whose state is shown."""

    stand = day_field(_("State on"), help_text="", required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_stand(self) -> date:
        """Today, or a day that has been; nothing typed is today."""
        day: date = self.cleaned_data["stand"] or self.today
        if day > self.today:
            raise forms.ValidationError(
                _("This day has not come yet. Fill in today or an earlier day.")
            )
        return day
