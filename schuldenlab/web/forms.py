"""Forms of the page frame itself."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """One field for the code that came by mail."""

    confirmation_code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "sl-input-m sl-input-code",
            },
        ),
    )


MOST_LETTERS = 100


class SearchForm(forms.Form):
    """What is looked for on the staff desk."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=MOST_LETTERS,
        error_messages={"max_length": _("This is too long to look for. Use a few words.")},
    )
