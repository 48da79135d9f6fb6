"""What people fill in about meetings of the programmaraad."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from events.forms import ScheduleForm
from events.models import AgendaItem, Meeting
from schuldenlab.documents.actions import WrongFile, check_file

from .year import capitalised, long_text

CHECKED = {"class": "utrecht-checkbox utrecht-checkbox--html-input"}


class RaadMeetingForm(ScheduleForm):
    """A date for one more meeting of a raad."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, is_again=False, **kwargs)


class PointForm(forms.Form):
    """A point for an agenda."""

    title = forms.CharField(label=_("Point"), max_length=160)
    kind = forms.ChoiceField(
        label=_("What do you ask of the programmaraad?"),
        choices=capitalised(AgendaItem.Kind),
        widget=forms.RadioSelect,
        initial=AgendaItem.Kind.DISCUSS,
    )
    text = long_text(_("Explanation"), rows=4, required=False)
    is_progress = forms.BooleanField(
        label=_("This is about the progress of the programme"),
        required=False,
        help_text=_("The framework asks for that at each meeting."),
        widget=forms.CheckboxInput(attrs=CHECKED),
    )


class MovePointForm(forms.Form):
    """Where a point goes: another meeting, or waiting for the next one."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        label=_("To which meeting?"),
        required=False,
        empty_label=_("No meeting yet: let it wait"),
    )

    def __init__(self, *args: Any, meetings: Any, label: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["meeting"].label_from_instance = label  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """A paper for a point."""

    file = forms.FileField(label=_("Paper"), help_text=_("A PDF of 10 MB at most."))

    def clean_file(self) -> UploadedFile:
        """Only what can be kept."""
        upload: UploadedFile = self.cleaned_data["file"]
        try:
            check_file(upload.read())
        except WrongFile as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        upload.seek(0)
        return upload


class OrderForm(forms.Form):
    """The place of each point on the agenda."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, item in enumerate(items, start=1):
            self.fields[f"place_{item.pk}"] = forms.IntegerField(
                label=item.title,
                min_value=1,
                max_value=999,
                initial=place,
                widget=forms.NumberInput(attrs={"class": "sl-input-s"}),
            )

    def order(self) -> list[int]:
        """The points by the place that was typed; equal places keep the order of the page."""
        typed = [(self.cleaned_data[name], int(name.split("_")[1])) for name in self.fields]
        return [pk for _place, pk in sorted(typed, key=lambda pair: pair[0])]


class SendPackForm(forms.Form):
    """Sending the papers; again only with what has changed."""

    changed = forms.CharField(
        label=_("What has changed?"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("This stands in the mail and in the papers."),
    )

    def __init__(self, *args: Any, is_again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_again:
            del self.fields["changed"]


class ChooseMeetingForm(forms.Form):
    """In which meeting the raad votes."""

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
