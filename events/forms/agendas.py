"""What the kernteam fills in about the agenda of a meeting."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.models import AgendaItem
from schuldenlab.documents.actions import WrongFile, check_file

NO_DEBTORS = _("No data about people with debts.")
MOST_POINTS = 999


class PointForm(forms.Form):
    """A point for an agenda. What a point decides with a ballot is the programmaraad's."""

    title = forms.CharField(label=_("Point"), max_length=160)
    kind = forms.ChoiceField(
        label=_("What is it for?"),
        choices=[(kind.value, capfirst(kind.label)) for kind in AgendaItem.Kind],
        widget=forms.RadioSelect,
        initial=AgendaItem.Kind.DISCUSS,
    )
    text = forms.CharField(
        label=_("Explanation"),
        max_length=4_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_DEBTORS,
    )


class OrderForm(forms.Form):
    """The place of each point on the agenda."""

    def __init__(self, *args: Any, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, item in enumerate(items, start=1):
            self.fields[f"place_{item.pk}"] = forms.IntegerField(
                label=item.title,
                min_value=1,
                max_value=MOST_POINTS,
                initial=place,
                widget=forms.NumberInput(attrs={"class": "sl-input-s"}),
            )

    def order(self) -> list[int]:
        """The points by the place that was typed; equal places keep the order of the page."""
        typed = [(self.cleaned_data[name], int(name.split("_")[1])) for name in self.fields]
        return [pk for _place, pk in sorted(typed, key=lambda pair: pair[0])]


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
