"""How far a right to sign goes."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.models import Subject

from .fields import EuroField


def _subjects() -> list[tuple[str, str]]:
    return [(value, capfirst(str(label))) for value, label in Subject.choices]


class SigningScopeForm(forms.Form):
    """For what somebody may sign; nothing ticked is everything."""

    signs_for = forms.MultipleChoiceField(
        label=_("Signs for"),
        required=False,
        choices=_subjects,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked means all of these."),
    )
    pledge_limit = EuroField(
        label=_("Pledges up to, in euro"),
        required=False,
        min_value=Decimal(1),
        help_text=_("For example 25,000. Left empty: any amount."),
        error_messages={"invalid": _("Fill in an amount in euro, for example 25,000.")},
    )

    def clean(self) -> dict[str, Any]:
        """A limit goes with pledges."""
        data: dict[str, Any] = super().clean() or {}
        subjects = data.get("signs_for")
        if data.get("pledge_limit") and subjects and Subject.PLEDGES not in subjects:
            self.add_error("pledge_limit", _("This only goes with pledges. Tick those as well."))
        return data
