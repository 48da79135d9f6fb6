"""What people fill in to change a meeting that is there, or to cancel it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CorrectForm(forms.Form):
    """What a meeting is called, and where it is."""

    subject = forms.CharField(label=_("Subject"), required=False, max_length=120)
    place = forms.CharField(
        label=_("Place"),
        required=False,
        max_length=120,
        help_text=_("A room, an address, or “online”."),
    )


class CancelForm(forms.Form):
    """Why a meeting is cancelled for good."""

    reason = forms.CharField(
        label=_("Why is it cancelled?"),
        max_length=200,
        help_text=_("Invited people read this. No data about people with debts."),
        error_messages={"required": _("Say in a few words why it is cancelled.")},
    )
