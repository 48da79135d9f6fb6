"""Which role, and whose mails."""

from django import forms
from django.utils.translation import gettext_lazy as _

from .personas import choices


class PersonaForm(forms.Form):
    """One of the roles."""

    persona = forms.ChoiceField(label=_("Role"), choices=choices)


class MailboxFilter(forms.Form):
    """Mails to one address, or a part of it."""

    address = forms.CharField(label=_("Mails to"), max_length=254, required=False)
