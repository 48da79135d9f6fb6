"""What is filled in about interests in a ballot, and about stepping aside."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from programme.models import Ballot, BallotInterest, BallotOption

from .year import NO_DEBTORS, capitalised, long_text


class InterestForm(forms.Form):
    """What a seat has in the subject of a ballot."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        empty_label=_("Choose a partner"),
        error_messages={"required": _("Choose a partner.")},
    )
    option = forms.ModelChoiceField(
        BallotOption.objects.none(),
        label=_("About"),
        required=False,
        empty_label=_("The whole ballot"),
    )
    kind = forms.ChoiceField(
        label=_("Interest"),
        choices=capitalised(BallotInterest.Kind),
        widget=forms.RadioSelect,
        help_text=_("Who is paid from it steps aside when the ballot opens. All others vote."),
        error_messages={"required": _("Choose what kind of interest it is.")},
    )
    text = forms.CharField(
        label=_("In a few words"), max_length=200, required=False, help_text=NO_DEBTORS
    )

    def __init__(self, *args: Any, ballot: Ballot, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = ballot.raad.seats.active(day).values("organisation_id")
        self.fields["organisation"].queryset = Organisation.objects.filter(  # type: ignore[attr-defined]
            pk__in=seats
        ).order_by("name")
        if ballot.is_selection:
            self.fields["option"].queryset = ballot.options.order_by("position")  # type: ignore[attr-defined]
        else:
            del self.fields["option"]


class WithdrawForm(forms.Form):
    """Why an interest is taken back."""

    reason = forms.CharField(label=_("Why is it not right?"), max_length=200, help_text=NO_DEBTORS)


class QuestionForm(forms.Form):
    """What a seat says about the interests that the ballot discloses."""

    text = long_text(_("What is not right?"), rows=4)


class AnswerInterestForm(forms.Form):
    """What the kernteam did with an objection to the interests."""

    text = long_text(
        _("Your answer"),
        rows=4,
        error_messages={"required": _("Write an answer.")},
        help_text=_(
            "Whoever said it gets this by mail. It stands on the page of the ballot, for that "
            "seat and the kernteam. No data about people with debts."
        ),
    )


class RecuseForm(forms.Form):
    """For what a seat steps aside, and why."""

    option = forms.ModelChoiceField(
        BallotOption.objects.none(),
        label=_("For which option?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose an option.")},
    )
    reason = forms.CharField(
        label=_("Why do you step aside?"),
        max_length=200,
        required=False,
        help_text=format_lazy(
            "{} {}", _("The raad reads this, and everybody after closing."), NO_DEBTORS
        ),
    )

    def __init__(
        self, *args: Any, ballot: Ballot, organisation: Organisation, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if ballot.is_selection:
            aside = ballot.recusals.filter(organisation=organisation).values("option_id")
            options = ballot.options.exclude(pk__in=aside).order_by("position")
            self.fields["option"].queryset = options  # type: ignore[attr-defined]
        else:
            del self.fields["option"]
