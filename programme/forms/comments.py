"""What people say about a passage, and what is answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .year import NO_DEBTORS, long_text


class CommentForm(forms.Form):
    """A comment, for one of the partners that somebody works for."""

    organisation = forms.TypedChoiceField(label=_("On behalf of"), coerce=int)
    text = long_text(_("Your comment"), rows=5)

    def __init__(self, *args: Any, organisations: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        field.choices = list(organisations.items())  # type: ignore[attr-defined]
        if len(organisations) == 1:
            field.widget = forms.HiddenInput()
            self.initial.setdefault("organisation", next(iter(organisations)))


class AnswerForm(forms.Form):
    """What the kernteam answers."""

    text = long_text(_("Your answer"), rows=5)


class HandledForm(forms.Form):
    """What was done with a comment, when there is something to say about it."""

    text = long_text(_("What did you do with it?"), rows=3, required=False, help_text=NO_DEBTORS)
