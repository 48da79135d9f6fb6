"""What the kernteam fills in to put a phase before the programmaraad."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from programme.forms import MotionForm
from programme.models import Ballot, Programmaraad


class PhaseBallotForm(MotionForm):
    """A motion about a phase, for one of the raden that sit."""

    raad = forms.ModelChoiceField(
        Programmaraad.objects.none(),
        label=_("For which programmaraad?"),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for which programmaraad.")},
    )
    field_order = ("raad", *MotionForm.field_order)

    def __init__(self, *args: Any, raden: QuerySet[Programmaraad], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raad"].queryset = raden  # type: ignore[attr-defined]
        self.fields["raad"].label_from_instance = _year  # type: ignore[attr-defined]
        if len(raden) == 1:
            self.fields["raad"].widget = forms.HiddenInput()
        self.initial.setdefault("raad", raden[0].pk if raden else None)

    def words(self) -> dict[str, str]:
        """Title, question and text."""
        return {name: self.cleaned_data[name] for name in ("title", "question", "text")}


def _year(raad: Programmaraad) -> str:
    return str(_("Programmaraad %(year)s") % {"year": raad.year})


class LinkBallotForm(forms.Form):
    """A motion that is prepared already."""

    ballot = forms.ModelChoiceField(
        Ballot.objects.none(),
        label=_("Which ballot is about this phase?"),
        empty_label=_("Choose a ballot"),
        help_text=_("Only motions that are prepared and have not opened."),
        error_messages={"required": _("Choose the ballot.")},
    )

    def __init__(self, *args: Any, ballots: QuerySet[Ballot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ballot"].queryset = ballots  # type: ignore[attr-defined]
