"""What the kernteam fills in about the day of a meeting."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.functional import keep_lazy_text
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.models import MeetingDocument
from partners.models import Organisation
from schuldenlab.documents.actions import WrongFile, check_file

from .meetings import time_field

MOST_ROOM = 5_000
capfirst_lazy = keep_lazy_text(capfirst)


class DescribeForm(forms.Form):
    """What a meeting is about, and for how many there is room."""

    lead = forms.CharField(
        label=_("What is it about?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences under the title. No data about people with debts."),
    )
    capacity = forms.IntegerField(
        label=_("Room for how many people?"),
        required=False,
        min_value=1,
        max_value=MOST_ROOM,
        help_text=_(
            "Leave it empty when there is room enough. Else there is a waiting list, and each "
            "organisation keeps one place until the last day to answer."
        ),
        widget=forms.NumberInput(attrs={"class": "sl-input-s", "inputmode": "numeric"}),
    )


class PartForm(forms.Form):
    """One part of the programme."""

    begins = time_field()
    title = forms.CharField(label=_("What is it?"), max_length=120)
    text = forms.CharField(label=_("Explanation"), max_length=300, required=False)
    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("By which partners?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(
            attrs={"class": "utrecht-checkbox utrecht-checkbox--html-input"}
        ),
    )
    by = forms.CharField(
        label=_("By somebody else?"),
        max_length=120,
        required=False,
        help_text=_("For example: kernteam"),
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = organisations  # type: ignore[attr-defined]


class MeetingPaperForm(forms.Form):
    """A paper for everybody who is invited, or for the kernteam only."""

    title = forms.CharField(label=_("Title"), max_length=120)
    file = forms.FileField(label=_("Paper"), help_text=_("A PDF of 10 MB at most."))
    audience = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=[
            (value, capfirst_lazy(label)) for value, label in MeetingDocument.Audience.choices
        ],
        initial=MeetingDocument.Audience.INVITED,
        widget=forms.RadioSelect,
    )

    def clean_file(self) -> UploadedFile:
        """Only what can be kept."""
        upload: UploadedFile = self.cleaned_data["file"]
        try:
            check_file(upload.read())
        except WrongFile as wrong:
            raise forms.ValidationError(str(wrong)) from wrong
        upload.seek(0)
        return upload
