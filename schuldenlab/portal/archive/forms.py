"""What people fill in about openness, the archive and requests under the Woo."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.forms import day_field
from partners.models import Organisation, Theme
from projects.models import Project
from schuldenlab.documents.grounds import GROUNDS, article
from schuldenlab.documents.models import Document, Openness

from .kinds import KINDS
from .register import UNJUDGED, Wanted

NO_DEBTORS = _("No data about people with debts.")
STATES = [
    ("", _("Every state")),
    (UNJUDGED, _("not judged yet")),
    *Openness.State.choices,
]


def _kinds() -> list[tuple[str, Any]]:
    return [("", _("Every kind")), *((kind.code, capfirst(str(kind.label))) for kind in KINDS)]


class ShelfForm(forms.Form):
    """Looking for records of a year."""

    q = forms.CharField(label=_("Words"), required=False, max_length=120)
    soort = forms.ChoiceField(label=_("Kind"), required=False, choices=_kinds)
    stand = forms.ChoiceField(label=_("Openness"), required=False, choices=STATES)

    def wanted(self, year: int) -> Wanted:
        """What is looked for, in this year."""
        said = self.cleaned_data
        return Wanted.of_year(year, kind=said["soort"], state=said["stand"], words=said["q"])


class FindForm(forms.Form):
    """Looking for records that belong to a request, in any year."""

    q = forms.CharField(label=_("Words"), required=False, max_length=120)
    soort = forms.ChoiceField(label=_("Kind"), required=False, choices=_kinds)
    van = day_field(_("From"), required=False)
    tot = day_field(_("Until"), required=False)
    project = forms.ModelChoiceField(
        Project.objects.order_by("title"),
        label=_("Project"),
        required=False,
        empty_label=_("All projects"),
    )
    thema = forms.ModelChoiceField(
        Theme.objects.order_by("name"),
        label=_("Theme"),
        required=False,
        empty_label=_("All themes"),
    )
    organisatie = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label=_("Organisation"),
        required=False,
        empty_label=_("All organisations"),
    )

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for at all."""
        return any(self.cleaned_data.get(name) for name in self.fields)

    def wanted(self) -> Wanted:
        """What is looked for."""
        said = self.cleaned_data
        ways = {"project": "project", "theme": "thema", "organisation": "organisatie"}
        return Wanted(
            first=said["van"],
            last=said["tot"],
            kind=said["soort"],
            words=said["q"],
            narrow={way: said[name].pk for way, name in ways.items() if said[name]},
        )


def _grounds() -> list[tuple[str, Any]]:
    return [(code, f"{capfirst(article(code))}: {words}") for code, words in GROUNDS.items()]


class JudgeForm(forms.Form):
    """How open a record is, and why (a part of) it stays closed."""

    state = forms.ChoiceField(
        label=_("How open is it?"),
        choices=Openness.State.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how open it is.")},
    )
    grounds = forms.MultipleChoiceField(
        label=_("On which grounds of the Woo does (a part of) it stay closed?"),
        choices=_grounds,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only where something stays closed. The text of the law decides."),
    )
    explanation = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=NO_DEBTORS,
    )
    not_before_on = day_field(_("Not open before"), required=False)
    redacted = forms.ModelChoiceField(
        Document.objects.none(),
        label=_("Version for outside"),
        required=False,
        empty_label=_("No version of its own"),
        help_text=_("The document in which what stays closed has been made unreadable."),
    )

    def __init__(self, *args: Any, several: bool, besides: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if several:
            del self.fields["redacted"]
            return
        newest = Document.objects.exclude(pk__in=besides).order_by("-at", "-pk")
        self.fields["redacted"].queryset = newest  # type: ignore[attr-defined]


class TransferForm(forms.Form):
    """The archive took a file in."""

    reference = forms.CharField(
        label=_("Reference of the archive"),
        max_length=80,
        error_messages={"required": _("Fill in under which reference the archive has it.")},
    )
    on = day_field(_("Taken in on"))


class ReceiveForm(forms.Form):
    """A request that came in; who asked is not written down here."""

    reference = forms.CharField(
        label=_("Reference"),
        max_length=40,
        help_text=_("The number that the municipality gave it, for example Woo 2026-14."),
        error_messages={"required": _("Fill in the reference.")},
    )
    subject = forms.CharField(
        label=pgettext_lazy("woo", "What is asked for"),
        max_length=200,
        help_text=_("No name of who asks, and no data about people with debts."),
        error_messages={"required": _("Fill in what is asked for.")},
    )
    received_on = day_field(_("Received on"))
    first_on = day_field(_("About the time from"), required=False)
    last_on = day_field(_("About the time until"), required=False)

    def clean(self) -> dict[str, Any]:
        """A time that runs forward."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("first_on"), said.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("This day lies before the first one."))
        return said


class PostponeForm(forms.Form):
    """Why the answer takes two weeks more."""

    because = forms.CharField(
        label=_("Why"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: many documents, or others must be heard."),
        error_messages={"required": _("Say why it takes longer.")},
    )
