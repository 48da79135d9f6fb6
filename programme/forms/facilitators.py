"""Who guides a theme."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.models import Organisation


class FacilitatorForm(forms.Form):
    """A partner, a person of a partner, or somebody from outside who gets an account."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=_("No organisation"),
        help_text=_("A partner guides as a whole, unless you fill in a person below."),
    )
    name = forms.CharField(label=_("Name of a person"), required=False, max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_(
            "The work address. Somebody who works for no partner sees this theme and nothing else."
        ),
    )
    from_on = day_field(_("From"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.order_by("name")  # type: ignore[attr-defined]
        self.initial.setdefault("from_on", day)

    def clean(self) -> dict[str, Any]:
        """A person whole, or a partner."""
        data = super().clean() or {}
        name, email = data.get("name"), data.get("email")
        if name and not email and not self.has_error("email"):
            self.add_error("email", _("Fill in the e-mail address of this person."))
        if email and not name:
            self.add_error("name", _("Fill in the name of this person."))
        if not (name or email or data.get("organisation")) and not self.errors:
            self.add_error("organisation", _("Choose a partner, or fill in a person."))
        return data
