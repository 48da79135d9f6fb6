"""What the kernteam enters in a meeting, what a seat says of it, and the answer."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from programme.models import Ballot, Dispute, Entitlement, Vote

from .year import NO_DEBTORS, capitalised, long_text

CHECKED = {"class": "utrecht-checkbox utrecht-checkbox--html-input"}
MOTION = (Vote.Choice.FOR, Vote.Choice.AGAINST, Vote.Choice.ABSTAIN)


def choices_of(ballot: Ballot) -> list[tuple[str, Any]]:
    """What can be called out in a ballot of this method."""
    if not ballot.is_selection:
        return [pair for pair in capitalised(Vote.Choice) if pair[0] in MOTION]
    return [(Vote.Choice.APPROVE, _("Chooses options")), (Vote.Choice.ABSTAIN, _("Abstains"))]


def options_field(ballot: Ballot) -> forms.TypedMultipleChoiceField:
    """The options of a selection."""
    options = ballot.options.order_by("position").values_list("pk", "title")
    return forms.TypedMultipleChoiceField(
        label=_("Options"),
        choices=list(options),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=CHECKED),
    )


def fault_of(ballot: Ballot, choice: str, approves: Sequence[int]) -> Any:
    """What is not right about a choice and the options beside it; empty when all is."""
    if not ballot.is_selection:
        return ""
    if choice == Vote.Choice.ABSTAIN:
        return _("Whoever abstains chooses no options. Take the ticks away.") if approves else ""
    if not choice:
        return _("Options are ticked, but not “Chooses options”. Choose it.") if approves else ""
    if not approves:
        return _("Tick at least one option, or choose “Abstains”.")
    if len(approves) > (ballot.choose_max or 1):
        return _("Choose at most %(most)s options.") % {"most": ballot.choose_max}
    return ""


class EnterVotesForm(forms.Form):
    """One row per seat: what it called out, and who said it. An empty row enters nothing."""

    def __init__(
        self,
        *args: Any,
        ballot: Ballot,
        voters: list[tuple[Entitlement, list[tuple[int, str]]]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ballot, self.voters = ballot, voters
        for entitlement, people in voters:
            key, name = entitlement.pk, entitlement.organisation.name
            self.fields[f"choice_{key}"] = forms.ChoiceField(
                label=_("Vote of %(name)s") % {"name": name},
                choices=choices_of(ballot),
                required=False,
                widget=forms.RadioSelect,
            )
            if ballot.is_selection:
                self.fields[f"approves_{key}"] = options_field(ballot)
            self.fields[f"person_{key}"] = forms.TypedChoiceField(
                label=_("Who says it?"), choices=people, coerce=int
            )
            self.fields[f"reason_{key}"] = forms.CharField(
                label=_("Reason"), required=False, max_length=2_000
            )

    def rows(self) -> list[dict[str, Any]]:
        """The fields of each seat, for the page."""
        parts = ("choice", "approves", "person", "reason")
        return [
            {
                "entitlement": entitlement,
                **{
                    part: self[f"{part}_{entitlement.pk}"]
                    for part in parts
                    if f"{part}_{entitlement.pk}" in self.fields
                },
            }
            for entitlement, _people in self.voters
        ]

    def called_out(self) -> list[dict[str, Any]]:
        """Only the rows in which something was chosen."""
        data = self.cleaned_data
        return [
            {
                "entitlement": entitlement,
                "choice": data[f"choice_{entitlement.pk}"],
                "approves": tuple(data.get(f"approves_{entitlement.pk}") or ()),
                "person": data[f"person_{entitlement.pk}"],
                "reason": data[f"reason_{entitlement.pk}"],
            }
            for entitlement, _people in self.voters
            if data[f"choice_{entitlement.pk}"]
        ]

    def clean(self) -> dict[str, Any]:
        """At least one seat, and for each seat something that can be counted."""
        data = super().clean() or {}
        for entitlement, _people in self.voters:
            key, name = entitlement.pk, entitlement.organisation.name
            approves = data.get(f"approves_{key}") or ()
            if fault := fault_of(self.ballot, data.get(f"choice_{key}", ""), approves):
                self.add_error(f"approves_{key}", f"{name}: {fault}")
        if not self.errors and not any(
            data.get(f"choice_{entitlement.pk}") for entitlement, _p in self.voters
        ):
            raise forms.ValidationError(_("Choose a vote for at least one seat."))
        return data


class DisputeForm(forms.Form):
    """What is not right about an entered vote."""

    text = long_text(_("What is not right?"), rows=4)


class AnswerDisputeForm(forms.Form):
    """Correct the vote, or leave it and say why."""

    answer = forms.ChoiceField(
        label=_("What do you do?"),
        choices=[
            (Dispute.Answer.CORRECTED, _("Enter the right vote")),
            (Dispute.Answer.UPHELD, _("Leave the vote as it is")),
        ],
        widget=forms.RadioSelect,
    )
    choice = forms.ChoiceField(
        label=_("The right vote"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("Only when you correct it."),
    )
    reason = forms.CharField(
        label=_("Reason of the seat"), required=False, max_length=2_000, help_text=NO_DEBTORS
    )
    words = forms.CharField(
        label=_("Why do you do this?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The seat reads this."),
    )

    def __init__(self, *args: Any, ballot: Ballot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ballot = ballot
        self.fields["choice"].choices = choices_of(ballot)  # type: ignore[attr-defined]
        if ballot.is_selection:
            self.fields["approves"] = options_field(ballot)
            self.order_fields(["answer", "choice", "approves", "reason", "words"])

    def clean(self) -> dict[str, Any]:
        """A correction names the right vote."""
        data = super().clean() or {}
        if data.get("answer") != Dispute.Answer.CORRECTED:
            return data
        choice, approves = data.get("choice", ""), data.get("approves") or ()
        if not choice:
            self.add_error("choice", _("Choose the right vote."))
        elif fault := fault_of(self.ballot, choice, approves):
            self.add_error("approves", fault)
        return data
