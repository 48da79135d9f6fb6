"""What the kernteam fills in for a letter to a part of the network."""

from typing import Any

from django import forms
from django.utils.functional import keep_lazy_text
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.models import Circular

capfirst_lazy = keep_lazy_text(capfirst)
MOST_SIGNS = 5_000
HOW = _(
    "An empty line makes a new paragraph. Lines that begin with “- ” become a list. A line such as "
    "“See the programme: https://…” becomes a button. No data about people with debts."
)


def _capitalised(choices: Any) -> list[tuple[str, Any]]:
    return [(value, capfirst_lazy(label)) for value, label in choices.choices]


def _text(label: Any, **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 12})
    return forms.CharField(label=label, max_length=MOST_SIGNS, widget=widget, **kwargs)


class EditionForm(forms.Form):
    """An act on the letter as it was read: `edition` is the mark of that text."""

    edition = forms.CharField(required=False, widget=forms.HiddenInput)


class CircularForm(EditionForm):
    """Kind, audience and text of a letter."""

    kind = forms.ChoiceField(
        label=_("What kind of letter is it?"),
        choices=_capitalised(Circular.Kind),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of letter it is.")},
        help_text=_("News may wait for the daily mail of who asked for that; a date never waits."),
    )
    audience = forms.ChoiceField(
        label=_("Who gets it?"),
        choices=_capitalised(Circular.Audience),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who gets it.")},
        help_text=_("It goes to whoever belongs to it at the moment of sending."),
    )
    meeting = forms.TypedChoiceField(
        label=_("About which meeting?"), required=False, coerce=int, empty_value=None
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=120,
        error_messages={"required": _("Fill in what the letter is about.")},
    )
    text = _text(
        _("Text"),
        help_text=HOW,
        error_messages={"required": _("Write the text of the letter.")},
    )
    subject_en = forms.CharField(
        label=_("Subject in English"),
        max_length=120,
        required=False,
        help_text=_("Only for who reads English. Left empty, everybody gets the Dutch letter."),
    )
    text_en = _text(_("Text in English"), required=False)

    def __init__(self, *args: Any, meetings: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [("", _("None")), *meetings]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Invited people are those of a meeting; English is a subject and a text, or neither."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("audience") == Circular.Audience.MEETING and data.get("meeting") is None:
            self.add_error("meeting", _("Choose the meeting whose invited people get it."))
        for one, other in (("subject_en", "text_en"), ("text_en", "subject_en")):
            if data.get(one) and not data.get(other) and other not in self.errors:
                self.add_error(other, _("Fill in both in English, or neither of them."))
        return data
