"""What people fill in about innovation themes."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from partners.models import Organisation, Theme
from programme.deadlines import closing_moment
from programme.models import Decision, ExplorationNote, InnovationTheme, ThemeCall

from .year import BallotForm, capitalised, long_text

NO_DEBTORS = _("No data about people with debts.")


class CallDeadlineForm(forms.Form):
    """Until when partners may propose."""

    closes_on = day_field(
        _("Last day to propose"),
        help_text=_("For example 14-01-2026. The call closes at 17:00 on this day."),
    )

    def clean_closes_on(self) -> date:
        """A deadline is a working day, so that everybody can still be reached."""
        day: date = self.cleaned_data["closes_on"]
        if closing_moment(day).date() != day:
            raise forms.ValidationError(
                _("This is not a working day. The next one is %(day)s."),
                params={"day": closing_moment(day).strftime("%d-%m-%Y")},
            )
        return day


class OpenCallForm(CallDeadlineForm):
    """A call to all partners."""

    introduction = forms.CharField(
        label=_("What do you look for?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("This stands in the mail and above the proposals."),
    )
    field_order = ("introduction", "closes_on")


class ProposeForm(forms.Form):
    """A question that the network could explore: five short answers."""

    title = forms.CharField(
        label=_("Name of the theme"),
        max_length=80,
        error_messages={"required": _("Give it a short name.")},
        help_text=_("Short, as you would say it. For example: Money lessons at school."),
    )
    theme = forms.ModelChoiceField(
        Theme.objects.all(),
        label=_("Subject"),
        empty_label=_("Choose a subject"),
        error_messages={"required": _("Choose the subject that fits best.")},
    )
    question = long_text(
        _("Which question do we explore?"),
        rows=3,
        help_text=_("One or two sentences. No data about people with debts."),
        error_messages={"required": _("Write down the question.")},
    )
    why = long_text(
        _("Why now?"),
        rows=3,
        help_text=_("What do you see happen? No data about people with debts."),
        error_messages={"required": _("Say in a few words why.")},
    )
    who_gains = long_text(
        _("Who gains by it?"),
        rows=2,
        help_text=_("Residents, and which organisations."),
        error_messages={"required": _("Say who gains by it.")},
    )
    proposed_facilitator = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Which partner could guide it?"),
        required=False,
        empty_label=_("Not known yet"),
    )
    proposed_external = forms.CharField(
        label=_("Or somebody from outside?"),
        required=False,
        max_length=160,
        help_text=_("An organisation or a bureau that is no partner. No private persons."),
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("For which partner do you propose this?"),
        empty_label=None,
        error_messages={"required": _("Choose a partner.")},
    )

    def __init__(
        self,
        *args: Any,
        partners: QuerySet[Organisation],
        own: QuerySet[Organisation],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proposed_facilitator"].queryset = partners  # type: ignore[attr-defined]
        self.own = list(own)
        self.fields["organisation"].queryset = own  # type: ignore[attr-defined]
        if len(self.own) <= 1:
            del self.fields["organisation"]

    @property
    def proposer(self) -> Organisation | None:
        """For whom; nobody: the kernteam."""
        chosen: Organisation | None = self.cleaned_data.get("organisation")
        return chosen or next(iter(self.own), None)

    def clean(self) -> dict[str, Any]:
        """One facilitator, or none yet."""
        data = super().clean() or {}
        if data.get("proposed_facilitator") and data.get("proposed_external", "").strip():
            self.add_error(
                "proposed_external", _("Name a partner or somebody from outside, not both.")
            )
        return data


class ThemesBallotForm(BallotForm):
    """The rules of the selection. Shares are always taken of the votes that were cast."""

    field_order = ("closes_on", "quorum", "majority", "tie_rule")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["base"]
        self.fields["majority"].help_text = _("How many of the seats must choose a theme.")
        self.initial.setdefault("tie_rule", "second_round")

    def clean(self) -> dict[str, Any]:
        """A selection counts over the votes cast."""
        data = super().clean() or {}
        return {**data, "base": "cast"}


class MeetingChoiceForm(forms.Form):
    """What the raad chose in a meeting, and in which decision that stands."""

    decision = forms.ModelChoiceField(
        Decision.objects.none(),
        label=_("Decision"),
        empty_label=_("Choose the decision"),
        error_messages={"required": _("Choose the decision.")},
        help_text=_("Taken in a meeting: it is in the register of decisions, without a ballot."),
    )
    themes = forms.ModelMultipleChoiceField(
        InnovationTheme.objects.none(),
        label=_("Themes that were chosen"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, call: ThemeCall, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        decisions = Decision.objects.filter(raad__year=call.year, ballot__isnull=True)
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]
        left = call.themes.filter(status=InnovationTheme.Status.PROPOSED)
        self.fields["themes"].queryset = left  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """The day on which something happened."""

    on = day_field(_("On which day?"))

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", day)


class DeliverForm(DayForm):
    """What came of it."""

    result = long_text(
        _("What is the result?"),
        rows=5,
        error_messages={"required": _("Say in a few words what the result is.")},
    )
    field_order = ("result", "on")


class StopForm(DayForm):
    """Why it does not go on."""

    reason = long_text(
        _("Why does it stop?"),
        rows=4,
        help_text=_("All partners read this. No data about people with debts."),
        error_messages={"required": _("Say in a few words why it stops.")},
    )
    field_order = ("reason", "on")


class NoteForm(forms.Form):
    """An entry of the log."""

    HINTS = {
        ExplorationNote.Kind.STEP: _("Something that was done."),
        ExplorationNote.Kind.LEARNED: _("What worked, and what did not."),
        ExplorationNote.Kind.DECISION: _("A choice that was made on the way."),
    }

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=capitalised(ExplorationNote.Kind),
        widget=forms.RadioSelect,
        initial=ExplorationNote.Kind.STEP,
    )
    text = long_text(
        _("What happened?"),
        rows=6,
        help_text=_("All partners read along. No data about people with debts."),
        error_messages={"required": _("Write down what happened, or what you learned.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choice_hints = self.HINTS  # type: ignore[attr-defined]
