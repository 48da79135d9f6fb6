"""The vote in a selection: one or more of the options, or none of them."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme.models import Ballot, Vote


class OptionBoxes(forms.CheckboxSelectMultiple):
    """Checkboxes of which some cannot be chosen: this seat stepped aside for them."""

    aside: Collection[str] = ()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """One box."""
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.aside:
            option["attrs"]["disabled"] = True
            option["selected"] = False
        return option


class SelectionVoteForm(forms.Form):
    """Which options a seat approves, up to as many as there are places; or it abstains."""

    approves = forms.MultipleChoiceField(required=False, widget=OptionBoxes)
    abstain = forms.BooleanField(
        label=gettext_lazy("I choose none of them (I abstain)"),
        required=False,
        help_text=gettext_lazy("You count for the quorum, but not for the majority."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why do you choose so?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Everybody sees this after closing. No data about people with debts."
        ),
    )

    def __init__(self, *args: Any, ballot: Ballot, aside: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.most = ballot.choose_max or 1
        options = list(ballot.options.order_by("position"))
        field: Any = self.fields["approves"]
        field.label = places_in_words(ballot)
        field.choices = [(str(each.pk), each.title) for each in options]
        field.choice_hints = {str(each.pk): each.text for each in options}
        field.widget.aside = {str(key) for key in aside}
        not_this_one = _("You do not vote on this one.")
        for key in field.widget.aside:
            hint = field.choice_hints.get(key, "")
            field.choice_hints[key] = f"{hint} {not_this_one}".strip()

    def clean(self) -> dict[str, Any]:
        """Some, or none and an abstention; never both, never more than there are places."""
        data = super().clean() or {}
        said = data.get("approves") or []
        if "approves" in self.errors:
            return data
        if said and data.get("abstain"):
            self.add_error("abstain", _("You chose options as well. Choose one of the two."))
        elif not said and not data.get("abstain"):
            self.add_error("approves", _("Choose at least one option, or abstain."))
        elif len(said) > self.most:
            self.add_error(
                "approves",
                _("You chose %(count)s. Choose at most %(most)s.")
                % {"count": len(said), "most": self.most},
            )
        return data

    def said(self) -> dict[str, Any]:
        """The facts of the vote."""
        approves = [int(key) for key in self.cleaned_data["approves"]]
        choice = Vote.Choice.APPROVE if approves else Vote.Choice.ABSTAIN
        return {"choice": choice, "approves": approves, "reason": self.cleaned_data["reason"]}


def places_in_words(ballot: Ballot) -> str:
    """How many a seat chooses, as the heading of the options."""
    most = ballot.choose_max or 1
    if most == 1:
        return _("Choose one")
    return _("Choose at most %(most)s") % {"most": most}
