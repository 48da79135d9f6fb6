"""What people fill in during and after a meeting: who is there, minutes, and actions."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events.models import ActionItem, AgendaItem, Meeting, MeetingSeries
from partners.forms import day_field
from partners.models import Organisation, Person

from .agendas import NO_DEBTORS


class PresenceForm(forms.Form):
    """One press on the phone: one more, one less, or at which level."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), widget=forms.HiddenInput)
    press = forms.ChoiceField(
        choices=[(each, each) for each in ("more", "less", "director", "no_director")],
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]


class MinutesForm(forms.Form):
    """The text of minutes. `based_on` says which text the writer had on the screen."""

    based_on = forms.CharField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("The text"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_(
            "A blank line starts a new paragraph; a short line without a full stop becomes a "
            "heading. No data about people with debts."
        ),
        error_messages={"required": _("Write the minutes first.")},
    )


class ApproveForm(forms.Form):
    """Which later meeting approved the minutes."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("In which meeting?"),
        empty_label=None,
        error_messages={"required": _("Choose a meeting.")},
    )

    def __init__(self, *args: Any, meetings: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["meeting"].label_from_instance = label  # type: ignore[attr-defined]


class ActionForm(forms.Form):
    """Who does what, and by when."""

    text = forms.CharField(
        label=_("What is to be done?"),
        max_length=200,
        help_text=NO_DEBTORS,
        error_messages={"required": _("Write what is to be done.")},
    )
    owner = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Who does it?"),
        empty_label=_("Choose somebody"),
        help_text=_("This person gets a mail with a link to say that it is done."),
        error_messages={"required": _("Choose who does it.")},
    )
    due_on = day_field(_("Until and including"))
    item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label=_("With which point?"),
        required=False,
        empty_label=_("With no point"),
    )

    def __init__(self, *args: Any, owners: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["item"].queryset = items  # type: ignore[attr-defined]


class FinishForm(forms.Form):
    """It is done; a few words are welcome."""

    note = forms.CharField(
        label=_("What came of it?"),
        required=False,
        max_length=200,
        help_text=NO_DEBTORS,
    )


class DropForm(forms.Form):
    """Why nobody needs to do it any more."""

    reason = forms.CharField(
        label=_("Why is it not needed any more?"),
        max_length=200,
        help_text=_("Whoever was to do it reads this."),
        error_messages={"required": _("Say in a few words why it is not needed any more.")},
    )


class ReopenForm(forms.Form):
    """A new last day."""

    due_on = day_field(_("Until and including"))


class ActionSearchForm(forms.Form):
    """Looking for actions."""

    q = forms.CharField(label=_("Word"), required=False, max_length=120)
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("Every status")),
            ("open", _("busy")),
            ("late", _("late")),
            ("done", _("done")),
            ("dropped", ActionItem.Status.DROPPED.label),
        ],
    )
    duty = forms.ChoiceField(
        label=_("Kind of meeting"),
        required=False,
        choices=[("", _("Every kind")), *MeetingSeries.Duty.choices],
    )
