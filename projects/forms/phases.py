"""What people fill in about phases."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from partners.forms.fields import day_field
from programme.forms.year import capitalised, long_text
from programme.models import Decision
from projects.gate import FIRST
from projects.models import Phase

from .days import NO_DEBTORS, OnDayForm
from .merging import MergingForm


class OpenForm(forms.Form):
    """With what the dossier of a theme opens."""

    kind = forms.ChoiceField(
        label=_("What does it become?"),
        choices=[each for each in capitalised(Phase.Kind) if each[0] in FIRST],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it becomes.")},
    )
    title = forms.CharField(label=_("Title of the project"), max_length=160)
    summary = long_text(_("What does it do, in a few sentences?"), rows=4, help_text=NO_DEBTORS)


class PlanForm(forms.Form):
    """Which phase comes next."""

    kind = forms.ChoiceField(
        label=_("Which phase?"),
        choices=capitalised(Phase.Kind),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose which phase.")},
    )
    title = forms.CharField(label=_("A name of its own"), max_length=120, required=False)


class DecisionForm(forms.Form):
    """By which decision the programmaraad agreed."""

    decision = forms.ModelChoiceField(
        Decision.objects.none(),
        label=_("Decision"),
        empty_label=_("Choose the decision"),
        error_messages={"required": _("Choose the decision.")},
    )

    agreed = forms.BooleanField(
        label=_("By this decision the programmaraad agreed to this phase of this project"),
        error_messages={"required": _("Read the decision, and say that it is about this phase.")},
    )

    def __init__(self, *args: Any, decisions: QuerySet[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]


class ResultForm(OnDayForm):
    """How a phase ended."""

    ended_with = long_text(
        _("What is the result?"),
        rows=5,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words what the result is.")},
    )
    field_order = ("ended_with", "on")


class PilotForm(MergingForm, forms.Form):
    """How big a pilot is, until when, and when it has succeeded."""

    size = forms.CharField(label=_("How big is the pilot?"), max_length=200)
    ends_on = day_field(_("Last day"))
    criterion = long_text(_("When has it succeeded?"), rows=3)


class EvaluationForm(forms.Form):
    """What came out of a pilot."""

    evaluation = long_text(
        _("What came out of it?"),
        rows=5,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Say in a few words what the result is.")},
    )
    has_succeeded = forms.ChoiceField(
        label=_("Has the pilot succeeded?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )


class PrototypeForm(MergingForm, forms.Form):
    """What was tried, with whom, and what was learned."""

    tried = long_text(_("What was tried?"), rows=3)
    with_whom = long_text(_("With whom?"), rows=2, required=False, help_text=NO_DEBTORS)
    learned = long_text(_("What was learned?"), rows=4, required=False)


class GoOnForm(forms.Form):
    """Whether to go on, and why."""

    goes_on = forms.ChoiceField(
        label=_("Go on?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )
    because = long_text(
        _("Why?"), rows=3, error_messages={"required": _("Say in a few words why.")}
    )
