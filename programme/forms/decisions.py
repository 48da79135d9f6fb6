"""What people fill in about decisions: looking for one, entering one, and what became of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from partners.forms.fields import day_field
from partners.models import Person
from programme.models import Decision, Programmaraad

NO_DEBTORS = _("No data about people with debts.")


class RegisterForm(forms.Form):
    """Looking for decisions."""

    q = forms.CharField(label=_("Number or word"), required=False, max_length=120)
    year = forms.ChoiceField(label=_("Year"), required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("Every status")),
            *Decision.Status.choices,
            ("late", _("overdue")),
            ("loose", _("without an owner")),
        ],
    )
    origin = forms.ChoiceField(
        label=_("Taken"), required=False, choices=[("", _("Every way")), *Decision.Origin.choices]
    )

    def __init__(self, *args: Any, years: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("All years")), *((str(year), str(year)) for year in years)]
        self.fields["year"].choices = choices  # type: ignore[attr-defined]


class AssignDecisionForm(forms.Form):
    """Who sees to it, by when, and what has to happen."""

    follow_up = forms.CharField(
        label=_("What has to happen?"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who sees to it?"),
        empty_label=_("Choose somebody"),
        help_text=_("This person gets a mail, and reports what becomes of it."),
        error_messages={"required": _("Choose who sees to it.")},
    )
    due_on = day_field(_("Due on"), required=False)

    def __init__(self, *args: Any, owners: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]


class EnterDecisionForm(AssignDecisionForm):
    """A decision that was taken without a ballot; the rest can be filled in later."""

    title = forms.CharField(
        label=_("Title"),
        max_length=160,
        error_messages={"required": _("Give the decision a title.")},
    )
    text = forms.CharField(
        label=_("The decision"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("This text cannot be changed afterwards. No data about people with debts."),
        error_messages={"required": _("Write down what was decided.")},
    )
    origin = forms.ChoiceField(
        label=_("How was it taken?"),
        choices=[
            (Decision.Origin.MEETING, _("In a meeting, without a ballot")),
            (Decision.Origin.ADVICE, _("As advice of the programmaraad")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the decision was taken.")},
    )
    raad = forms.ModelChoiceField(
        Programmaraad.objects.none(),
        label=_("Of which programmaraad?"),
        empty_label=None,
        error_messages={"required": _("Choose which programmaraad decided.")},
    )
    taken_on = day_field(_("Taken on"))
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("At which meeting?"),
        required=False,
        empty_label=_("Not at one of our meetings"),
    )
    field_order = ("title", "text", "origin", "raad", "taken_on", "meeting", "follow_up", "owner")

    def __init__(
        self,
        *args: Any,
        raden: QuerySet[Programmaraad],
        meetings: QuerySet[Meeting],
        day: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raad"].queryset = raden  # type: ignore[attr-defined]
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["meeting"].label_from_instance = _meeting  # type: ignore[attr-defined]
        self.initial.setdefault("taken_on", day)
        self.initial.setdefault("origin", Decision.Origin.MEETING)
        self.fields["owner"].required = False
        self.fields["owner"].empty_label = _("Nobody yet")  # type: ignore[attr-defined]


class HappenedForm(forms.Form):
    """What happened, in a few words."""

    text = forms.CharField(
        label=_("What happened?"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody who takes part can read this. No data about people with debts."),
        error_messages={"required": _("Say in a few words what happened.")},
    )


def _meeting(meeting: Meeting) -> str:
    words = meeting.subject or f"{meeting.series.heading} {meeting.ordinal}"
    return f"{words}, {date_format(meeting.held_on, 'd-m-Y')}" if meeting.held_on else words
