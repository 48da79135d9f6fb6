"""What the kernteam writes in the annual account, and the last look before it is published."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .year import NO_DEBTORS, long_text

LONGEST = 6000


class BlockForm(forms.Form):
    """The text under one heading. `unknown` finds what it cites that does not exist."""

    text = long_text(gettext_lazy("Text"), rows=14, required=False, help_text=NO_DEBTORS)
    based_on = forms.IntegerField(widget=forms.HiddenInput(), required=False)

    def __init__(self, *args: Any, unknown: Callable[[str], list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unknown = unknown

    def clean_text(self) -> str:
        """Every figure that is cited has to exist."""
        text: str = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise ValidationError(
                _("This is too long: at most %(most)s characters.") % {"most": LONGEST}
            )
        missing = self.unknown(text)
        if missing:
            words = ngettext(
                "There is no figure with this name: %(names)s. Choose one from the list.",
                "There are no figures with these names: %(names)s. Choose from the list.",
                len(missing),
            )
            raise ValidationError(words % {"names": ", ".join(f"{{{each}}}" for each in missing)})
        return text


class PublishForm(forms.Form):
    """Who publishes says that it was read, and that it stays."""

    sure = forms.BooleanField(
        label=gettext_lazy("I have read the texts and the figures. They may be seen by everybody.")
    )
    seen = forms.CharField(widget=forms.HiddenInput(), required=False)
