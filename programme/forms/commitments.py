"""The answer of a partner to the adopted programme."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from partners.forms import HeardForm
from partners.models import Way
from programme.models import Commitment
from schuldenlab.web.written import quoting


class CommitmentForm(forms.Form):
    """The answer of a partner to the adopted programme."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=Commitment.Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two answers.")},
    )
    reason = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed with “Not now”. No data about people with debts."),
    )

    def clean(self) -> dict[str, Any]:
        """Not now needs a reason."""
        data = super().clean() or {}
        if data.get("answer") == Commitment.Answer.NOT_NOW and not data.get("reason", "").strip():
            self.add_error("reason", _("Say in a few words why not now."))
        return data


class CommitmentHeardForm(HeardForm, CommitmentForm):
    """The same answer as the kernteam heard it, perhaps at a meeting of this year."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("At which meeting?"),
        required=False,
        empty_label=_("Not at one of our meetings"),
    )
    field_order = ("answer", "reason", "way", "meeting", "heard_on")

    def __init__(self, *args: Any, meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = _("What did this partner answer?")
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["meeting"].label_from_instance = _title  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A meeting goes with "in a meeting", and has its own day."""
        data = super().clean()
        meeting = data.get("meeting")
        if meeting is None:
            return data
        if data.get("way") != Way.MEETING:
            self.add_error("meeting", _("Choose “in a meeting” above, or no meeting here."))
        elif data.get("heard_on") and data["heard_on"] != meeting.held_on:
            self.add_error(
                "heard_on",
                _("This meeting was held on %(day)s.")
                % {"day": meeting.held_on.strftime("%d-%m-%Y")},
            )
        return data


def _title(meeting: Meeting) -> str:
    words = meeting.title
    return quoting("%(title)s, %(day)s", title=words, day=f"{meeting.held_on:%d-%m-%Y}")
